import Browser
import ReadingActions
import ReadingModel

/// The map and the statistics, in words.
extension LinearSession {
  /// Says what a paper builds on and what it opens, or the same of every paper of a list.
  mutating func sayMap(_ words: String) throws -> [String] {
    if words.isEmpty { return try sayMapOfList() }
    let paper = try self.paper(words)
    current = paper
    return try sayPath(to: paper)
  }

  /// Says what is to be read before a paper, and what it opens.
  mutating func sayPath(_ words: String) throws -> [String] { try sayPath(to: try paper(words)) }

  private mutating func sayPath(to paper: PaperID) throws -> [String] {
    let chain = try desk.path(to: paper)
    guard let detail = try world.paper(paper), let goal = chain.last else { return [] }
    let before = chain.dropLast()
    var lines =
      before.isEmpty
      ? [Spoken.sentence("\(goal.name), \(goal.status.rawValue), waits for nothing")]
      : ["\(Spoken.count(before.count, "paper")) to read before \(goal.name):"]
        + before.enumerated().map { "\($0 + 1): \($1.title), \($1.status.rawValue)." }
    if !before.isEmpty { lines.append("\(chain.count): \(goal.title), \(goal.status.rawValue).") }
    for reference in detail.prerequisites {
      let why = reference.why.isEmpty ? "" : ", \(reference.why)"
      lines.append(
        Spoken.sentence("It builds on \(reference.name), \(reference.status.rawValue)\(why)"))
    }
    let opens = detail.requiredBy.map(\.name)
    if !opens.isEmpty { lines.append("It opens \(Spoken.list(opens)).") }
    return paged(lines)
  }

  private mutating func sayMapOfList() throws -> [String] {
    let list = try place?.list ?? world.lists().first { $0.kind == .order }
    guard let list else { return ["There is no reading order; open a list first."] }
    let graph = ReadingGraph(nodes: try world.graph(of: list.id))
    let lines = graph.nodes.indices.filter {
      !graph.required[$0].isEmpty || !graph.dependents[$0].isEmpty
    }.map { index in
      let node = graph.nodes[index]
      let state =
        node.status.isDone || graph.isReady(index)
        ? node.status.rawValue : "\(node.status.rawValue), waiting"
      let before = graph.required[index].map { named(graph.nodes[$0]) }
      let after = graph.dependents[index].map { named(graph.nodes[$0]) }
      let parts =
        ["\(node.position): \(node.name), \(state)."]
        + (before.isEmpty ? [] : ["Builds on \(Spoken.list(before))."])
        + (after.isEmpty ? [] : ["Opens \(Spoken.list(after))."])
      return parts.joined(separator: " ")
    }
    guard !lines.isEmpty else { return ["Nothing in \(list.title) builds on anything."] }
    return ["What builds on what in \(list.title):"] + paged(lines)
  }

  private func named(_ node: GraphNode) -> String {
    node.position > 0 ? "\(node.name), number \(node.position)" : node.name
  }

  /// Says what was read when, and what is left.
  mutating func sayStatistics() throws -> [String] {
    paged(SpokenStatistics.lines(try world.statistics()))
  }
}
