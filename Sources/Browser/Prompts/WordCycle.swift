/// The words that Tab goes through at the end of a line, and the one on show.
struct WordCycle: Equatable, Sendable {
  /// What stands before the word.
  let base: String
  /// The words, at least one.
  let words: [String]
  /// The word on show.
  private(set) var index: Int

  /// Begins with the first word, or with the last one when Tab goes backwards; nil when there is none.
  init?(_ words: [String], behind base: String = "", step: Int) {
    guard !words.isEmpty else { return nil }
    self.base = base
    self.words = words
    index = step > 0 ? 0 : words.count - 1
  }

  /// Shows the next word, or the one before.
  mutating func go(by step: Int) { index = (index + step + words.count) % words.count }

  /// The line with the word on show.
  var text: String { base + words[index] }

  /// True when the word is the only one, so that a further Tab may go on behind it.
  var isOnly: Bool { words.count == 1 }
}
