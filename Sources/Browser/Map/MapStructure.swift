import ReadingModel

/// Which layer of the map each paper stands in, and between which papers a line is drawn.
///
/// A paper stands one layer behind the last of what it builds on. A prerequisite that others already
/// imply gets no line: where C builds on A and on B, and B on A, the lines A–B–C say all of it.
struct MapStructure: Equatable, Sendable {
  /// The layer of each node, counted from 0.
  let layers: [Int]
  /// For each node, the nodes that a line leads from, ascending.
  let sources: [[Int]]
  /// For each node, the nodes that a line leads to, ascending.
  let targets: [[Int]]

  /// How many layers there are.
  var layerCount: Int { (layers.max() ?? -1) + 1 }

  /// Layers a graph, in time linear in its size but for the lines left out, which cost a walk over
  /// what lies before each node.
  ///
  /// The library refuses circles; if there is one all the same, the prerequisite that closes it gets
  /// no line.
  init(graph: ReadingGraph) {
    let order = Self.readingOrder(of: graph)
    var place = [Int](repeating: 0, count: order.count)
    for (index, node) in order.enumerated() { place[node] = index }
    var layers = [Int](repeating: 0, count: order.count)
    var kept = [[Int]](repeating: [], count: order.count)
    for node in order {
      kept[node] = graph.required[node].filter { place[$0] < place[node] }.sorted()
      for other in kept[node] { layers[node] = max(layers[node], layers[other] + 1) }
    }
    let drawn = Self.withoutImplied(kept, layers: layers)
    var targets = [[Int]](repeating: [], count: order.count)
    for (node, others) in drawn.enumerated() {
      for other in others { targets[other].append(node) }
    }
    self.layers = layers
    sources = drawn
    self.targets = targets
  }

  /// The nodes, each after what it builds on (Kahn's algorithm); in a circle the first of the list
  /// goes first.
  private static func readingOrder(of graph: ReadingGraph) -> [Int] {
    var waiting = graph.required.map(\.count)
    var isPlaced = [Bool](repeating: false, count: waiting.count)
    var order: [Int] = []
    var head = 0
    func place(_ node: Int) {
      isPlaced[node] = true
      order.append(node)
    }
    for node in waiting.indices where waiting[node] == 0 { place(node) }
    var first = 0
    while order.count < waiting.count || head < order.count {
      while head < order.count {
        for dependent in graph.dependents[order[head]] {
          waiting[dependent] -= 1
          if waiting[dependent] == 0, !isPlaced[dependent] { place(dependent) }
        }
        head += 1
      }
      while first < waiting.count, isPlaced[first] { first += 1 }
      if first < waiting.count { place(first) }
    }
    return order
  }

  /// The sources of each node without those that lie before another of them.
  private static func withoutImplied(_ sources: [[Int]], layers: [Int]) -> [[Int]] {
    var seenFor = [Int](repeating: -1, count: sources.count)
    return sources.enumerated().map { node, direct in
      guard direct.count > 1, let lowest = direct.map({ layers[$0] }).min() else { return direct }
      var stack = direct
      while let next = stack.popLast() {
        for other in sources[next] where seenFor[other] != node && layers[other] >= lowest {
          seenFor[other] = node
          stack.append(other)
        }
      }
      return direct.filter { seenFor[$0] != node }
    }
  }
}
