internal import ReadingModel

/// The words and phrases of a query that has nothing else, each to be found in any text.
struct FreeWords {
  private var words: [FreeWord]

  /// - Parameter condition: what a query asks for.
  /// - Returns: nil when it asks for anything but words and phrases without a field.
  init?(_ condition: Query.Condition) {
    guard let words = Self.words(condition) else { return nil }
    self.words = words
  }

  /// How many there are.
  var count: Int { words.count }

  /// An expression that names satisfy in which every word is the beginning of one.
  var asPrefixes: String { words.map(\.asPrefix).joined(separator: " ") }

  /// An expression that texts satisfy which have every word.
  var asWords: String { words.map(\.asWord).joined(separator: " ") }

  private static func words(_ condition: Query.Condition) -> [FreeWord]? {
    switch condition {
    case .word(let word, nil): return [FreeWord(words: [word], isPhrase: false)]
    case .phrase(let words, nil): return [FreeWord(words: words, isPhrase: true)]
    case .all(let conditions) where !conditions.isEmpty:
      let words = conditions.compactMap(words)
      return words.count == conditions.count ? words.flatMap { $0 } : nil
    default: return nil
    }
  }
}

/// A word or a phrase as an expression of the full-text indexes.
struct FreeWord {
  var words: [String]
  var isPhrase: Bool

  var asPrefix: String { isPhrase ? FullText.phrase(words) : FullText.prefixes(words) }
  var asWord: String { isPhrase ? FullText.phrase(words) : FullText.words(words) }
}
