/// One record of a format whose lines begin with tags, as its tags and values in order.
struct TaggedRecord {
  /// The longest value, in bytes; a title or abstract is cut shorter than that when it is cleaned.
  static let longestValue = 300_000

  /// The line on which it begins, counted from 1.
  let line: Int
  /// Its tags and values in order; the lines of a value are parted by line feeds.
  private(set) var fields: [(tag: String, value: String)] = []
  /// True after a blank line, which parts paragraphs when the value goes on behind it.
  private var isParted = false

  /// Makes a record that begins on a line.
  init(line: Int) { self.line = line }

  /// Adds a tag with the first line of its value.
  mutating func add(_ tag: String, _ value: Slice<UnsafeBufferPointer<UInt8>>) {
    fields.append((tag, Self.text(value)))
    isParted = false
  }

  /// Adds a line to the last value.
  mutating func extend(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let last = fields.indices.last else { return }
    let separator = fields[last].value.isEmpty ? "" : isParted ? "\n\n" : "\n"
    isParted = false
    guard fields[last].value.utf8.count + line.count < Self.longestValue else { return }
    fields[last].value += separator + Self.text(line)
  }

  /// Takes notice of a blank line.
  mutating func part() { isParted = true }

  private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes.prefix(longestValue), as: UTF8.self)
  }
}
