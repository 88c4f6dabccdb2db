import ReadingModel
import Terminal

extension BrowserModel {
  /// How many results the palette shows at a time.
  var paletteHeight: Int { max(1, min(Self.mostPaletteRows, layout.body.size.rows - 1)) }

  private static let mostPaletteRows = 15

  /// The row of the screen of the first result, and the index of that result.
  func paletteTop(_ palette: PaletteLayer) -> (row: Int, first: Int) {
    let first = Scrolling.first(
      0, showing: palette.cursor, height: paletteHeight, of: palette.results.count)
    return (layout.body.bottom - paletteHeight, first)
  }

  /// Draws the results above the line in which one types.
  func draw(_ palette: PaletteLayer, into surface: inout Surface) {
    let (top, first) = paletteTop(palette)
    let rule = max(layout.body.top, top - 1)
    surface.fill(Rect(row: rule, column: 0, rows: size.rows - rule, columns: size.columns))
    for row in [rule < top ? rule : nil, layout.footerRule].compactMap(\.self) {
      surface.fill(
        Rect(row: row, column: 0, rows: 1, columns: size.columns), with: glyphs.horizontal,
        style: Style(.dim))
    }
    if palette.results.isEmpty {
      surface.write("Nothing matches.", at: Point(row: top, column: 3), style: Style(.dim))
    }
    for (row, result) in palette.results.dropFirst(first).prefix(paletteHeight).enumerated() {
      draw(result, row: top + row, into: &surface)
      if first + row == palette.cursor {
        surface.drawCursor(
          row: top + row, columns: 0..<size.columns, isFocused: true, glyphs: glyphs)
      }
    }
    let count = palette.results.count
    let side = count == 1 ? "1 match" : "\(count) matches"
    drawPrompt("Go to or do: ", palette.input, side: side, into: &surface)
  }

  private func draw(_ result: PaletteLayer.Result, row: Int, into surface: inout Surface) {
    var start = 2
    if size.columns >= 60 {
      surface.write(result.item.kind, at: Point(row: row, column: start), style: Style(.dim))
      start += 8
    }
    var right = size.columns - 1
    // The column of keys stands still, whether a row has one or not.
    if size.columns >= 40 { right -= 8 }
    if case .action(let action) = result.item.target, let key = keyMap.name(of: action) {
      surface.write(
        key, at: Point(row: row, column: size.columns - 1 - displayWidth(of: key)),
        style: Style(.text, .bold))
    } else if let status = result.item.status {
      let sign = glyphs.sign(for: status)
      surface.write(
        sign.text, at: Point(row: row, column: size.columns - 2), style: Style(sign.role))
    }
    if size.columns >= 80 {
      let room = min(24, (right - start) / 3)
      let detail = truncate(result.item.detail.text, to: room, ellipsis: glyphs.ellipsis)
      let column = right - displayWidth(of: detail)
      draw(detail, result.inDetail, at: Point(row: row, column: column), role: .dim, &surface)
      right = right - room - 2
    }
    let name = truncate(result.item.name.text, to: right - start, ellipsis: glyphs.ellipsis)
    draw(name, result.inName, at: Point(row: row, column: start), role: .text, &surface)
  }

  /// Draws a text with the clusters that matched made to stand out.
  private func draw(
    _ text: String, _ matched: [Int], at point: Point, role: Role, _ surface: inout Surface
  ) {
    let matched = Set(matched)
    var point = point
    for (index, character) in text.enumerated() {
      let style = matched.contains(index) ? Style(.accent, .underline) : Style(role)
      point.column += surface.write(String(character), at: point, style: style)
    }
  }
}
