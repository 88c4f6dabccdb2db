import ReadingModel
import Terminal

/// What the map says of the paper under the cursor, below the picture.
enum MapText {
  /// The lines: the title, whether it can be read now and why, what it builds on, what builds on it,
  /// and the way to it.
  static func lines(_ map: MapLayer, glyphs: Glyphs, columns: Int) -> [StyledLine] {
    guard let node = map.current else { return [] }
    let room = columns - 2 - displayWidth(of: node.name)
    let title =
      node.name == node.title
      ? "" : truncate("  \(node.title)", to: room, ellipsis: glyphs.ellipsis)
    var lines = [
      StyledLine(indent: 1, runs: [StyledRun(node.name, .text, .bold), StyledRun(title, .dim)])
    ]
    let sentence = standing(map, node)
    lines += StyledLine.wrapped(
      [StyledRun(sentence.text, sentence.role)], columns: columns - 2, indent: 1, hanging: 1)
    let chain = map.graph.chain(to: node.paper)
    if chain.count > 2 {
      let way = chain.map { "\($0.position) \($0.name)" }.joined(separator: ", ")
      lines += StyledLine.wrapped(
        [StyledRun("The way there: ", .dim), StyledRun(way, .accent)], columns: columns - 2,
        indent: 1, hanging: 3)
    }
    for requirement in node.prerequisites {
      guard let index = map.graph.index(of: requirement.paper) else { continue }
      var runs = [StyledRun("After ", .dim)] + named(index, in: map, glyphs)
      if !requirement.why.isEmpty { runs.append(StyledRun(": \(requirement.why)", .dim)) }
      lines += StyledLine.wrapped(runs, columns: columns - 2, indent: 1, hanging: 3)
    }
    let dependents = map.graph.dependents[map.cursor]
    if !dependents.isEmpty {
      var runs = [StyledRun("Before ", .dim)]
      for (place, index) in dependents.enumerated() {
        if place > 0 { runs.append(StyledRun(", ", .dim)) }
        runs += named(index, in: map, glyphs)
      }
      lines += StyledLine.wrapped(runs, columns: columns - 2, indent: 1, hanging: 3)
    }
    return lines
  }

  /// One sentence: “Next, because …; it opens …”, or what the paper waits for.
  private static func standing(_ map: MapLayer, _ node: GraphNode) -> (text: String, role: Role) {
    switch node.status {
    case .read: return ("Read" + opened(map, verb: "opened") + ".", .done)
    case .skipped: return ("Skipped" + opened(map, verb: "opened") + ".", .dim)
    case .unread, .queued, .reading: break
    }
    if let reason = map.reasons[node.paper] { return ("Next, \(reason).", .text) }
    let missing = map.graph.required[map.cursor].map { map.graph.nodes[$0] }
      .filter { !$0.status.isDone }
    return ("Waits for \(listed(missing))" + opened(map, verb: "opens") + ".", .warning)
  }

  private static func opened(_ map: MapLayer, verb: String) -> String {
    let dependents = map.graph.dependents[map.cursor].map { map.graph.nodes[$0] }
    guard !dependents.isEmpty else { return "" }
    return "; \(verb) the way to \(listed(dependents))"
  }

  private static func listed(_ nodes: [GraphNode]) -> String {
    ReadingGraph.listed(nodes.map(\.name))
  }

  private static func named(_ index: Int, in map: MapLayer, _ glyphs: Glyphs) -> [StyledRun] {
    let node = map.graph.nodes[index]
    let sign = glyphs.sign(for: node.status, isWaiting: !map.graph.isReady(index))
    return [StyledRun(sign.text, sign.role), StyledRun(" \(node.position) \(node.name)")]
  }
}
