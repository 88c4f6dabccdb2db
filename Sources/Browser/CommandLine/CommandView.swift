import Terminal

extension BrowserModel {
  /// Draws the command line over the last rows: what it can go on with, the line, and under it what
  /// it does or what is wrong with it.
  func draw(_ layer: CommandLayer, into surface: inout Surface) {
    let last = size.rows - 1
    surface.fill(Rect(row: last - 1, column: 0, rows: 2, columns: size.columns))
    let start =
      1 + surface.write(":", at: Point(row: last - 1, column: 1), style: Style(.text, .bold))
    layer.input.draw(
      into: &surface, row: last - 1, columns: start..<max(start, size.columns - 1))
    let cut = layer.input.cutSentence
    let (text, role): (String, Role) =
      if let problem = layer.problem ?? cut { (problem, .warning) } else {
        (layer.summary ?? "Tab completes, Up and Down go through what was entered", .dim)
      }
    surface.write(
      truncate(text, to: size.columns - 2, ellipsis: glyphs.ellipsis),
      at: Point(row: last, column: 1), style: Style(role))

    let (words, index) = layer.words
    if !layer.input.text.isEmpty { drawWords(words, chosen: index, row: last - 2, into: &surface) }
  }

  /// Draws the words that a line can go on with in a row above it, the one on show in view; nothing
  /// where there are none, or no room for them.
  func drawWords(_ words: [String], chosen index: Int?, row: Int, into surface: inout Surface) {
    guard !words.isEmpty, row >= 1 else { return }
    surface.fill(Rect(row: row, column: 0, rows: 1, columns: size.columns))
    var column = 1
    // What is on show stays in view: the row begins as many words before it as find room.
    var first = 0
    if let index {
      var width = 0
      first = index
      while first > 0, width + displayWidth(of: words[first - 1]) + 2 < size.columns / 2 {
        first -= 1
        width += displayWidth(of: words[first]) + 2
      }
    }
    for (place, word) in words.enumerated().dropFirst(first) {
      guard column + displayWidth(of: word) <= size.columns - 2 else {
        surface.write(glyphs.ellipsis, at: Point(row: row, column: column), style: Style(.dim))
        return
      }
      let style = place == index ? Style(.text, [.bold, .reverse]) : Style(.dim)
      column += surface.write(word, at: Point(row: row, column: column), style: style) + 2
    }
  }
}
