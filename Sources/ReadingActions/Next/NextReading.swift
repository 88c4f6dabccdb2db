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
    var found = try suggestions(count: count)
    var seen = Set(found.map(\.row.paper))
    let weeks = try library.lists().filter { $0.kind == .weekly }
      .sorted { ($0.issued ?? "", $1.slug) > ($1.issued ?? "", $0.slug) }
    for list in weeks where found.count < count {
      found += try suggestions(from: list, count: count)
        .filter { seen.insert($0.row.paper).inserted }
    }
    return Array(found.prefix(count))
  }

  /// What to read next of the papers being read, the queue and the reading orders, in this order.
  public func suggestions(count: Int) throws -> [NextUp] {
    var found = try library.rows(.reading, start: 0, limit: count).rows.map {
      NextUp(row: $0, list: nil, reason: "because you are reading it")
    }
    found += try library.rows(.queue, start: 0, limit: count).rows.map {
      NextUp(row: $0, list: nil, reason: "because it is number \($0.position) in your queue")
    }
    for list in try library.lists() where list.kind == .order && found.count < count {
      found += try suggestions(from: list, count: count)
    }
    var seen: Set<PaperID> = []
    return Array(found.filter { seen.insert($0.row.paper).inserted }.prefix(count))
  }

  /// The unread papers that stand before a paper, in an order in which they can be read, ending with
  /// the paper itself.
  public func path(to paper: PaperID) throws -> [GraphNode] {
    ReadingGraph(nodes: try library.prerequisites(before: paper)).chain(to: paper)
  }

  private func suggestions(from list: ListSummary, count: Int) throws -> [NextUp] {
    let found = try ReadingGraph(nodes: library.graphNodes(of: list.id)).next(count: count)
    var start = 0
    var rows: [EntryRow] = []
    return try found.compactMap { suggestion in
      let place = suggestion.node.position - 1
      // Suggestions stand close together, so one window mostly holds them all.
      if !(start..<start + rows.count).contains(place) {
        start = place
        rows = try library.rows(.list(list.id), start: place, limit: Self.windowSize).rows
      }
      guard rows.indices.contains(place - start) else { return nil }
      return NextUp(row: rows[place - start], list: list.slug, reason: suggestion.reason)
    }
  }

  private static let windowSize = 32
}
