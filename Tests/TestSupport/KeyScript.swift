public import Terminal

/// Reads a script of events as people name keys: `"j j Enter ^P type:hello\ world q"`.
///
/// The words are separated by blanks; a backslash takes the meaning from the blank or the backslash
/// after it. A word is one of
/// - a key in its notation: `j`, `^P`, `M-x`, `Enter`, `Space`;
/// - a key and how often: `j*20`;
/// - `type:text`, a key press for each character, `\n` standing for Enter;
/// - `paste:text`, the text pasted in one piece, `\n` standing for a line feed;
/// - `resize:100x30`, another size in columns and rows;
/// - `wake`, `resume` or `terminate`.
///
/// - Throws: `KeyNotationError` for a word that is none of these.
public func keys(_ script: String) throws(KeyNotationError) -> [TerminalEvent] {
  var events: [TerminalEvent] = []
  for word in words(of: script) {
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("type", 2):
      events += parts[1].map { .key($0 == "\n" ? .enter : .character($0)) }
    case ("paste", 2): events.append(.paste(String(parts[1])))
    case ("resize", 2):
      let numbers = parts[1].split(separator: "x").compactMap { Int($0) }
      guard numbers.count == 2 else { throw .unknownKey(word) }
      events.append(.resized(Size(rows: numbers[1], columns: numbers[0])))
    case ("wake", 1): events.append(.woken)
    case ("resume", 1): events.append(.resumed)
    case ("terminate", 1): events.append(.terminationRequested)
    default: events += try repeated(word)
    }
  }
  return events
}

private func repeated(_ word: String) throws(KeyNotationError) -> [TerminalEvent] {
  let parts = word.split(separator: "*")
  if parts.count == 2, let count = Int(parts[1]) {
    return Array(repeating: .key(try Key(notation: parts[0])), count: count)
  }
  return [.key(try Key(notation: word))]
}

/// The words of a script; a backslash that stands alone is the key of that name.
private func words(of script: String) -> [String] {
  var words: [String] = []
  var word = ""
  var isEscaped = false
  for character in script {
    switch (character, isEscaped) {
    case ("n", true):
      word.append("\n")
      isEscaped = false
    case (_, true):
      word.append(character)
      isEscaped = false
    case ("\\", false): isEscaped = true
    case (" ", false):
      if !word.isEmpty { words.append(word) }
      word = ""
    default: word.append(character)
    }
  }
  if isEscaped { word.append("\\") }
  if !word.isEmpty { words.append(word) }
  return words
}
