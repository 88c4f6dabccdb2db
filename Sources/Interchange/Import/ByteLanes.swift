/// Eight bytes of a document that are looked at together, each in a lane of one word.
///
/// Sums and masks treat all lanes at once; nothing carries from one lane into the next. The technique
/// is in H. S. Warren, “Hacker's Delight”, second edition, section 6-1.
struct ByteLanes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let sevens: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  private let word: UInt64

  /// The bytes at a place, which has seven more behind it.
  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer, at place: Int) {
    word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }

  /// One in each lane that holds a byte, zero in the others; the byte is ASCII.
  @inline(__always)
  func ones(where byte: UInt8) -> UInt64 {
    let difference = word ^ Self.ones &* UInt64(byte)
    let others = ((difference & Self.sevens) &+ Self.sevens) | difference
    return (~others & Self.highs) >> 7
  }

  /// True when each byte is a letter, a digit, a space, one of `()*+,./:;<=>?` or part of a character
  /// outside of ASCII.
  @inline(__always)
  var areWords: Bool {
    let bytes = word & Self.sevens
    // The high bit of a lane comes to be set from the bound on.
    let lowered = bytes | Self.ones &* 0x20
    let letters = (lowered &+ Self.ones &* 0x1F) & ~(lowered &+ Self.ones &* 0x05)
    let spaces = ~((bytes ^ Self.ones &* 0x20) &+ Self.sevens)
    let plain = letters | spaces | word
    if plain & Self.highs == Self.highs { return true }
    let signs = (bytes &+ Self.ones &* 0x58) & ~(bytes &+ Self.ones &* 0x40)
    let hyphens = ~((bytes ^ Self.ones &* 0x2D) &+ Self.sevens)
    return (plain | (signs & ~hyphens)) & Self.highs == Self.highs
  }
}
