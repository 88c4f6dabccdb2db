/// What was typed to find something by: its letters in this order, with anything between them.
///
/// The best way to lay the letters on a text is found by dynamic programming over both, as in the
/// alignment of Smith and Waterman (1981): a letter at the beginning of a word or right behind the
/// letter before it is worth more, and each cluster skipped costs a little.
struct FuzzyPattern: Equatable, Sendable {
  /// A text that matched.
  struct Match: Equatable, Sendable {
    /// How good it is; the greater the better.
    let score: Int
    /// The clusters of the text that matched, ascending.
    let positions: [Int]
  }

  private let letters: [UInt32]
  private let capitals: [Bool]

  /// The most letters that are looked for.
  static let longest = 64

  private enum Worth {
    static let letter = 16
    static let adjacent = 12
    static let sameCase = 1
    static let skipped = 1
    /// The most that all clusters skipped between two letters cost.
    static let mostSkipped = 12
  }

  /// Makes a pattern; blanks only part what is typed and need not be found.
  init(_ text: String) {
    let typed = text.filter { !$0.isWhitespace }.prefix(Self.longest)
    letters = typed.map(FuzzyText.folded)
    capitals = typed.map(\.isUppercase)
  }

  /// True when nothing is looked for, so that everything matches.
  var isEmpty: Bool { letters.isEmpty }

  /// How the pattern lies best on a text; nil when the text has not all its letters in this order.
  ///
  /// Time and memory grow with the product of both lengths, which are at most `longest` each.
  func match(_ text: FuzzyText) -> Match? {
    guard !isEmpty else { return Match(score: 0, positions: []) }
    guard let first = firstPosition(in: text) else { return nil }
    let width = text.letters.count - first
    let none = Int.min / 2
    // For each letter of the pattern and each cluster: the best sum with the letter on that cluster,
    // and the cluster of the letter before.
    var origins = [Int16](repeating: -1, count: letters.count * width)
    var sums = [Int](repeating: none, count: width)
    for row in letters.indices {
      var next = [Int](repeating: none, count: width)
      // The best of the row before, as it is at this cluster after what was skipped.
      var best = none
      var bestColumn = -1
      for column in 0..<width {
        let place = first + column
        if text.letters[place] == letters[row] {
          var worth = Worth.letter + text.bonuses[place]
          if text.capitals[place] == capitals[row] { worth += Worth.sameCase }
          if row == 0 {
            let skipped = place < text.start ? place : place - text.start
            next[column] = worth - min(skipped, Worth.mostSkipped) * Worth.skipped
          } else {
            if best > none {
              let gap = min(column - bestColumn - 1, Worth.mostSkipped) * Worth.skipped
              next[column] = best - gap + worth
              origins[row * width + column] = Int16(bestColumn)
            }
            if column > 0, sums[column - 1] > none {
              let sum = sums[column - 1] + Worth.adjacent + worth
              if sum >= next[column] {
                next[column] = sum
                origins[row * width + column] = Int16(column - 1)
              }
            }
          }
        }
        if row > 0, column > 0, sums[column - 1] > none {
          let held = best - min(column - bestColumn, Worth.mostSkipped) * Worth.skipped
          if bestColumn < 0 || sums[column - 1] - Worth.skipped >= held {
            best = sums[column - 1]
            bestColumn = column - 1
          }
        }
      }
      sums = next
    }
    guard let end = sums.indices.max(by: { sums[$0] < sums[$1] }), sums[end] > none else {
      return nil
    }
    return Match(score: sums[end], positions: positions(back: end, origins, width, first))
  }

  private func positions(
    back end: Int, _ origins: [Int16], _ width: Int, _ first: Int
  ) -> [Int] {
    var positions = [Int](repeating: 0, count: letters.count)
    var column = end
    for row in letters.indices.reversed() {
      positions[row] = first + column
      if row > 0 { column = Int(origins[row * width + column]) }
    }
    return positions
  }

  /// Where the first letter can stand at the earliest; nil when the letters are not all there.
  private func firstPosition(in text: FuzzyText) -> Int? {
    var found = 0
    var first = 0
    for (place, letter) in text.letters.enumerated() where letter == letters[found] {
      if found == 0 { first = place }
      found += 1
      if found == letters.count { return first }
    }
    return nil
  }
}
