import ReadingModel

/// A line of authors, venue and year below a title, as Google Scholar writes it:
/// “Y Yang, X He… - arXiv preprint arXiv …, 2025 - arxiv.org”.
struct Byline {
  /// The authors in order.
  let authors: [String]
  /// Where the work was published; nil where only the year is given.
  let venue: String?
  /// The year.
  let year: Int

  /// Reads a line; nil for any other text.
  init?(_ text: String) {
    guard text.utf8.count <= 400 else { return nil }
    let parts = text.replacing(" – ", with: " - ").replacing(" — ", with: " - ")
      .split(separator: " - ", maxSplits: 2).map { String($0).trimmed }
    guard parts.count >= 2, let (year, range) = Citation.firstYear(in: parts[1]),
      range.upperBound == parts[1].endIndex
    else { return nil }
    var people = parts[0]
    let hasOthers = people.hasSuffix("…") || people.hasSuffix("...")
    while let last = people.last, "…., ".contains(last) { people.removeLast() }
    guard let names = AuthorNames.read(people, isExpected: true) else { return nil }
    authors = hasOthers ? names + [Paper.otherAuthors] : names
    self.year = year
    let place = parts[1][..<range.lowerBound].split(separator: "…").first.map { String($0).trimmed }
    let bare = EntryFacts.withoutSeparators(place ?? "")
    venue = bare.isEmpty ? nil : bare
  }
}
