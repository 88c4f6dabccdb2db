/// The marks with which Pandoc formats titles in YAML, taken away.
///
/// `*` and `**` stand around emphasis, `~` and `^` around what is set lower or higher; see
/// https://pandoc.org/MANUAL.html#specifying-metadata.
enum PandocText {
  /// The text without marks that come in pairs around words.
  static func plain(_ text: String) -> String {
    var text = text
    for (mark, mayHoldSpaces) in [("**", true), ("*", true), ("~", false), ("^", false)]
    where text.contains(mark) {
      text = withoutPairs(of: mark, in: text, mayHoldSpaces: mayHoldSpaces)
    }
    return text
  }

  private static func withoutPairs(
    of mark: String, in text: String, mayHoldSpaces: Bool
  ) -> String {
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count > 2 else { return text }
    var result = String(parts[0])
    var index = 1
    while index < parts.count {
      let inner = parts[index]
      let isPair =
        index + 1 < parts.count && !inner.isEmpty && inner.first?.isWhitespace == false
        && inner.last?.isWhitespace == false
        && (mayHoldSpaces || !inner.contains { $0.isWhitespace })
      if isPair {
        result += inner + parts[index + 1]
        index += 2
      } else {
        result += mark + inner
        index += 1
      }
    }
    return result
  }
}
