/// The lines of metadata at the head of a Markdown document, between two lines of dashes.
struct MarkdownFrontMatter {
  /// The title.
  private(set) var title: String?
  /// The day the document is of, ISO 8601.
  private(set) var date: String?
  /// Where the document goes on, in bytes.
  private(set) var end = 0
  /// The number of the line it goes on with.
  private(set) var nextLine = 1

  /// The most bytes that are looked at.
  private static let longest = 65_536

  /// Reads the metadata of a document; most have none.
  init(_ bytes: [UInt8]) {
    guard bytes.starts(with: "---\n".utf8) || bytes.starts(with: "---\r\n".utf8) else { return }
    let lines = bytes.prefix(Self.longest).split(separator: 0x0A, omittingEmptySubsequences: false)
      .dropLast()
    guard let close = lines.dropFirst().firstIndex(where: { Self.text($0) == "---" }) else {
      return
    }
    // A rule at the head of a document is followed by text, metadata by names.
    guard let first = lines.dropFirst().first, Self.text(first).contains(":") else { return }
    end = lines[close].endIndex + 1
    nextLine = close + 2
    title = Self.value(of: "title", in: lines[1..<close])
    let day = (Self.value(of: "date", in: lines[1..<close]) ?? "").prefix(10)
    if CalendarDay.isValid(String(day)) { date = String(day) }
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self).trimmedEnd
  }

  /// A value with the indented lines that go on with it, without its quotes.
  private static func value(of key: String, in lines: ArraySlice<ArraySlice<UInt8>>) -> String? {
    guard let index = lines.firstIndex(where: { $0.starts(with: "\(key): ".utf8) }) else {
      return nil
    }
    var value = text(lines[index]).dropFirst(key.count + 2).trimmed
    for line in lines[(index + 1)...].map(text) {
      guard line.hasPrefix(" ") else { break }
      value += " " + line.trimmed
    }
    guard let first = value.first, first == value.last, value.count > 1, "'\"".contains(first)
    else {
      return value.isEmpty ? nil : value
    }
    let inner = String(value.dropFirst().dropLast())
    return first == "'" ? inner.replacing("''", with: "'") : inner.replacing("\\\"", with: "\"")
  }
}
