/// The bytes of a Markdown document and its lines.
struct MarkdownSource {
  /// What the parser reads: the document, with a blank line put into paragraphs without end.
  let bytes: [UInt8]
  /// Where each line begins.
  private let starts: [Int]
  /// The number of the first line.
  private let firstLine: Int
  /// The indices of the lines that were put in.
  private let added: [Int]

  /// The most lines of one paragraph; the parser's time grows with their square.
  private static let longestParagraph = 1_000
  /// The most bytes of a line or paragraph: the parser keeps two dozen for each bracket of one.
  private static let longestLine = 1 << 20

  /// Takes the text of a document from a byte on.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - start: Where its text begins, behind the front matter.
  ///   - firstLine: The number of the line that begins there.
  init(_ text: [UInt8], from start: Int = 0, firstLine: Int = 1) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count - start + 1)
    var starts = [0]
    var added: [Int] = []
    var lines = 0
    var size = 0
    var isTable = false
    var table: TableCells?
    var numbers = WideNumbers()
    var previous = text[start..<start]
    var index = start
    while index < text.count {
      let begin = index
      while index < text.count, text[index] != 0x0A, text[index] != 0x0D,
        index - begin < Self.longestLine || text[index] & 0xC0 == 0x80
      {
        index += 1
      }
      let isCut = index < text.count && text[index] != 0x0A && text[index] != 0x0D
      let kind = Self.kind(of: text[begin..<index])
      if kind == .delimiter {
        bytes.append(contentsOf: Self.withLongDashes(text[begin..<index]))
        if lines <= 2 { table = TableCells(header: previous) }
      } else if kind == .text, isTable, let row = table?.escaped(text[begin..<index]) {
        bytes.append(contentsOf: row)
      } else if let item = numbers.item(text[begin..<index], isBehindBlank: lines == 0) {
        bytes.append(contentsOf: item)
      } else {
        bytes.append(contentsOf: text[begin..<index])
      }
      previous = text[begin..<index]
      switch kind {
      case .blank, .opening:
        (lines, size) = (0, index - begin)
        isTable = false
      case .delimiter:
        isTable = lines <= 2
        lines += 1
      case .text:
        lines += 1
        size += index - begin
      }
      if isCut {
        // A blank line, and the rest of the line behind it.
        bytes += [0x0A, 0x0A]
        starts += [bytes.count - 1, bytes.count]
        added += [starts.count - 2, starts.count - 1]
        (lines, size) = (0, 0)
        continue
      }
      if index < text.count {
        index += text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A ? 2 : 1
      }
      bytes.append(0x0A)
      starts.append(bytes.count)
      if lines >= Self.longestParagraph || size >= Self.longestLine, !isTable {
        added.append(starts.count - 1)
        bytes.append(0x0A)
        starts.append(bytes.count)
        (lines, size) = (0, 0)
      }
    }
    self.bytes = bytes
    self.starts = starts
    self.firstLine = firstLine
    self.added = added
  }

  private enum LineKind {
    case blank, opening, delimiter, text
  }

  /// What a line does to a paragraph before it: ends it, opens something else, or goes on.
  private static func kind(of line: ArraySlice<UInt8>) -> LineKind {
    guard let first = line.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return .blank }
    switch line[first] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      let next = first + 1 < line.endIndex ? line[first + 1] : 0x20
      if next == 0x20 || next == 0x09 { return .opening }
    case UInt8(ascii: "|"):
      // A row of dashes is what makes a table of the lines around it.
      let isDelimiter = line.prefix(200).allSatisfy { " \t|:-".utf8.contains($0) }
      return isDelimiter ? .delimiter : .text
    default: break
    }
    return .text
  }

  /// A delimiter row with three dashes or more in each cell, which the parser asks for; GitHub asks
  /// for one.
  private static func withLongDashes(_ line: ArraySlice<UInt8>) -> [UInt8] {
    let dash = UInt8(ascii: "-")
    var row: [UInt8] = []
    var run = 0
    for byte in line + [UInt8(ascii: " ")] {
      if byte == dash { run += 1 }
      if byte != dash, run > 0 {
        row += repeatElement(dash, count: max(3, run))
        run = 0
      }
      if byte != dash { row.append(byte) }
    }
    return row
  }

  /// The number of the line that a byte of `bytes` stands on.
  func line(at offset: Int) -> Int {
    let index = Self.count(in: starts, upTo: offset) - 1
    return firstLine + index - Self.count(in: added, upTo: index)
  }

  /// The text of lines by their numbers, without the indentation that all of them share.
  func text(ofLines lines: ClosedRange<Int>, limit: Int = 262_144) -> String {
    var slices: [ArraySlice<UInt8>] = []
    var indentation = Int.max
    var size = 0
    for line in lines {
      guard let slice = slice(ofLine: line), size <= limit else { break }
      size += slice.count + 1
      slices.append(slice)
      let spaces = slice.prefix { $0 == 0x20 || $0 == 0x09 }
      guard spaces.count < slice.count else { continue }
      indentation = min(indentation, Self.width(of: spaces))
    }
    var bytes: [UInt8] = []
    for slice in slices {
      var width = 0
      let rest = slice.drop { byte in
        guard width < indentation, byte == 0x20 || byte == 0x09 else { return false }
        width += byte == 0x09 ? 4 : 1
        return true
      }
      bytes += rest
      bytes.append(0x0A)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func width(of spaces: ArraySlice<UInt8>) -> Int {
    spaces.reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
  }

  private func slice(ofLine line: Int) -> ArraySlice<UInt8>? {
    var index = line - firstLine
    // Added lines are few and far between.
    for extra in added where extra <= index { index += 1 }
    guard index >= 0, index + 1 < starts.count else { return nil }
    return bytes[starts[index]..<starts[index + 1] - 1]
  }

  /// How many of the ascending numbers are not greater than a limit.
  private static func count(in numbers: [Int], upTo limit: Int) -> Int {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
