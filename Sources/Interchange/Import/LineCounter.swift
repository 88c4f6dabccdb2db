/// Counts lines up to places that follow one another.
///
/// A line ends with a line feed, or with a carriage return that no line feed follows.
struct LineCounter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var line = 1

  /// Begins at the first line of a document.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The line of a place, counted from 1; a place before the last one asked for has the same line.
  mutating func line(at place: Int) -> Int {
    let end = min(place, bytes.count)
    let raw = UnsafeRawBufferPointer(bytes)
    while offset + 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      line += Self.count(0x0A, in: word)
      if Self.count(0x0D, in: word) > 0 { line += loneReturns(offset..<offset + 8) }
      offset += 8
    }
    while offset < end {
      if bytes[offset] == 0x0A { line += 1 } else { line += loneReturns(offset..<offset + 1) }
      offset += 1
    }
    return line
  }

  /// How many of eight bytes are that byte, which is ASCII.
  @inline(__always)
  private static func count(_ byte: UInt64, in word: UInt64) -> Int {
    let difference = word ^ byte &* 0x0101_0101_0101_0101
    // The high bit of a byte comes to be set unless the byte is zero.
    let others = (difference & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F | difference
    return (~others & 0x8080_8080_8080_8080).nonzeroBitCount
  }

  private func loneReturns(_ range: Range<Int>) -> Int {
    range.count { index in
      bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
    }
  }
}
