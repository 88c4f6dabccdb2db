/// Tells quickly that a text is safe as it stands, which nearly every text is.
///
/// Plain are printable ASCII, the letters and signs of Latin-1 and the extensions of Latin, Cyrillic
/// letters, dashes, quotes and other signs from U+2010 to U+2027, and Chinese characters: all in
/// normalisation form C, none invisible or combining.
enum PlainText {
  /// True for plain text whose spaces stand singly between words.
  static func isLine(_ bytes: String.UTF8View) -> Bool {
    bytes.withContiguousStorageIfAvailable { isPlain($0, asLine: true) } ?? false
  }

  /// True for plain text in lines without a space at their ends, the first and the last not blank.
  static func isBlock(_ bytes: String.UTF8View) -> Bool {
    bytes.withContiguousStorageIfAvailable { isPlain($0, asLine: false) } ?? false
  }

  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, asLine: Bool) -> Bool {
    guard let first = bytes.first, let end = bytes.last else { return true }
    guard end != 0x20, end != 0x0A, first != 0x0A, !asLine || first != 0x20 else { return false }
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index < bytes.count {
      // Eight characters at a time while they are printable ASCII, with single spaces.
      while index + 8 <= bytes.count {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        guard isPrintable(word), !asLine || !hasPair(word) else { break }
        if asLine, index > 0, bytes[index] == 0x20, bytes[index - 1] == 0x20 { return false }
        index += 8
      }
      guard index < bytes.count, let width = width(of: bytes, at: index, asLine: asLine) else {
        return index == bytes.count
      }
      index += width
    }
    return true
  }

  /// The bytes of the plain character at a place; nil when it is not plain there.
  private static func width(
    of bytes: UnsafeBufferPointer<UInt8>, at index: Int, asLine: Bool
  ) -> Int? {
    let byte = bytes[index]
    switch byte {
    case 0x21..<0x7F: return 1
    case 0x20: return asLine && index > 0 && bytes[index - 1] == 0x20 ? nil : 1
    case 0x0A: return asLine || bytes[index - 1] == 0x20 ? nil : 1
    // U+00A0 is white space, U+00AD invisible, and what stands before them are controls.
    case 0xC2: return bytes[index + 1] <= 0xA0 || bytes[index + 1] == 0xAD ? nil : 2
    case 0xC3...0xC9, 0xD0, 0xD1: return 2
    // Latin Extended Additional alone.
    case 0xE1: return 0xB8...0xBB ~= bytes[index + 1] ? 3 : nil
    case 0xE2: return bytes[index + 1] == 0x80 && 0x90...0xA7 ~= bytes[index + 2] ? 3 : nil
    case 0xE4...0xE9: return 3
    default: return nil
    }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// True when each of eight bytes is from 0x20 to 0x7E.
  @inline(__always)
  private static func isPrintable(_ word: UInt64) -> Bool {
    // The high bit of a byte comes to be set when the byte is over, or under, the bound.
    let over = word &+ ones &* 0x01
    let under = (word | highs) &- ones &* 0x20
    return (word | over | ~under) & highs == 0
  }

  /// True when two spaces stand side by side in eight bytes of ASCII.
  @inline(__always)
  private static func hasPair(_ word: UInt64) -> Bool {
    // Zero where there is a space; the high bit is set for every other byte.
    let others = (word ^ (ones &* 0x20)) &+ ones &* 0x7F
    let spaces = ~others & highs
    return spaces & spaces << 8 != 0
  }
}
