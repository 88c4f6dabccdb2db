import ReadingModel

/// A line of plain text that is not blank.
struct PlainLine: Equatable {
  /// Its number, counted from 1.
  var number: Int
  /// Its text without white space at its ends.
  var text: String
  /// True when a blank line stands before it, or nothing.
  var isAfterBlank: Bool
}

/// The lines of a text that are not blank, one after another.
struct PlainLines: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var number = 0

  /// The lines of a text that stays where it is while they are read.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next line that is not blank; of a very long one, as much as a remark may hold.
  mutating func next() -> PlainLine? {
    var isAfterBlank = number == 0
    while index < bytes.count {
      var start = index
      while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      var end = index
      if index < bytes.count {
        let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
        index += isPair ? 2 : 1
      }
      number += 1
      while start < end, Self.isSpace(bytes[start]) { start += 1 }
      while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
      let length = Swift.min(end - start, SafeText.longestBlock)
      let text = String(decoding: bytes[start..<start + length], as: UTF8.self).trimmed
      if !text.isEmpty { return PlainLine(number: number, text: text, isAfterBlank: isAfterBlank) }
      isAfterBlank = true
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0C ~= byte }
}
