internal import GRDB

/// Words and expressions of the full-text indexes.
///
/// Every word that a person typed goes into an expression as a quoted string, so that nothing in it
/// is taken for the syntax of the index: https://www.sqlite.org/fts5.html#full_text_query_syntax
enum FullText {
  /// The words of a text as the indexes hold them: case and accents folded.
  static func tokens(of text: String, in database: Database) throws -> [String] {
    let tokenizer = try database.makeTokenizer(.unicode61(diacritics: .remove))
    return try tokenizer.tokenize(query: text).map(\.token)
  }

  /// An expression that a text satisfies which has, for each word, a word beginning with it.
  static func prefixes(_ words: [String]) -> String {
    words.map { quoted($0) + " *" }.joined(separator: " ")
  }

  /// An expression that a text satisfies which has each of the words.
  static func words(_ words: [String]) -> String {
    words.map(quoted).joined(separator: " ")
  }

  /// An expression that a text satisfies in which the words stand next to one another.
  static func phrase(_ words: [String]) -> String {
    quoted(words.joined(separator: " "))
  }

  /// A word as a string of the expression language.
  static func quoted(_ word: String) -> String {
    var quoted = "\""
    for character in word {
      if character == "\"" { quoted.append("\"") }
      // A NUL would end the expression.
      if character != "\0" { quoted.append(character) }
    }
    return quoted + "\""
  }
}
