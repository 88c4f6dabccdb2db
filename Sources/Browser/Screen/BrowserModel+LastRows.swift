import ReadingModel
import Terminal

/// What stands on the last rows: sentences, questions, prompts. None is cut while there are rows to
/// go on in.
extension BrowserModel {
  /// Draws lines on the last rows, and above more than one of them the rule that parts them from the
  /// panes.
  func drawLastRows(_ lines: [StyledLine], into surface: inout Surface) {
    let top = size.rows - lines.count
    surface.fill(Rect(row: top, column: 0, rows: lines.count, columns: size.columns))
    for (index, line) in lines.enumerated() {
      surface.write(line, at: Point(row: top + index, column: 0), limit: size.columns)
    }
    if lines.count > 1 { drawRule(above: top, into: &surface) }
  }

  private func drawRule(above row: Int, into surface: inout Surface) {
    guard layout.footerRule != nil else { return }
    surface.fill(
      Rect(row: row - 1, column: 0, rows: 1, columns: size.columns), with: glyphs.horizontal,
      style: Style(.dim))
  }

  /// A sentence as lines as wide as the screen, the last one cut where it would take too many rows.
  func sentence(_ text: String, _ style: Style) -> [StyledLine] {
    let most = max(1, min(4, size.rows / 2 - 2))
    let columns = size.columns - 1
    let whole = StyledLine.wrapped(
      [StyledRun(text, style: style)], columns: columns, indent: 1, hanging: 1)
    guard whole.count > most else { return whole }
    let rest = whole[(most - 1)...].flatMap(\.runs).map(\.text).joined(separator: " ")
    let cut = truncate(rest, to: columns - 1, ellipsis: glyphs.ellipsis)
    return whole.prefix(most - 1) + [StyledLine(indent: 1, runs: [StyledRun(cut, style: style)])]
  }

  /// Hints as lines, each hint whole.
  func hintLines(_ hints: [KeyHint]) -> [StyledLine] {
    var lines: [StyledLine] = []
    var column = size.columns
    for hint in hints {
      if column + hint.width > size.columns - 1 {
        lines.append(StyledLine(indent: 1))
        column = 1
      }
      lines[lines.count - 1].runs += [
        StyledRun(hint.key, .text, .bold), StyledRun(" \(hint.label)  ", .dim),
      ]
      column += hint.width + 2
    }
    return lines
  }

  /// Draws a question, and its answers behind it or below.
  func drawQuestion(_ question: String, _ answers: [KeyHint], into surface: inout Surface) {
    var lines = sentence(question, Style(.warning, .bold))
    let answerLines = hintLines(answers)
    let width = displayWidth(of: question) + answers.reduce(0) { $0 + $1.width + 2 }
    if lines.count == 1, answerLines.count == 1, width + 4 < size.columns {
      lines[0].runs += [StyledRun("   ")] + answerLines[0].runs
    } else {
      lines += answerLines
    }
    drawLastRows(lines, into: &surface)
  }

  /// Draws a prompt.
  ///
  /// - Parameters:
  ///   - label: What stands before the line.
  ///   - input: The line.
  ///   - side: What stands at its right, where there is room for all of it.
  ///   - under: The rows below it.
  ///   - words: What Tab can make of the line, in a row above it, and which of them it shows.
  func drawPrompt(
    _ label: String, _ input: LineInput, side: String = "", under: [StyledLine] = [],
    words: (words: [String], index: Int?) = ([], nil), into surface: inout Surface
  ) {
    let under = input.cutSentence.map { sentence($0, Style(.warning)) } ?? under
    drawLastRows([.blank] + under, into: &surface)
    let row = size.rows - 1 - under.count
    let label = truncate(label, to: max(1, size.columns - 14), ellipsis: glyphs.ellipsis)
    let start = 1 + surface.write(label, at: Point(row: row, column: 1), style: Style(.text, .bold))
    var end = size.columns - 1
    let width = displayWidth(of: side)
    if width > 0, width <= (end - start) / 2 {
      surface.write(side, at: Point(row: row, column: end - width), style: Style(.dim))
      end -= width + 2
    }
    input.draw(into: &surface, row: row, columns: start..<max(start, end))
    guard !words.words.isEmpty, row >= 2 else { return }
    drawRule(above: row - 1, into: &surface)
    drawWords(words.words, chosen: words.index, row: row - 1, into: &surface)
  }

  /// Draws a prompt for a query; what is wrong with it stands under the place where it is.
  func drawQueryPrompt(
    _ label: String, _ input: LineInput, problem: QueryError?, side: String,
    into surface: inout Surface
  ) {
    guard let problem else { return drawPrompt(label, input, side: side, into: &surface) }
    let style = Style(.warning)
    let start = 1 + displayWidth(of: label)
    var under = sentence(problem.message, style)
    // Text too long for the row is scrolled, so that its places are not where they would be.
    if start + displayWidth(of: input.text) < size.columns - 1 {
      let column = start + displayWidth(of: String(input.text.prefix(problem.offset)))
      let width = displayWidth(of: problem.message)
      let arrow = StyledRun("^", style: style)
      if column + 2 + width < size.columns {
        under = [
          StyledLine(indent: column, runs: [arrow, StyledRun(" \(problem.message)", style: style)])
        ]
      } else if width + 2 <= column {
        under = [
          StyledLine(
            indent: column - width - 1,
            runs: [StyledRun("\(problem.message) ", style: style), arrow])
        ]
      } else {
        under.insert(StyledLine(indent: column, runs: [arrow]), at: 0)
      }
    }
    drawPrompt(label, input, under: under, into: &surface)
  }

  /// Draws the words that a line can go on with in a row, the one on show in view.
  private func drawWords(
    _ words: [String], chosen index: Int?, row: Int, into surface: inout Surface
  ) {
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
      let room = size.columns - 2 - column
      guard displayWidth(of: word) <= room || place == first else {
        surface.write(glyphs.ellipsis, at: Point(row: row, column: column), style: Style(.dim))
        return
      }
      let style = place == index ? Style(.text, [.bold, .reverse]) : Style(.dim)
      let shown = truncate(word, to: room, ellipsis: glyphs.ellipsis)
      column += surface.write(shown, at: Point(row: row, column: column), style: style) + 2
    }
  }
}
