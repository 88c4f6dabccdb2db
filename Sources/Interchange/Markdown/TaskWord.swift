import ReadingModel

/// Words before a task that say how far it is, as Logseq and other outliners write them.
enum TaskWord {
  /// Takes such a word off the beginning of a line.
  ///
  /// - Parameters:
  ///   - text: The beginning of a line.
  ///   - isAlone: True when the text may be nothing but the word, since a title follows.
  /// - Returns: The sign that stands in a box for the same; nil when there is no such word.
  static func box(atStartOf text: inout String, isAlone: Bool) -> Character? {
    let word = text.prefix { $0 != " " }
    // “NOW” may begin a title as well, unless the title is a link behind it.
    guard let box = boxes[word],
      word.endIndex == text.endIndex ? isAlone : common.contains(word)
    else { return nil }
    text = String(text[word.endIndex...]).trimmed
    return box
  }

  private static let common: Set<Substring> = ["TODO", "DOING", "DONE"]
  private static let boxes: [Substring: Character] = [
    "TODO": " ", "LATER": " ", "WAITING": " ", "NEXT": " ", "DONE": "x", "DOING": "/", "NOW": "/",
    "STARTED": "/", "CANCELED": "-", "CANCELLED": "-",
  ]
}
