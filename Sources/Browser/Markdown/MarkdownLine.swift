/// A line of a Markdown text, and what its beginning says about it (CommonMark 0.31, section 4).
struct MarkdownLine: Equatable, Sendable {
  /// The columns before the text; a tab goes to the next column that is a multiple of four.
  var indent = 0
  /// The text in UTF-8.
  let text: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while let byte = rest.first, byte == .space || byte == .tab {
      indent += byte == .tab ? 4 - indent % 4 : 1
      rest = rest.dropFirst()
    }
    text = rest
  }

  private init(indent: Int, text: ArraySlice<UInt8>) {
    self.indent = indent
    self.text = text
  }

  /// The line without so many of the columns before its text.
  func dedented(by columns: Int) -> MarkdownLine {
    MarkdownLine(indent: max(0, indent - columns), text: text)
  }

  var isBlank: Bool { text.isEmpty }

  /// The text as a string.
  var string: String { String(decoding: text, as: UTF8.self) }

  // MARK: Fences

  /// The sign of a fence and how often it stands there.
  struct Fence: Equatable, Sendable {
    var sign: UInt8
    var count: Int
  }

  /// The fence that the line opens or closes; nil when it is none.
  var fence: Fence? {
    guard let sign = text.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else {
      return nil
    }
    let count = text.prefix { $0 == sign }.count
    // A backtick behind the fence makes it a code span.
    guard count >= 3, sign != UInt8(ascii: "`") || !text.dropFirst(count).contains(sign) else {
      return nil
    }
    return Fence(sign: sign, count: count)
  }

  /// True when the line ends what a fence began.
  func closes(_ open: Fence) -> Bool {
    guard let fence, fence.sign == open.sign, fence.count >= open.count else { return false }
    return text.dropFirst(fence.count).allSatisfy(\.isBlank)
  }

  // MARK: Headings and rules

  /// The level and the text of a heading that begins with `#`.
  var heading: (level: Int, text: String)? {
    let level = text.prefix { $0 == UInt8(ascii: "#") }.count
    var rest = text.dropFirst(level)
    guard (1...6).contains(level), rest.first?.isBlank ?? true else { return nil }
    rest = rest.trimmed
    let bare = rest.trimmingSuffix { $0 == UInt8(ascii: "#") }
    if bare.last?.isBlank ?? true { rest = bare.trimmed }
    return (level, String(decoding: rest, as: UTF8.self))
  }

  /// The level of the heading that the line makes of the paragraph above it.
  var underlinedLevel: Int? {
    guard let sign = text.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: "-"),
      text.trimmed.allSatisfy({ $0 == sign })
    else { return nil }
    return sign == UInt8(ascii: "=") ? 1 : 2
  }

  /// True for a thematic break: three or more of `-`, `*` or `_` and nothing else.
  var isRule: Bool {
    guard let sign = text.first,
      sign == UInt8(ascii: "-") || sign == UInt8(ascii: "*") || sign == UInt8(ascii: "_")
    else { return false }
    var count = 0
    for byte in text {
      if byte == sign { count += 1 } else if !byte.isBlank { return false }
    }
    return count >= 3
  }

  // MARK: Quotes and lists

  var isQuote: Bool { text.first == UInt8(ascii: ">") }

  /// What is quoted, for a line that is a quote.
  var quoted: MarkdownLine {
    let rest = text.dropFirst()
    return MarkdownLine(rest.first == .space ? rest.dropFirst() : rest)
  }

  /// The sign of a list item.
  struct Marker: Equatable, Sendable {
    /// The number with the sign behind it; nil for a bullet.
    var number: String?
    /// The columns from the start of the line to the text of the item.
    var width: Int
    /// The text of the item.
    var rest: MarkdownLine
  }

  /// The sign that makes the line a list item; nil when it is none.
  var marker: Marker? {
    guard let first = text.first else { return nil }
    var length = 1
    var number: String?
    if first.isDigit {
      // More digits would be no number that browsers of the web count with.
      let digits = text.prefix(10).prefix { $0.isDigit }
      guard digits.count < 10, let sign = text.dropFirst(digits.count).first,
        sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
      else { return nil }
      length = digits.count + 1
      number = String(decoding: text.prefix(length), as: UTF8.self)
    } else if first != UInt8(ascii: "-"), first != UInt8(ascii: "*"), first != UInt8(ascii: "+") {
      return nil
    }
    guard text.dropFirst(length).first?.isBlank ?? true else { return nil }
    let rest = MarkdownLine(text.dropFirst(length))
    // Beyond four blanks it is the text itself that is indented.
    let gap = rest.isBlank || rest.indent > 4 ? 1 : rest.indent
    return Marker(number: number, width: indent + length + gap, rest: rest.dedented(by: gap))
  }

  // MARK: Tables

  /// The alignments that the line gives a table, as the line under its header; nil for any other.
  var alignments: [MarkdownTable.Alignment]? {
    guard text.contains(UInt8(ascii: "-")),
      text.allSatisfy({ $0.isBlank || $0 == UInt8(ascii: "-") || $0 == .pipe || $0 == .colon })
    else { return nil }
    var alignments: [MarkdownTable.Alignment] = []
    for cell in cells {
      let hyphens = cell.utf8.count { $0 == UInt8(ascii: "-") }
      let (starts, ends) = (cell.utf8.first == .colon, cell.utf8.last == .colon)
      let signs = hyphens + (starts ? 1 : 0) + (ends ? 1 : 0)
      guard hyphens > 0, signs == cell.utf8.count else { return nil }
      alignments.append(ends ? starts ? .centre : .right : .left)
    }
    return alignments
  }

  /// The cells of a row of a table; `\|` is no border.
  var cells: [String] {
    var row = text.trimmed
    if row.first == .pipe { row = row.dropFirst() }
    var cells: [String] = []
    var start = row.startIndex
    var isEscaped = false
    for index in row.indices {
      if row[index] == .pipe, !isEscaped {
        cells.append(String(decoding: row[start..<index].trimmed, as: UTF8.self))
        start = index + 1
      }
      isEscaped = row[index] == .backslash && !isEscaped
    }
    if start < row.endIndex || cells.isEmpty {
      cells.append(String(decoding: row[start...].trimmed, as: UTF8.self))
    }
    return cells
  }

  // MARK: All of them

  /// True when the line ends the paragraph that it follows.
  var interruptsParagraph: Bool {
    if isBlank || isQuote || fence != nil || isRule || heading != nil { return true }
    guard let marker, !marker.rest.isBlank else { return false }
    return marker.number == nil
      || marker.number?.utf8.first == UInt8(ascii: "1")
        && marker.number?.utf8.count == 2
  }
}

extension UInt8 {
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let pipe = UInt8(ascii: "|")
  static let colon = UInt8(ascii: ":")
  static let backslash = UInt8(ascii: "\\")

  var isBlank: Bool { self == .space || self == .tab }
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
  /// One of the signs of ASCII that a backslash takes the meaning from.
  var isSign: Bool { (0x21...0x7E).contains(self) && !isDigit && !isLetter }
}

extension ArraySlice<UInt8> {
  /// The bytes without the blanks at both ends.
  var trimmed: ArraySlice<UInt8> { drop { $0.isBlank }.trimmingSuffix { $0.isBlank } }

  /// The bytes without those at the end that satisfy a condition.
  func trimmingSuffix(_ condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    guard let last = lastIndex(where: { !condition($0) }) else { return prefix(0) }
    return self[...last]
  }
}
