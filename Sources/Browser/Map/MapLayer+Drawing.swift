import ReadingModel
import Terminal

extension MapLayer {
  /// Draws the map into a part of the screen.
  ///
  /// - Parameter isFocused: True when keys go to it.
  func draw(into surface: inout Surface, in rect: Rect, isFocused: Bool, glyphs: Glyphs) {
    guard let picture else {
      drawOutline(into: &surface, in: rect, isFocused: isFocused, glyphs: glyphs)
      return
    }
    let margin = Point(
      row: max(0, (rect.size.rows - picture.size.rows) / 3),
      column: min(1, max(0, rect.size.columns - picture.size.columns)))
    let area = Rect(
      row: scroll.row, column: scroll.column, rows: rect.size.rows - margin.row,
      columns: rect.size.columns - margin.column)
    let origin = Point(
      row: rect.top + margin.row - scroll.row, column: rect.left + margin.column - scroll.column)
    draw(picture.grid(in: area, lit: wayToCursor), at: origin, into: &surface, glyphs: glyphs)
    for node in graph.nodes.indices {
      let box = picture.box(of: node)
      guard (area.top..<area.bottom).contains(box.top), box.right > area.left,
        box.left < area.right
      else { continue }
      let point = Point(row: origin.row + box.top, column: origin.column + box.left)
      draw(node, picture.columns.labels[node], at: point, into: &surface, rect, glyphs)
      if node == cursor {
        surface.drawCursor(
          row: point.row,
          columns: max(rect.left, point.column - 1)..<point.column + box.size.columns,
          isFocused: isFocused, glyphs: glyphs)
      }
    }
  }

  /// The papers still to be read to come to the one under the cursor, and what that one builds on.
  private var wayToCursor: Set<Int> {
    guard let current else { return [] }
    let chain = graph.chain(to: current.paper).compactMap { graph.index(of: $0.paper) }
    return Set(chain + structure.sources[cursor])
  }

  private func draw(_ grid: MapGrid, at origin: Point, into surface: inout Surface, glyphs: Glyphs)
  {
    for row in 0..<grid.area.size.rows {
      for column in 0..<grid.area.size.columns {
        let index = row * grid.area.size.columns + column
        let directions = grid.directions[index]
        guard !directions.isEmpty else { continue }
        surface.write(
          String(glyphs.joints[Int(directions.rawValue)]),
          at: Point(
            row: origin.row + grid.area.top + row, column: origin.column + grid.area.left + column),
          style: grid.isLit[index] ? Style(.accent, .bold) : Style(.dim))
      }
    }
  }

  /// Draws a sign, a number and a name.
  private func draw(
    _ node: Int, _ label: String, at point: Point, into surface: inout Surface, _ rect: Rect,
    _ glyphs: Glyphs
  ) {
    let paper = graph.nodes[node]
    let sign = glyphs.sign(for: paper.status, isWaiting: !graph.isReady(node))
    surface.write(sign.text, at: point, style: Style(sign.role), limit: rect.right)
    surface.write(
      label, at: Point(row: point.row, column: point.column + 2),
      style: Style(paper.status.isDone ? .dim : .text), limit: rect.right)
  }

  /// Draws one line for each paper, the deeper the layer the farther in.
  private func drawOutline(
    into surface: inout Surface, in rect: Rect, isFocused: Bool, glyphs: Glyphs
  ) {
    let digits = String(graph.nodes.last?.position ?? 0).utf8.count
    for (line, entry) in outline.dropFirst(scroll.row).prefix(rect.size.rows).enumerated() {
      let node = graph.nodes[entry.node]
      let row = rect.top + line
      let indent = min(entry.layer * 2, rect.size.columns / 3)
      let label = "\(String(node.position).paddedLeft(to: digits)) \(node.name)"
      let room = rect.size.columns - 4 - indent
      draw(
        entry.node, truncate(label, to: room, ellipsis: glyphs.ellipsis),
        at: Point(row: row, column: rect.left + 1 + indent), into: &surface, rect, glyphs)
      if entry.node == cursor {
        surface.drawCursor(
          row: row, columns: rect.left..<rect.right, isFocused: isFocused, glyphs: glyphs)
      }
    }
  }
}
