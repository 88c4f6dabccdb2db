import Terminal

extension BrowserModel {
  /// Draws the command line over the last rows: what it can go on with, the line, and under it what
  /// it does or what is wrong with it.
  func draw(_ layer: CommandLayer, into surface: inout Surface) {
    let under =
      layer.problem.map { sentence($0, Style(.warning)) }
      ?? sentence(
        layer.summary ?? "Tab completes, Up and Down go through what was entered", Style(.dim))
    drawPrompt(
      ":", layer.input, under: under, words: layer.input.text.isEmpty ? ([], nil) : layer.words,
      into: &surface)
  }
}
