import ReadingModel

/// Tells the lines that stand for works from those that do not.
enum EntryJudge {
  /// True for a list item that stands for a work.
  static func isEntry(_ line: EntryLine, block: MarkdownBlock, shape: MarkdownShape) -> Bool {
    if line.isBareAddress { return line.hasPaperLink && line.facts.remark.utf8.count <= 200 }
    if line.title.isEmpty { return isEmptyBox(line, block: block, shape: shape) }
    guard LinkLabel(line.title) == .title, beginsLikeTitle(line.title),
      !AccountLinks.areNamed(by: line.title)
    else { return false }
    if line.hasAnchor, line.links.isEmpty { return false }
    if line.hasPaperLink { return line.mark != .plain || isPlainEntry(line) }
    if line.mark == .link { return isLinkedEntry(line, shape: shape) }
    guard line.links.isEmpty else {
      return hasFacts(line) || (line.mark != .plain && !line.hasPagesOnly)
    }
    return isUnlinkedEntry(line, block: block, shape: shape)
  }

  /// True for a paragraph that stands for a work.
  ///
  /// - Parameters:
  ///   - line: The paragraph.
  ///   - leadsToWork: True behind “Read more:”.
  ///   - isMidSentence: True when the paragraph before breaks off.
  ///   - shape: What the document is built like.
  static func isParagraphEntry(
    _ line: EntryLine, leadsToWork: Bool, isMidSentence: Bool, shape: MarkdownShape
  ) -> Bool {
    guard line.beginsWithTitle, LinkLabel(line.title) == .title, beginsLikeTitle(line.title),
      !AccountLinks.areNamed(by: line.title)
    else { return false }
    if leadsToWork { return line.mark == .link && !line.links.isEmpty }
    guard line.hasPaperLink else { return line.isReference && line.mark == .link }
    switch line.mark {
    case .quoted: return true
    case .strong:
      return TextWords.count(line.title) >= 2 || hasFacts(line)
        || (line.facts.remark.isEmpty && line.links.contains { LinkLabel($0.label) == .work })
    case .link:
      // A link that a sentence begins with, or goes on with, belongs to running text.
      guard !isMidSentence || line.isStrong else { return false }
      let remark = line.facts.remark
      return line.isStrong || remark.isEmpty || hasFacts(line) || line.links.count > 1
        || remark.unicodeScalars.first?.properties.isUppercase == true
    case .plain: return hasFacts(line) && isPlainEntry(line)
    }
  }

  /// True for words that send a reader to the work that was spoken of.
  static func leadsToWork(_ text: String) -> Bool {
    let words = TextWords.of(text.suffix(100))
    guard let first = words.first, words.count <= 12 else { return false }
    return ["read", "paper", "source", "more", "link", "get"].contains(first)
      || (first == "find" && words.contains("more"))
  }

  // MARK: Kinds of items

  /// A box without text, in a list whose boxes stand for works.
  private static func isEmptyBox(
    _ line: EntryLine, block: MarkdownBlock, shape: MarkdownShape
  ) -> Bool {
    block.isTicked != nil && line.links.isEmpty && shape.linkedTasks >= 3
      && shape.linkedTasks * 2 >= shape.tasks
  }

  /// A title in plain text with a link of the work behind it, and no sentence around the link.
  private static func isPlainEntry(_ line: EntryLine) -> Bool {
    TextWords.count(line.title) <= 40
      && (hasFacts(line) || line.facts.remark.isEmpty
        || line.facts.remark.unicodeScalars.first?.properties.isLowercase == false)
  }

  private static func isLinkedEntry(_ line: EntryLine, shape: MarkdownShape) -> Bool {
    guard let address = line.links.first?.address, !WorkAddress.isOfPeople(address) else {
      return false
    }
    if hasFacts(line) { return true }
    // Beside papers, a name that leads to source code is a tool.
    let isTool =
      WorkAddress.isOfCode(address) && TextWords.count(line.title) <= 4
      && shape.paperItems + shape.linkedParagraphs + shape.rows >= 3
    return !isTool
  }

  private static func isUnlinkedEntry(
    _ line: EntryLine, block: MarkdownBlock, shape: MarkdownShape
  ) -> Bool {
    let words = TextWords.count(line.title)
    if block.isTicked != nil, words >= 2 {
      return shape.linkedTasks * 2 >= shape.tasks || shape.paperItems + shape.linkedItems == 0
    }
    let hasAuthors =
      line.facts.authors.count > 1 || line.facts.authors.contains { $0.contains(".") }
    // Authors and year make a reference of any line.
    if hasAuthors, line.facts.year != nil, words >= 2 { return true }
    if shape.paperItems >= 3, words >= 2 {
      return hasAuthors || (line.facts.year != nil && line.mark == .strong)
    }
    guard shape.isPlain, words >= 2, words <= 40, block.depth == 1 else { return false }
    return !block.runs.plainText.trimmed.hasSuffix(".")
  }

  private static func hasFacts(_ line: EntryLine) -> Bool {
    line.facts.year != nil || !line.facts.authors.isEmpty || line.facts.venue != nil
  }

  private static func beginsLikeTitle(_ title: String) -> Bool {
    guard let first = title.unicodeScalars.first else { return false }
    return first.properties.isAlphabetic || first.properties.numericType != nil
      || "\"“‘'$([{\\¿?!#@".unicodeScalars.contains(first)
  }
}
