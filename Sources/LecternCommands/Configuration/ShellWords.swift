/// Splits a command into words by the shell's rules of quoting, and expands nothing.
///
/// Blanks part words; single quotes keep everything as it is; in double quotes a backslash quotes
/// `$`, a back quote, `"`, a backslash and a line feed; outside of quotes it quotes any character
/// (POSIX.1-2017, Shell Command Language, 2.2).
///
/// - Parameter text: the command as a person writes it.
/// - Returns: the words, or nil when a quote is not closed or the text ends in a backslash.
func shellWords(_ text: String) -> [String]? {
  var words: [String] = []
  var word: String?
  var quote: Character?
  var characters = text.makeIterator()

  while let character = characters.next() {
    switch (quote, character) {
    case (nil, "'"), (nil, "\""):
      quote = character
      word = word ?? ""
    case (let open?, _) where open == character:
      quote = nil
    case (nil, "\\"):
      guard let next = characters.next() else { return nil }
      if !next.isNewline { word = (word ?? "") + String(next) }
    case ("\"", "\\"):
      guard let next = characters.next() else { return nil }
      if next.isNewline { continue }
      let isQuoted = ["$", "`", "\"", "\\"].contains(next)
      word = (word ?? "") + (isQuoted ? "" : "\\") + String(next)
    case (nil, _) where character.isWhitespace:
      if let finished = word { words.append(finished) }
      word = nil
    default:
      word = (word ?? "") + String(character)
    }
  }
  guard quote == nil else { return nil }
  if let finished = word { words.append(finished) }
  return words
}
