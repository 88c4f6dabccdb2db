public import ReadingModel
import ReadingStore

extension Actions {
  /// What to read next, best first, each with its reason.
  ///
  /// - Parameters:
  ///   - list: The list to follow; nil asks for papers being read, then the queue, then every
  ///     reading order, then the newest weekly lists.
  ///   - count: How many suggestions at most.
  public func nextUp(in list: ListSummary?, count: Int) throws -> [NextUp] {
    guard count > 0 else { return [] }
    if let list { return try suggestions(from: list, count: count) }
    var found: [NextUp] = []
    var seen: Set<PaperID> = []
    func add(_ suggestions: [NextUp]) {
      for suggestion in suggestions
      where found.count < count && seen.insert(suggestion.row.paper).inserted {
        found.append(suggestion)
      }
    }
    add(
      try library.rows(.reading, start: 0, limit: count).rows.map {
        NextUp(row: $0, list: nil, reason: "because you are reading it")
      })
    add(
      try library.rows(.queue, start: 0, limit: count).rows.map {
        NextUp(row: $0, list: nil, reason: "because it is number \($0.position) in your queue")
      })
    let lists = try library.lists()
    for list in lists where list.kind == .order && found.count < count {
      add(try suggestions(from: list, count: count))
    }
    let weeks = lists.filter { $0.kind == .weekly }
      .sorted { ($0.issued ?? "", $1.slug) > ($1.issued ?? "", $0.slug) }
    for list in weeks where found.count < count {
      add(try suggestions(from: list, count: count))
    }
    return found
  }

  /// The unread papers that stand before a paper, in an order in which they can be read, ending with
  /// the paper itself.
  public func path(to paper: PaperID) throws -> [GraphNode] {
    ReadingGraph(nodes: try library.prerequisites(before: paper)).chain(to: paper)
  }

  private func suggestions(from list: ListSummary, count: Int) throws -> [NextUp] {
    try ReadingGraph(nodes: library.graphNodes(of: list.id)).next(count: count).compactMap {
      suggestion in
      let place = suggestion.node.position - 1
      guard let row = try library.rows(.list(list.id), start: place, limit: 1).rows.first else {
        return nil
      }
      return NextUp(row: row, list: list.slug, reason: suggestion.reason)
    }
  }
}
