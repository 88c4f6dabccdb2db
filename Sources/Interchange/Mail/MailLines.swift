/// The lines of a document by number, counted from 0, without their ends.
struct MailLines {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where each line begins; the last element is behind the last line.
  private let starts: [Int]

  /// Finds the lines of a document.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var starts = [0]
    var index = 0
    while index < bytes.count, let end = bytes[index...].firstIndex(of: 0x0A) {
      starts.append(end + 1)
      index = end + 1
    }
    if index < bytes.count { starts.append(bytes.count) }
    self.starts = starts
  }

  /// The number of lines.
  var count: Int { starts.count - 1 }

  /// A line without its end.
  subscript(index: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    var line = bytes[starts[index]..<starts[index + 1]]
    if line.last == 0x0A { line.removeLast() }
    if line.last == 0x0D { line.removeLast() }
    return line
  }
}
