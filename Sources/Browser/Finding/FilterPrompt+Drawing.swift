import ReadingModel
import Terminal

extension BrowserModel {
  /// Draws the filter prompt; what is wrong with the query stands under the place where it is.
  func draw(_ prompt: FilterPrompt, into surface: inout Surface) {
    let label = "Filter: "
    guard let problem = prompt.problem else {
      let count = papers.total == 1 ? "1 paper" : "\(papers.total) papers"
      let side = StyledRun(prompt.input.text.isEmpty ? "" : count, .dim)
      return drawPrompt(label, prompt.input, side: side, into: &surface)
    }
    let row = size.rows - 1
    drawPrompt(label, prompt.input, side: StyledRun(""), above: 1, into: &surface)
    let before = String(prompt.input.text.prefix(problem.offset))
    let column = 1 + displayWidth(of: label) + displayWidth(of: before)
    surface.fill(Rect(row: row, column: 0, rows: 1, columns: size.columns))
    let style = Style(.warning)
    // Text too long for the row is scrolled, so that its places are not where they would be.
    guard 1 + displayWidth(of: label + prompt.input.text) < size.columns - 1 else {
      surface.write(
        truncate(problem.message, to: size.columns - 2, ellipsis: glyphs.ellipsis),
        at: Point(row: row, column: 1), style: style)
      return
    }
    let width = displayWidth(of: problem.message)
    surface.write("^", at: Point(row: row, column: column), style: style)
    if column + 2 + width > size.columns - 1, column > size.columns / 2 {
      let text = truncate(problem.message, to: column - 2, ellipsis: glyphs.ellipsis)
      surface.write(
        text, at: Point(row: row, column: column - 1 - displayWidth(of: text)), style: style)
    } else {
      surface.write(
        truncate(problem.message, to: size.columns - column - 3, ellipsis: glyphs.ellipsis),
        at: Point(row: row, column: column + 2), style: style)
    }
  }
}
