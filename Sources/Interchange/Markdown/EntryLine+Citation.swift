import ReadingModel

/// Year, place of publication and authors that stand behind a title as a part of it.
extension EntryLine {
  /// Takes a year in brackets off the end of a title: “Attention Is All You Need (2017)”.
  mutating func takeCitation() {
    var text = title.trimmedEnd
    if let open = text.lastIndex(where: { "(（".contains($0) }), open > text.startIndex,
      text.hasSuffix(")") || text.hasSuffix("）"),
      LinkLabel.areLabels(String(text[text.index(after: open)...].dropLast()))
    {
      text = text[..<open].trimmedEnd
      title = text
    }
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex,
      let citation = Citation(String(text[text.index(after: open)...].dropLast()))
    else { return }
    title = String(text[..<open])
    facts.year = citation.year
    facts.venue = citation.venue
    facts.authors = citation.authors
  }

  /// Parts authors from a plain title that nothing else parts from them.
  mutating func partPlainTitle() {
    let text = title
    if let (year, range) = Citation.firstYear(in: text), range.upperBound == text.endIndex,
      let (head, names) = PlainTitle.authors(behind: String(text[..<range.lowerBound]))
    {
      (title, facts.authors, facts.year) = (head, names, year)
      return
    }
    partDate()
    guard let (head, names) = PlainTitle.authors(behind: title) else { return }
    title = head
    facts.authors = names
  }

  /// Parts a date, with or without a place of publication, from a title that links stand behind.
  ///
  /// As in “Title, ICML 2023.” and “Title. 2023.10”.
  private mutating func partDate() {
    var text = title[...]
    while let last = text.last, " .,".contains(last) { text.removeLast() }
    let mark = text.indices.last {
      ",.;|–—".contains(text[$0]) && text[text.index(after: $0)...].first == " "
    }
    guard !links.isEmpty, let mark else { return }
    let head = EntryFacts.withoutSeparators(String(text[..<mark]))
    let tail = text[text.index(after: mark)...]
    guard tail.utf8.count <= 40, TextWords.count(head) > 1, let citation = Citation(String(tail)),
      citation.authors.isEmpty, citation.venue.map(Citation.isVenue) ?? true
    else { return }
    title = head
    facts.year = citation.year
    facts.venue = citation.venue
  }
}
