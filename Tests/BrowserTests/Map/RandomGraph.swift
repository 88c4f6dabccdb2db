import ReadingModel

/// Papers that build on one another at random, without circles.
enum RandomGraph {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    /// The next number of the generator xorshift64*, described by Vigna in 2016; the seed is not 0.
    mutating func next() -> UInt64 {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return state &* 2_685_821_657_736_338_717
    }
  }

  /// So many papers, each of which builds on at most so many of those shortly before it.
  static func nodes(_ count: Int, most: Int, reach: Int = 12, seed: UInt64) -> [GraphNode] {
    var dice = Dice(state: seed &* 7_919 &+ 1)
    let statuses: [Status] = [.unread, .unread, .read, .reading, .skipped]
    return (0..<count).map { number in
      let lowest = max(0, number - reach)
      let wanted = number == 0 ? 0 : Int.random(in: 0...most, using: &dice)
      let required = Set((0..<wanted).map { _ in Int.random(in: lowest..<number, using: &dice) })
      return node(
        number, status: statuses.randomElement(using: &dice) ?? .unread, after: required.sorted())
    }
  }

  /// A paper; papers are counted from 0.
  static func node(_ number: Int, status: Status = .unread, after: [Int] = []) -> GraphNode {
    GraphNode(
      paper: PaperID(rawValue: Int64(number)), key: "title:\(number)", name: "Paper \(number)",
      title: "Paper number \(number)", position: number + 1, status: status,
      prerequisites: after.map { .init(paper: PaperID(rawValue: Int64($0)), why: "") })
  }
}
