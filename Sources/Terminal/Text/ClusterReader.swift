/// Reads a text cluster by cluster over its bytes.
///
/// Where one plain code point follows another, each is a cluster, and nothing has to be looked up;
/// only around other code points the standard library is asked where a cluster ends (UAX #29).
struct ClusterReader {
  /// One cluster and where it ends.
  struct Cluster {
    /// The offset behind it, in bytes from the start of the text.
    let end: Int
    /// The columns it takes.
    let width: Int
    /// Its first code point.
    let scalar: UInt32
    /// True when it is nothing but that.
    let isSingle: Bool
  }

  /// How many bytes the text has.
  var count: Int { bytes.count }
  private let bytes: UnsafeBufferPointer<UInt8>
  private let text: Substring

  /// Runs `body` with a reader of the text, which is valid only in it.
  static func reading<Result>(
    _ text: Substring, _ body: (ClusterReader) throws -> Result
  ) rethrows -> Result {
    var contiguous = text
    return try contiguous.withUTF8 { try body(ClusterReader(bytes: $0, text: text)) }
  }

  /// The byte at an offset.
  func byte(at offset: Int) -> UInt8 { bytes[offset] }

  /// How many clusters from an offset on, at most so many, are each one printable character of ASCII.
  func asciiCount(from offset: Int, most: Int) -> Int {
    let limit = min(bytes.count, offset + max(0, most))
    var end = offset
    while end < limit, bytes[end].isPrintableASCII { end += 1 }
    // What follows may belong to the last of them.
    if end > offset, end < bytes.count, bytes[end] >= 0x80 { end -= 1 }
    return end - offset
  }

  /// The cluster that begins at an offset, which must be the end of another or 0 and lie in the text.
  func cluster(at offset: Int) -> Cluster {
    let first = bytes[offset]
    if first.isPrintableASCII {
      let end = offset + 1
      if end == bytes.count || bytes[end] < 0x80 || Self.isPlain(scalar(at: end).value) {
        return Cluster(end: end, width: 1, scalar: UInt32(first), isSingle: true)
      }
    } else if first >= 0x80 {
      let (value, end) = scalar(at: offset)
      if Self.isPlain(value), end == bytes.count || Self.isPlain(scalar(at: end).value) {
        let width = Unicode.Scalar(value).map { displayWidth(of: $0) } ?? 0
        return Cluster(end: end, width: width, scalar: value, isSingle: true)
      }
    }
    let character = character(at: offset)
    let scalars = character.unicodeScalars
    return Cluster(
      end: offset + character.utf8.count, width: displayWidth(of: character),
      scalar: scalars.first?.value ?? 0, isSingle: scalars.count == 1)
  }

  /// The cluster that begins at an offset, as a character.
  func character(at offset: Int) -> Character { text[index(at: offset)] }

  /// The place of an offset in the text.
  func index(at offset: Int) -> String.Index {
    text.utf8.index(text.startIndex, offsetBy: offset)
  }

  /// The code point at an offset and the offset behind it; Swift's strings are valid UTF-8.
  private func scalar(at offset: Int) -> (value: UInt32, end: Int) {
    let first = UInt32(bytes[offset])
    func next(_ distance: Int) -> UInt32 { UInt32(bytes[offset + distance] & 0x3F) }
    if first < 0x80 { return (first, offset + 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), offset + 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), offset + 3) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), offset + 4)
  }

  /// True for code points between any two of which a cluster ends: ASCII, Latin letters, dashes and
  /// quotation marks, arrows to miscellaneous symbols, and Chinese ideographs.
  ///
  /// All of them have the property Grapheme_Cluster_Break=Other, or are controls of ASCII.
  static func isPlain(_ value: UInt32) -> Bool {
    switch value {
    case 0...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x2190...0x2BFF, 0x4E00...0x9FFF:
      true
    default: false
    }
  }
}
