/// The lines of a document, for offsets that only grow.
///
/// A line ends with a line feed, a carriage return or both.
struct LineCounter {
  private var offset = 0
  private var line = 1

  /// The line of an offset, counted from 1; an offset before the last one gives that one's line.
  mutating func line(at target: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let end = min(target, bytes.count)
    while offset < end {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\n") {
        line += 1
      } else if byte == UInt8(ascii: "\r"),
        offset == bytes.count || bytes[offset] != UInt8(ascii: "\n")
      {
        line += 1
      }
    }
    return line
  }
}
