/// The lines on which the keys of a TOML document stand.
///
/// The TOML library gives places for errors of syntax only. This reads just enough of the text to
/// find a key: table headers, and what stands before a line's first `=`. A line inside a multi-line
/// string that looks like a key may be taken for one; the first line found counts.
struct KeyLines {
  private var lines: [[String]: Int] = [:]

  /// Reads a document.
  init(_ text: String) {
    var table: [String] = []
    var number = 0
    // By bytes: as characters, the two of a CR LF are one, and other line ends are none to TOML.
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let content = Substring(line).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      if content.first == "[" {
        let name = content.drop { $0 == "[" }.prefix { $0 != "]" }
        guard let header = Self.path(name) else { continue }
        table = header
        note(table, number)
      } else if let equals = content.firstIndex(of: "="),
        let key = Self.path(content[..<equals])
      {
        note(table + key, number)
      }
    }
  }

  /// The line of a key, counted from 1.
  ///
  /// - Parameters:
  ///   - key: the key as TOML reads it, without quotes.
  ///   - table: the table it stands in; nil for the document itself.
  /// - Returns: nil when no line has the key in a form that this scan knows.
  func line(of key: String, in table: String? = nil) -> Int? {
    lines[(table.map { [$0] } ?? []) + [key]]
  }

  /// A dotted key also says where each of the tables it names begins.
  private mutating func note(_ path: [String], _ number: Int) {
    for length in 1...max(1, path.count) where length <= path.count {
      let prefix = Array(path.prefix(length))
      if lines[prefix] == nil { lines[prefix] = number }
    }
  }

  /// The parts of a bare, quoted or dotted key; nil when the text is none of these.
  private static func path(_ text: Substring) -> [String]? {
    var parts: [String] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      let word = trimmed(part)
      guard let first = word.first else { return nil }
      if first == "\"" || first == "'" {
        guard word.count >= 2, word.last == first else { return nil }
        parts.append(String(word.dropFirst().dropLast()))
      } else {
        guard !word.contains(where: { $0.isWhitespace || $0 == "#" }) else { return nil }
        parts.append(String(word))
      }
    }
    return parts
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start.prefix(0) }
    return start[...last]
  }
}
