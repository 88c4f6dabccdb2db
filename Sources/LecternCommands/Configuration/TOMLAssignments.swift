/// The assignments of a TOML document that stand before its first table, with their places in bytes.
///
/// The document has to be one that the TOML library reads: nothing here looks for faults.
struct TOMLAssignments {
  /// One assignment.
  struct Assignment {
    /// The key as it is written, quotes and dots and all.
    var key: String
    /// Where its value stands, without the remark behind it.
    var value: Range<Int>
    /// The line on which it begins, counted from 1.
    var line: Int
    /// True when a remark stands between the lines of the value.
    var hasRemarks = false
    /// The place behind its last line.
    var end: Int
  }

  /// The assignments in order.
  private(set) var all: [Assignment] = []
  /// Where the line of the first table header begins; nil without a table.
  private(set) var firstTable: Int?

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1

  /// Reads a document.
  init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    var start = place
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): place += 1
      case UInt8(ascii: "\n"):
        place += 1
        line += 1
        start = place
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: "["):
        firstTable = start
        return
      default: readAssignment()
      }
    }
  }

  /// The assignment of a key that is written without dots; nil when there is none.
  func assignment(of name: String) -> Assignment? {
    let forms = [name, "\"\(name)\"", "'\(name)'"]
    return all.first { forms.contains($0.key) }
  }

  private mutating func readAssignment() {
    let (start, first) = (place, line)
    while place < bytes.count, bytes[place] != UInt8(ascii: "=") { skipPiece() }
    let key = Substring(decoding: bytes[start..<place], as: UTF8.self)
    place = min(place + 1, bytes.count)
    while place < bytes.count, isBlank(bytes[place]) { place += 1 }
    var assignment = Assignment(
      key: String(Self.trimmed(key)), value: place..<place, line: first, end: place)
    var depth = 0
    scan: while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\n") where depth == 0: break scan
      case UInt8(ascii: "#"):
        if depth == 0 { break scan }
        assignment.hasRemarks = true
        skipLine()
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
      let isValue = !isBlank(bytes[place]) && bytes[place] != UInt8(ascii: "\n")
      skipPiece()
      if isValue { assignment.value = assignment.value.lowerBound..<place }
    }
    skipLine()
    assignment.end = min(place + 1, bytes.count)
    all.append(assignment)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
    return start[...last]
  }

  private mutating func skipLine() {
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
  }

  /// Skips a string, or one byte of anything else.
  private mutating func skipPiece() {
    let quote = bytes[place]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      if quote == UInt8(ascii: "\n") { line += 1 }
      place += 1
      return
    }
    let isLong = bytes[place...].starts(with: [quote, quote, quote])
    place += isLong ? 3 : 1
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\n") { line += 1 }
        place = min(place + 2, bytes.count)
        continue
      }
      let isEnd = isLong ? bytes[place...].starts(with: [quote, quote, quote]) : byte == quote
      place += isEnd && isLong ? 3 : 1
      guard isEnd else { continue }
      // Up to two quotes may stand before those that end a long string.
      while isLong, place < bytes.count, bytes[place] == quote { place += 1 }
      return
    }
  }
}
