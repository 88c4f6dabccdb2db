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
    while offset + Block.scalarCount <= end {
      // As many blocks as the counts of one byte each can take.
      countLines(inBlocks: min((end - offset) / Block.scalarCount, 255))
    }
    while offset < end {
      if bytes[offset] == 0x0A { line += 1 } else { line += loneReturns(offset..<offset + 1) }
      offset += 1
    }
    return line
  }

  private typealias Block = SIMD32<UInt8>

  private mutating func countLines(inBlocks count: Int) {
    let raw = UnsafeRawBufferPointer(bytes)
    let start = offset
    var feeds = Block()
    var returns = Block()
    for _ in 0..<count {
      let block = raw.loadUnaligned(fromByteOffset: offset, as: Block.self)
      feeds.replace(with: feeds &+ 1, where: block .== 0x0A)
      returns.replace(with: 1, where: block .== 0x0D)
      offset += Block.scalarCount
    }
    line += Int(SIMD32<UInt16>(truncatingIfNeeded: feeds).wrappedSum())
    if returns != Block() { line += loneReturns(start..<offset) }
  }

  private func loneReturns(_ range: Range<Int>) -> Int {
    range.count { index in
      bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
    }
  }
}
