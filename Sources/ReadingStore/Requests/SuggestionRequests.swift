internal import GRDB
public import ReadingModel

extension Library {
  /// The papers whose titles or short names are nearest to a name that was misspelt.
  ///
  /// Each word is replaced by the words of the library that differ from it by the fewest edits, at
  /// most one in three letters.
  public func suggestions(for words: String, limit: Int) throws -> [PaperReference] {
    try reading { database in
      let tokens = try FullText.tokens(of: words, in: database)
      var terms: [String] = []
      for token in tokens.prefix(8) {
        let near = try Self.spellings(near: token, in: database)
        if !near.isEmpty {
          terms.append("(" + near.map(FullText.quoted).joined(separator: " OR ") + ")")
        }
      }
      guard !terms.isEmpty else { return [] }
      for operation in [" AND ", " OR "] {
        let found = try database.references(
          matching: "{title short_name} : (\(terms.joined(separator: operation)))",
          exactly: words, limit: limit)
        if !found.isEmpty { return found }
      }
      return []
    }
  }

  /// The words of the library's names that are nearest to a word, at most five.
  private static func spellings(near word: String, in database: Database) throws -> [String] {
    guard let first = word.unicodeScalars.first else { return [] }
    let next = Unicode.Scalar(first.value + 1).map(String.init) ?? "\u{10FFFF}"
    // Most misspellings keep the first letter, and the words of one letter lie together.
    let near = try spellings(
      near: word, of: "SELECT term FROM paper_term WHERE term >= ? AND term < ?",
      [String(first), next], in: database)
    if !near.isEmpty { return near }
    return try spellings(near: word, of: "SELECT term FROM paper_term", [], in: database)
  }

  private static func spellings(
    near word: String, of request: String, _ arguments: StatementArguments,
    in database: Database
  ) throws -> [String] {
    let letters = Array(word.unicodeScalars)
    var best: [(distance: Int, term: String)] = []
    let terms = try String.fetchCursor(
      try database.cachedStatement(sql: request), arguments: arguments)
    while let term = try terms.next() {
      let distance = EditDistance.between(
        letters, Array(term.unicodeScalars), atMost: letters.count / 3)
      if let distance { best.append((distance, term)) }
    }
    guard let least = best.map(\.distance).min() else { return [] }
    return best.filter { $0.distance == least }.prefix(5).map(\.term)
  }
}
