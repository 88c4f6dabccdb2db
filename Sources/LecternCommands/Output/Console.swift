import Foundation
import Terminal

/// Standard output: a table that fits the width on a terminal, one record a line anywhere else.
struct Console {
  /// True when standard output is a terminal.
  let isTerminal: Bool
  /// How many columns a line may take.
  let columns: Int
  /// True when weights and colours may be written.
  let usesColor: Bool

  init(_ options: OpeningOptions) {
    isTerminal = isatty(STDOUT_FILENO) == 1
    var window = winsize()
    let known = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0
    columns = known && window.ws_col > 0 ? Int(window.ws_col) : 80
    let environment = ProcessInfo.processInfo.environment
    usesColor =
      isTerminal && !options.noColor && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }

  /// Writes a line.
  func line(_ text: String = "") { print(text) }

  /// Writes a line that stands out, on a terminal with colour.
  func heading(_ text: String) { print(usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text) }

  /// Writes a record: its fields parted by tabs, so none may hold a tab or a line end.
  func record(_ fields: [String]) {
    print(
      fields.map { field in
        String(field.map { $0.isNewline || $0 == "\t" ? " " : $0 })
      }.joined(separator: "\t"))
  }

  /// Writes rows as a table on a terminal, as records anywhere else.
  ///
  /// - Parameters:
  ///   - rows: The rows, each with one text a column.
  ///   - flexible: The column that gives way when the width is short.
  ///   - rightAligned: The columns of numbers.
  func table(_ rows: [[String]], flexible: Int, rightAligned: Set<Int> = []) {
    guard isTerminal else {
      for row in rows { record(row) }
      return
    }
    let count = rows.map(\.count).max() ?? 0
    var widths = (0..<count).map { column in
      rows.map { column < $0.count ? displayWidth(of: $0[column]) : 0 }.max() ?? 0
    }
    guard count > 0 else { return }
    let gaps = 2 * (count - 1)
    let over = widths.reduce(0, +) + gaps - columns
    if over > 0 { widths[flexible] = max(8, widths[flexible] - over) }
    for row in rows {
      let cells = row.enumerated().map { column, text in
        let cut = truncate(text, to: widths[column])
        let space = String(repeating: " ", count: max(0, widths[column] - displayWidth(of: cut)))
        return rightAligned.contains(column) ? space + cut : cut + space
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      print(line)
    }
  }

  /// Writes a paragraph wrapped to at most 72 columns, or as one line when not on a terminal.
  func paragraph(_ text: String, indent: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    guard isTerminal else { return print(margin + text) }
    for line in wrap(text, columns: max(20, min(72, columns) - indent)) {
      print(margin + text[line.content])
    }
  }
}
