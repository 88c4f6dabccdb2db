import ReadingModel

/// The cells of the rows of a table, by the bars between them.
///
/// A bar that is no end of a cell has to be escaped (https://github.github.com/gfm/#tables-extension-),
/// which people forget in titles, code and formulas; a row has more cells than its table has columns
/// then, and its last ones would be lost.
struct TableCells {
  /// How many columns the table has.
  private let columns: Int
  /// The column whose text may hold bars.
  private let text: Int

  /// The most columns that are looked at: each bar is followed through its row.
  private static let most = 200

  /// Reads the row of headings.
  init(header: ArraySlice<UInt8>) {
    let bars = Self.bars(in: header)
    columns = bars.count - 1
    let names = zip(bars, bars.dropFirst()).map { start, end in
      [
        MarkdownRun(
          text: String(decoding: header[max(start + 1, header.startIndex)..<end], as: UTF8.self))
      ]
    }
    text = MarkdownColumns(names).roles.firstIndex(of: .title) ?? 0
  }

  /// The row with a backslash before each bar that ends no cell; nil where it has none such.
  func escaped(_ row: ArraySlice<UInt8>) -> [UInt8]? {
    guard 2...Self.most ~= columns else { return nil }
    let bars = Self.bars(in: row)
    var surplus = bars.count - 1 - columns
    guard surplus > 0, surplus <= 20 else { return nil }
    var inner: Set<Int> = []
    for bar in bars.dropFirst().dropLast() where surplus > 0 && Self.isEnclosed(bar, in: row) {
      inner.insert(bar)
      surplus -= 1
    }
    let others = bars.filter { !inner.contains($0) }
    // What is left over belongs to the column of titles.
    if text + 1 + surplus < others.count {
      inner.formUnion(others[(text + 1)..<(text + 1 + surplus)])
    }
    var result: [UInt8] = []
    for index in row.indices {
      if inner.contains(index) { result.append(UInt8(ascii: "\\")) }
      result.append(row[index])
    }
    return result
  }

  /// The bars that part the cells of a row, with the places before its first and behind its last cell
  /// where no bars stand there.
  private static func bars(in row: ArraySlice<UInt8>) -> [Int] {
    var bars: [Int] = []
    var isEscaped = false
    for index in row.indices {
      let byte = row[index]
      if byte == UInt8(ascii: "|"), !isEscaped { bars.append(index) }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    let blank = { (part: ArraySlice<UInt8>) in part.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    if let first = bars.first, !blank(row[..<first]) { bars.insert(row.startIndex - 1, at: 0) }
    if let last = bars.last, !blank(row[(last + 1)...]) { bars.append(row.endIndex) }
    return bars
  }

  /// True for a bar within code, a formula, or the address or words of a link.
  private static func isEnclosed(_ bar: Int, in row: ArraySlice<UInt8>) -> Bool {
    let before = row[..<bar]
    let behind = row[(bar + 1)...]
    for mark in "`$".utf8
    where before.count(where: { $0 == mark }) % 2 == 1 && behind.contains(mark) {
      return true
    }
    for (open, close) in zip("[(".utf8, "])".utf8) {
      let isOpen = before.last { $0 == open || $0 == close } == open
      guard isOpen, let end = behind.first(where: { $0 == open || $0 == close }), end == close
      else {
        continue
      }
      // An address has no spaces, and words on a link have an address behind them.
      let inside = behind.prefix { $0 != close }
      if open == UInt8(ascii: "(")
        ? !inside.contains(0x20)
        : behind.dropFirst(inside.count + 1).first
          == UInt8(ascii: "(")
      {
        return true
      }
    }
    return false
  }
}
