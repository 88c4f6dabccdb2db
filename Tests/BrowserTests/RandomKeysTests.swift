import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

/// Keys and sizes in an order that a number decides.
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

@Suite("Any keys at any size")
struct RandomKeysTests {
  private static let pool: [TerminalEvent] = {
    let characters = "jkhlgGrisaUpt+-VuHeEAoOyutbmkn/N?qJKLmbBmS 1239dynx#-深é👩‍👩‍👧‍👦fvFRDCMT[]w*'".map {
      Key.character($0)
    }
    let others: [Key] = [
      .enter, .enter, .escape, .escape, .tab, .backTab, .backspace, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .control("d"), .control("u"), .control("r"), .control("l"),
      .control("s"), .control("x"), .control("w"), .delete, .function(5),
    ]
    return (characters + others).map { .key($0) } + [
      .paste("a paste\nof 深層学習"), .resumed, .woken,
    ]
  }()

  private func events(_ count: Int, seed: UInt64) -> [TerminalEvent] {
    var dice = Dice(state: seed)
    return (0..<count).map { _ in
      if Int.random(in: 0..<25, using: &dice) == 0 {
        return .resized(
          Size(
            rows: Int.random(in: 0...50, using: &dice),
            columns: Int.random(in: 0...170, using: &dice)))
      }
      return Self.pool.randomElement(using: &dice) ?? .woken
    }
  }

  @Test("leave whole frames of the right size and a cursor inside them", arguments: 1...6)
  func whole(_ seed: UInt64) throws {
    let library = FakeLibrary()
    library.externalEditor = { $0.count.isMultiple(of: 2) ? $0 + "é" : nil }
    var rest = events(400, seed: seed * 7_919)[...]
    // The browser may be left on the way; the rest is played in the next one.
    while !rest.isEmpty {
      let size = Size(rows: 24, columns: 80)
      let played = try Played(events: Array(rest), size: size, library: library)
      rest = rest.dropFirst(max(1, played.backend.frames.count - 1))
      for frame in played.backend.frames { check(frame) }
    }
  }

  @Test("end the same when all keys come at once", arguments: 1...3)
  func burst(_ seed: UInt64) throws {
    let script = events(300, seed: seed * 104_729).filter { event in
      // Leaving ends the script at different places.
      event != .key(.character("q"))
    }
    let slow = FakeLibrary()
    let fast = FakeLibrary()
    let size = Size(rows: 30, columns: 100)
    let one = try Played(events: script, size: size, library: slow)
    let other = try Played(events: script, size: size, library: fast, inOneBatch: true)
    #expect(slow.shelf == fast.shelf)
    #expect(slow.changes == fast.changes)
    #expect(one.screen.text() == other.screen.text())
  }

  private func check(_ frame: Surface) {
    for row in 0..<frame.size.rows {
      var column = 0
      while column < frame.size.columns {
        guard case .cluster(let character, _) = frame[row, column] else {
          Issue.record("A right half stands alone at \(row),\(column).")
          return
        }
        let width = displayWidth(of: character)
        let hasHalf = column + 1 < frame.size.columns && frame[row, column + 1] == .continuation
        guard width == (hasHalf ? 2 : 1) else {
          Issue.record("“\(character)” is not whole at \(row),\(column).")
          return
        }
        column += width
      }
    }
    if let cursor = frame.cursor {
      #expect((0..<frame.size.rows).contains(cursor.row))
      #expect((0..<frame.size.columns).contains(cursor.column))
    }
  }
}
