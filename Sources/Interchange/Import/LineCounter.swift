/// Counts lines up to places that follow one another.
///
/// A line ends with a line feed, or with a carriage return that no line feed follows.
struct LineCounter {
  /// As many bytes as a byte can count.
  private static let block = 255

  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var line = 1

  /// Begins at the first line of a document.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The line of a place, counted from 1; a place before the last one asked for has the same line.
  mutating func line(at place: Int) -> Int {
    let end = min(place, bytes.count)
    guard offset < end else { return line }
    var (feeds, returns) = (0, 0)
    // Nothing but sums of bytes, so that the compiler adds up many of them at once.
    for start in stride(from: offset, to: end, by: Self.block) {
      var (feedsHere, returnsHere): (UInt8, UInt8) = (0, 0)
      for byte in UnsafeBufferPointer(rebasing: bytes[start..<min(start + Self.block, end)]) {
        feedsHere &+= byte == 0x0A ? 1 : 0
        returnsHere &+= byte == 0x0D ? 1 : 0
      }
      feeds += Int(feedsHere)
      returns += Int(returnsHere)
    }
    line += returns == 0 ? feeds : feeds + loneReturns(offset..<end)
    offset = end
    return line
  }

  private func loneReturns(_ range: Range<Int>) -> Int {
    range.count { index in
      bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
    }
  }
}
