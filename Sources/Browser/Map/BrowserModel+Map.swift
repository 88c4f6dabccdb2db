import ReadingModel
import Terminal

/// The map over the panes.
///
/// The papers pane below shows the list that is drawn, and its cursor goes where the one of the map
/// goes. So whatever can be done to the paper under the cursor is done to the one on the map.
extension BrowserModel {
  /// The map, where it is open, also below another layer.
  var map: MapLayer? {
    for case .map(let map) in layers { return map }
    return nil
  }

  /// Asks for the papers of this list, or of the first reading order.
  mutating func openMap() -> [Effect] {
    var wanted = firstOrder
    if case .list(let list) = papers.source { wanted = list }
    guard let wanted else {
      refuse("There is no reading order to draw a map of.")
      return []
    }
    return loadMap(of: wanted)
  }

  private var firstOrder: ListID? {
    for item in lists.items where item.kind == .order {
      if case .list(let list) = item.source { return list }
    }
    return nil
  }

  private mutating func loadMap(of list: ListID) -> [Effect] {
    guard let item = lists.item(for: .list(list)) else { return [] }
    let count = item.count ?? 0
    guard count <= MapLayer.mostPapers else {
      if let order = firstOrder, order != list { return loadMap(of: order) }
      refuse(
        "“\(item.label)” has \(count) papers; a map is drawn of \(MapLayer.mostPapers) at most."
      )
      return []
    }
    return [.loadGraph(list, generation: request(.map))]
  }

  /// Takes in the papers of a list: opens the map, or brings the open one up to date.
  ///
  /// A list in which nothing builds on anything gives way to the reading order.
  mutating func takeIn(_ nodes: [GraphNode], of list: ListID) -> [Effect] {
    if map != nil {
      if nodes.isEmpty {
        layers.removeAll { if case .map = $0 { true } else { false } }
      } else {
        changeMap { $0.show(nodes) }
      }
      return []
    }
    let title = lists.item(for: .list(list))?.label ?? ""
    let papersOfList = Set(nodes.map(\.paper))
    let hasLines = nodes.contains { node in
      node.prerequisites.contains { papersOfList.contains($0.paper) }
    }
    if !hasLines, let order = firstOrder, order != list { return loadMap(of: order) }
    guard !nodes.isEmpty else {
      refuse("“\(title)” has no papers to draw a map of.")
      return []
    }
    let origin = place
    let opened = MapLayer(
      list: list, title: title, origin: origin, nodes: nodes, at: currentRow?.paper)
    papers.clearSelection()
    if papers.source != .list(list) { open(Place(source: .list(list))) }
    focus = .papers
    layers.append(.map(opened))
    changeMap { _ in }
    return []
  }

  /// Changes the map, lays it out anew, and brings the papers pane to its paper.
  mutating func changeMap(_ change: (inout MapLayer) -> Void) {
    for (index, layer) in layers.enumerated() {
      guard case .map(var map) = layer else { continue }
      change(&map)
      map.layOut(size: mapArea.size, glyphs: glyphs, asText: showsMapAsText)
      layers[index] = .map(map)
      if let node = map.current, node.position > 0 { papers.cursor = node.position - 1 }
    }
  }

  /// Moves within a layer of the map.
  mutating func moveOnMap(_ movement: Movement) {
    let page = mapArea.size.rows
    changeMap { map in
      switch movement {
      case .toFirst: map.goToEnd(false)
      case .toLast: map.goToEnd(true)
      default: map.move(by: movement.lines(page: page))
      }
    }
  }

  /// Goes along a line of the map.
  mutating func followOnMap(_ step: MapLayer.Step) {
    var hasMoved = false
    changeMap { hasMoved = $0.follow(step) }
    guard !hasMoved, let node = map?.current else { return }
    refuse(
      step == .back
        ? "“\(node.name)” builds on nothing in this list."
        : "Nothing in this list builds on “\(node.name)”.")
  }

  /// Goes back to where the map was opened.
  mutating func leave(_ map: MapLayer) {
    layers.removeLast()
    if papers.source == map.origin.source {
      papers.cursor = map.origin.cursor
      papers.scroll = map.origin.scroll
      focus = map.origin.focus
    } else {
      open(map.origin)
    }
  }

  // MARK: Where it stands

  /// How many rows the words below the map take.
  private var mapTextRows: Int {
    let rows = layout.body.size.rows
    return rows >= 30 ? 8 : rows >= 16 ? 5 : rows >= 6 ? 3 : rows >= 3 ? 1 : 0
  }

  /// True where there is no room for a picture.
  private var showsMapAsText: Bool { size.columns < 60 || layout.body.size.rows < 12 }

  /// Where the picture stands.
  private var mapArea: Rect {
    let body = layout.body
    let rule = layout.titleRule == nil || mapTextRows == 0 ? 0 : 1
    return Rect(
      row: body.top, column: 0, rows: body.size.rows - mapTextRows - rule,
      columns: body.size.columns)
  }

  /// Draws the map over everything.
  func draw(_ map: MapLayer, into surface: inout Surface) {
    drawSheet("Map\(glyphs.dot)\(map.title)", side: mapLegend(room: size.columns), into: &surface)
    let isOnTop = if case .map? = layers.last { true } else { false }
    map.draw(into: &surface, in: mapArea, isFocused: isOnTop, glyphs: glyphs)
    let textTop = layout.body.bottom - mapTextRows
    if mapArea.bottom < textTop {
      surface.fill(
        Rect(row: mapArea.bottom, column: 0, rows: 1, columns: size.columns),
        with: glyphs.horizontal, style: Style(.dim))
    }
    var lines = MapText.lines(map, glyphs: glyphs, columns: min(size.columns, 100))
    // Where there is little room, the name is said by the row of the cursor.
    if mapTextRows < 5 { lines.removeFirst(min(1, lines.count)) }
    for (row, line) in lines.prefix(mapTextRows).enumerated() {
      surface.write(line, at: Point(row: textTop + row, column: 0), limit: size.columns)
    }
  }

  private func mapLegend(room: Int) -> String {
    guard room >= 80 else { return "" }
    return [
      (glyphs.read, "read"), (glyphs.reading, "reading"), (glyphs.ready, "ready"),
      (glyphs.waiting, "waiting"),
    ].map { "\($0.0) \($0.1)" }.joined(separator: "  ")
  }
}
