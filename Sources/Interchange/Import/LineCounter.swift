/// Counts lines up to places that follow one another.
///
/// A line ends with a line feed, or with a carriage return that no line feed follows.
struct LineCounter {
  /// As many words as a lane can count the lines of.
  private static let most = 255

  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var line = 1

  /// Begins at the first line of a document.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The line of a place, counted from 1; a place before the last one asked for has the same line.
  mutating func line(at place: Int) -> Int {
    let end = min(place, bytes.count)
    guard offset < end else { return line }
    let (feeds, returns) = Self.ends(
      in: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[offset..<end])))
    line += returns == 0 ? feeds : feeds + loneReturns(offset..<end)
    offset = end
    return line
  }

  /// The line feeds and the carriage returns in bytes.
  private static func ends(in bytes: UnsafeRawBufferPointer) -> (feeds: Int, returns: Int) {
    var (feeds, returns) = (0, 0)
    var place = 0
    while place + 8 <= bytes.count {
      var (feedsHere, returnsHere): (UInt64, UInt64) = (0, 0)
      let end = min(bytes.count - 7, place + 8 * most)
      while place < end {
        let lanes = ByteLanes(bytes, at: place)
        feedsHere &+= lanes.ones(where: 0x0A)
        returnsHere &+= lanes.ones(where: 0x0D)
        place += 8
      }
      feeds += sum(ofLanes: feedsHere)
      returns += sum(ofLanes: returnsHere)
    }
    for byte in bytes[place...] {
      feeds += byte == 0x0A ? 1 : 0
      returns += byte == 0x0D ? 1 : 0
    }
    return (feeds, returns)
  }

  /// The sum of the eight bytes of a word.
  private static func sum(ofLanes word: UInt64) -> Int {
    let pairs = (word & 0x00FF_00FF_00FF_00FF) &+ (word >> 8 & 0x00FF_00FF_00FF_00FF)
    return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
  }

  private func loneReturns(_ range: Range<Int>) -> Int {
    range.count { index in
      bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
    }
  }
}
