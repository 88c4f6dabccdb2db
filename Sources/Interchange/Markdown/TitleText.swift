import ReadingModel

/// The text of a title as it is found on a line.
enum TitleText {
  /// The title of a page of arXiv without the identifier before it: “[1706.03762] Attention …”.
  private static func withoutIdentifier(_ text: String) -> String {
    guard text.hasPrefix("["), let close = text.prefix(24).firstIndex(of: "]") else { return text }
    let inner = String(text[..<close].dropFirst())
    let rest = text[text.index(after: close)...].trimmed
    return !rest.isEmpty && Identifier.recognise(inner)?.scheme == .arxiv ? rest : text
  }

  /// The words of a link between notes, as Obsidian and Logseq write them: `[[note|words]]`.
  private static func withoutWikiLink(_ text: String) -> String {
    guard text.hasPrefix("[["), text.hasSuffix("]]") else { return text }
    let inner = text.dropFirst(2).dropLast(2)
    guard !inner.contains("]]") else { return text }
    return String(inner.split(separator: "|", maxSplits: 1).last ?? inner).trimmed
  }

  /// The title without marks and punctuation around it.
  static func cleaned(_ text: String) -> String {
    var title = withoutIdentifier(withoutWikiLink(SafeText.line(text.replacing("~~", with: ""))))
    for mark in ["**", "__", "`"] where title.hasPrefix(mark) && title.hasSuffix(mark) {
      title = String(title.dropFirst(mark.count).dropLast(mark.count))
    }
    while let last = title.unicodeScalars.last,
      ":,;|-–—：，；".unicodeScalars.contains(last)
        || last.properties.isWhitespace
    {
      title.unicodeScalars.removeLast()
    }
    if title.hasSuffix("."), !title.hasSuffix("..") { title.removeLast() }
    if let first = title.first, let last = title.last, title.count > 2,
      ["“”", "\"\"", "‘’", "''", "[]", "《》", "「」", "『』"].contains("\(first)\(last)")
    {
      title = String(title.dropFirst().dropLast())
    }
    return title.trimmed
  }
}
