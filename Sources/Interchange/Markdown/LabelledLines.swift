import ReadingModel

/// An item that has a title on its first line, and below it lines that say what they are:
/// “Paper: https://…”, “作者：…”.
enum LabelledLines {
  /// The entry of such an item; nil for any other.
  static func entry(in block: MarkdownBlock) -> FoundEntry? {
    let lines = EntryPiece.lines(of: block.runs)
    guard 2...40 ~= lines.count else { return nil }
    let title = EntryLine(lines[0])
    guard title.links.isEmpty || title.mark == .link, LinkLabel(title.title) == .title,
      TextWords.count(title.title) >= 2 || title.mark != .plain || isChinese(title.title),
      !title.title.isEmpty
    else { return nil }
    var entry = FoundEntry(title, at: block)
    var hasLinks = false
    for (index, line) in lines.enumerated().dropFirst() {
      let found = entry.links.count
      let isKnown = isLabelled(line)
      let next = index + 1 < lines.count ? lines[index + 1] : []
      if index == 1, entry.facts.authors.isEmpty, !isKnown,
        let names = AuthorNames.read(line.plainText), names.count > 1 || isAddress(next)
      {
        entry.facts.authors = names
      } else if isKnown || index == 1, entry.takeFacts(from: line) {
        hasLinks = hasLinks || entry.links.count > found
      } else {
        entry.facts.addRemark(EntryPiece.pieces(of: line).map(\.markdown).joined().trimmed)
      }
    }
    return hasLinks && entry.hasPaperLink ? entry : nil
  }

  /// True for a line that begins with a word for what it says, or is an address.
  static func isLabelled(_ line: [MarkdownRun]) -> Bool {
    isAddress(line) || label(of: line).map(isLabel) == true
  }

  /// True for a line that is an address and nothing else.
  private static func isAddress(_ line: [MarkdownRun]) -> Bool {
    let pieces = EntryPiece.pieces(of: line).filter { !$0.text.trimmed.isEmpty }
    return pieces.count == 1 && pieces[0].address != nil && LinkLabel(pieces[0].text) == .work
  }

  private static func label(of line: [MarkdownRun]) -> String? {
    let text = line.plainText
    return text.prefix(30).firstIndex { ":：".contains($0) }
      .map { EntryFacts.withoutSeparators(String(text[..<$0])) }
  }

  private static func isLabel(_ text: String) -> Bool {
    LinkLabel(text) != .title || EntryFacts.isLabel(text)
  }

  private static func isChinese(_ text: String) -> Bool {
    text.utf8.count { $0 >= 0xE4 } >= 4
  }
}
