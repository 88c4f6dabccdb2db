/// Counts lines up to places that follow one another.
///
/// A line ends with a line feed, or with a carriage return that no line feed follows.
struct LineCounter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let hasReturns: Bool
  private var offset = 0
  private var line = 1

  /// Begins at the first line of a document.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    hasReturns = bytes.contains(0x0D)
  }

  /// The line of a place, counted from 1; a place before the last one asked for has the same line.
  mutating func line(at place: Int) -> Int {
    guard place > offset else { return line }
    var count = 0
    let stretch = UnsafeBufferPointer(rebasing: bytes[offset..<min(place, bytes.count)])
    for byte in stretch where byte == 0x0A { count += 1 }
    if hasReturns {
      for index in offset..<min(place, bytes.count)
      where bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A) {
        count += 1
      }
    }
    line += count
    offset = place
    return line
  }
}
