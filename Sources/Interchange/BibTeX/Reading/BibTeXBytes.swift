/// The bytes of a BibTeX document, and the questions that its scanner asks about a place in them.
struct BibTeXBytes {
  /// The document, valid UTF-8.
  let bytes: UnsafeBufferPointer<UInt8>

  /// The number of bytes.
  var count: Int { bytes.count }

  /// The byte at a place.
  subscript(index: Int) -> UInt8 { bytes[index] }

  /// The bytes at a place.
  subscript(range: Range<Int>) -> Slice<UnsafeBufferPointer<UInt8>> { bytes[range] }

  /// The head of a block: an `@`, a type and an opening brace or parenthesis.
  struct Head {
    /// The place of the type, without the `@`.
    var type: Range<Int>
    /// The place of the opening delimiter.
    var open: Int
  }

  /// The head of the block whose `@` is at a place; nil when there is none.
  func head(at index: Int) -> Head? {
    let start = skipped(index + 1, while: Self.isWhiteSpace)
    guard start < count, Self.isLetter(bytes[start]) else { return nil }
    let end = skipped(start, while: Self.isOfType)
    let open = skipped(end, while: Self.isWhiteSpace)
    guard open < count, bytes[open] == UInt8(ascii: "{") || bytes[open] == UInt8(ascii: "(") else {
      return nil
    }
    return Head(type: start..<end, open: open)
  }

  /// True when a block begins at an `@` in the middle of a value, which has lost its end before it.
  ///
  /// A block begins at the start of a line, and a comma follows its citation key.
  func beginsBlock(at index: Int) -> Bool {
    guard isLineStart(index), let head = head(at: index), head.type.lowerBound == index + 1 else {
      return false
    }
    if isType(head.type, "comment") || isType(head.type, "string") || isType(head.type, "preamble")
    {
      return true
    }
    let start = skipped(head.open + 1, while: Self.isWhiteSpace)
    // Longer than any citation key.
    let end = min(count, start + 200)
    var place = start
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: ","): return true
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""), 0x0A, 0x0D: return false
      // An entry without a key.
      case UInt8(ascii: "="): return true
      default: place += 1
      }
    }
    return false
  }

  /// True at the first byte of a line.
  func isLineStart(_ index: Int) -> Bool {
    index == 0 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D
  }

  /// True when a type is that word, in whatever case it is written.
  func isType(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      zip(bytes[range], letters).allSatisfy { $0 | 0x20 == $1 }
    }
  }

  /// The place of the first byte from a place on that is not accepted.
  @inline(__always)
  func skipped(_ index: Int, while accepts: (UInt8) -> Bool) -> Int {
    var index = index
    while index < count, accepts(bytes[index]) { index += 1 }
    return index
  }

  /// The place of the next field or of the end of the block: white space and the comments of biber,
  /// which go from a percent sign to the end of the line, are passed over.
  func skippedSpace(_ index: Int) -> Int {
    var index = skipped(index, while: Self.isWhiteSpace)
    while index < count, bytes[index] == UInt8(ascii: "%") {
      index = skipped(skipped(index) { $0 != 0x0A && $0 != 0x0D }, while: Self.isWhiteSpace)
    }
    return index
  }

  /// A place without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Self.isWhiteSpace(bytes[start]) { start += 1 }
    while end > start, Self.isWhiteSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The text at a place, at most so many bytes of it.
  func text(_ range: Range<Int>, limit: Int = 200) -> String {
    String(decoding: bytes[range.prefix(limit)], as: UTF8.self)
  }

  static func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  /// True for what the type of a block is made of.
  static func isOfType(_ byte: UInt8) -> Bool {
    isLetter(byte) || 0x30...0x39 ~= byte || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// True for what names of fields and abbreviations are made of.
  static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F: false
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"): false
    case UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "#"): false
    case UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: "~"): false
    default: true
    }
  }
}
