/// The papers of a reading order with what each builds on.
///
/// A prerequisite that is not among the nodes counts as done: the order knows nothing of it. Every
/// question is answered in time linear in nodes and prerequisites, cycles included.
public struct ReadingGraph: Equatable, Sendable {
  /// The nodes by position, then by paper.
  public let nodes: [GraphNode]
  /// Where each paper stands in `nodes`.
  let indices: [PaperID: Int]
  /// For each node, the nodes that it builds on, each once.
  public let required: [[Int]]
  /// For each node, the nodes that build on it.
  public let dependents: [[Int]]

  /// Makes a graph.
  ///
  /// - Parameter nodes: The papers in any order; of two nodes for one paper the first counts.
  public init(nodes: [GraphNode]) {
    var seen: Set<PaperID> = []
    let ordered = nodes.filter { seen.insert($0.paper).inserted }
      .sorted { ($0.position, $0.paper) < ($1.position, $1.paper) }
    var indices: [PaperID: Int] = [:]
    for (index, node) in ordered.enumerated() { indices[node.paper] = index }
    var required: [[Int]] = []
    var dependents = [[Int]](repeating: [], count: ordered.count)
    for (index, node) in ordered.enumerated() {
      var known: Set<Int> = [index]
      let found = node.prerequisites.compactMap { indices[$0.paper] }
        .filter { known.insert($0).inserted }
      required.append(found)
      for other in found { dependents[other].append(index) }
    }
    self.nodes = ordered
    self.indices = indices
    self.required = required
    self.dependents = dependents
  }

  /// Where a paper stands in `nodes`; nil when the graph does not hold it.
  public func index(of paper: PaperID) -> Int? { indices[paper] }

  /// True when everything a node builds on is read or skipped.
  public func isReady(_ index: Int) -> Bool {
    required[index].allSatisfy { nodes[$0].status.isDone }
  }

  /// The nodes not done yet that wait for this one alone: they become ready once it is read.
  public func opened(by index: Int) -> [Int] {
    dependents[index].filter { dependent in
      !nodes[dependent].status.isDone
        && required[dependent].allSatisfy { $0 == index || nodes[$0].status.isDone }
    }
  }
}
