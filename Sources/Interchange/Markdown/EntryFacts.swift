import ReadingModel

/// What stands behind the title of a work: authors, year, venue, links, and the remark.
struct EntryFacts {
  /// The authors in order.
  var authors: [String] = []
  /// The year.
  var year: Int?
  /// Where the work was published.
  var venue: String?
  /// The name that the document gives with “aka”.
  var shortName: String?
  /// The sign in a box before the title that is neither empty nor ticked.
  var box: Character?
  /// What is left: the document's remark on the work, Markdown.
  var remark = ""

  /// Stands where a link was taken out.
  static let gap: Character = "\u{1}"

  /// Takes in what stands behind a title.
  ///
  /// - Parameters:
  ///   - pieces: The rest of the line.
  ///   - links: Gets the links of the work.
  ///   - isMLA: True behind a quoted title, where everything up to the first link is the venue.
  mutating func take(
    _ pieces: ArraySlice<EntryPiece>, links: inout [(label: String, address: String)], isMLA: Bool
  ) {
    var text = ""
    var passage = Passage()
    for piece in pieces {
      if let address = piece.address,
        Self.belongsToWork(piece, after: text, passage, isFirst: links.isEmpty)
      {
        links.append((piece.text, address))
        Self.dropLabel(from: &text)
        passage.end(in: text)
        text.append(Self.gap)
      } else if piece.isImage {
        passage.end(in: text)
        text.append(Self.gap)
      } else {
        text += piece.markdown
      }
    }
    var rest = text[...]
    if isMLA { takeVenue(from: &rest) }
    takeFacts(from: &rest)
    remark = RemarkText.tidied(rest)
  }

  /// The text since the last gap, or before it where nothing followed, by its place: looking for the
  /// gap anew at each link would take long in a line of thousands.
  private struct Passage {
    private var start = 0
    private var last = 0..<0

    /// Takes note of a gap that is about to be put at the end of the text.
    mutating func end(in text: String) {
      let end = text.utf8.count
      if end > start { last = start..<end }
      start = end + 1
    }

    func text(in text: String) -> Substring {
      let range = text.utf8.count > start ? start..<text.utf8.count : last
      let lower = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      return text[lower..<text.utf8.index(lower, offsetBy: range.count)]
    }
  }

  /// Adds to the remark.
  mutating func addRemark(_ text: String) {
    guard !text.isEmpty else { return }
    remark += remark.isEmpty ? text : "\n\n" + text
  }

  /// True for a link of the work, false for one that belongs to a sentence.
  private static func belongsToWork(
    _ piece: EntryPiece, after text: String, _ passage: Passage, isFirst: Bool
  ) -> Bool {
    // A bare address in the middle of a sentence is part of it, unless there is no other.
    if !isFirst, !piece.isImage, LinkLabel.isAddress(piece.text) {
      guard TextWords.of(passage.text(in: text), limit: 5).count <= 3 else { return false }
    }
    if piece.isImage || LinkLabel(piece.text) != .title { return true }
    guard TextWords.count(piece.text) <= 3 else { return false }
    let last = text.last { $0 != " " }
    return last.map { "[(,|/+·•".contains($0) || $0 == gap } ?? true
  }

  /// Takes off the word that stands before an address: `arXiv:`.
  static func dropLabel(from text: inout String) {
    let end = text.suffix(10).lowercased()
    for label in ["arxiv:", "doi:", "url:", "link:", "pdf:", "paper:", "code:", "github:"]
    where end.hasSuffix(label) {
      text.removeLast(label.count)
    }
  }

  /// Takes in what a line with a label says: “Authors: …”.
  ///
  /// - Returns: False for labels of other things, and when nothing was taken.
  mutating func take(_ text: String, labelled label: String) -> Bool {
    switch label.lowercased() {
    case "author", "authors", "by", "作者":
      guard let names = AuthorNames.read(text, isExpected: true) else { return false }
      authors = names
    case "year", "date", "published", "publication date", "released", "时间", "日期", "年份":
      guard text.utf8.count <= 40, let found = Citation.firstYear(in: text) else { return false }
      year = found.year
    case "venue", "conference", "journal", "published in", "publisher", "会议", "期刊":
      guard text.utf8.count <= 120, !text.isEmpty else { return false }
      venue = text
      if year == nil { year = Citation.firstYear(in: text)?.year }
    default: return false
    }
    return true
  }

  /// The text without separators and marks of emphasis at its ends.
  static func withoutSeparators(_ text: String) -> String {
    var scalars = text.unicodeScalars.drop { isMark($0) || $0 == "." }
    while let last = scalars.last, isMark(last) { scalars.removeLast() }
    return String(scalars)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\n", "\t", ",", ";", ":", "|", "/", "·", "-", "–", "—", "*", "_", "(", "[": true
    default: false
    }
  }
}
