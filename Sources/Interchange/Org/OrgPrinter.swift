public import ReadingModel

/// Papers as an outline for Org mode.
///
/// Sections are headings, papers the headings under them, with the status as their keyword, tags, and
/// facts as properties. Texts can neither open a heading nor run code; see `OrgText`.
public enum OrgPrinter {
  /// The comment that a document begins with.
  public static let mark = "# Written by Lectern\n"

  /// Prints papers in the order given.
  ///
  /// - Parameters:
  ///   - papers: The papers; those that follow one another under the same heading make a section.
  ///   - title: The title of the document.
  ///   - notes: The reader's notes on papers that have any.
  public static func print(
    _ papers: [ListedPaper], title: String, notes: [PaperID: [Note]] = [:]
  ) -> String {
    var text = mark + "#+TITLE: \(OrgText.line(title))\n"
    text += "#+TODO: UNREAD QUEUED READING | READ SKIPPED\n"
    var section: String?
    for listed in papers {
      if listed.section != section {
        section = listed.section
        text += "\n* \(OrgText.heading(section ?? title))\n"
      }
      text += "\n" + entry(listed, stars: section == nil ? "*" : "**", notes[listed.id] ?? [])
    }
    return text
  }

  private static func entry(_ listed: ListedPaper, stars: String, _ notes: [Note]) -> String {
    let paper = listed.paper
    let status = listed.progress.status.rawValue.uppercased()
    let tags = listed.tags.map { OrgText.tag($0) }
    var text = "\(stars) \(status) \(heading(paper))"
    text += tags.isEmpty ? "\n" : " :\(tags.joined(separator: ":")):\n"
    text += ":PROPERTIES:\n"
    for (name, value) in properties(listed) { text += ":\(name): \(OrgText.line(value))\n" }
    text += ":END:\n"
    for block in [listed.remark, paper.abstract ?? ""] where !block.isEmpty {
      text += "\n" + OrgText.block(block)
    }
    for note in notes {
      text += "\n\(stars)* Note of \(note.created.prefix(10))\n\n" + OrgText.block(note.body)
    }
    return text
  }

  private static func heading(_ paper: Paper) -> String {
    guard let address = paper.bestAddress, Identifier.isAddress(address) else {
      return OrgText.heading(paper.title)
    }
    return "[[\(OrgText.target(address))][\(OrgText.line(paper.title))]]"
  }

  private static func properties(_ listed: ListedPaper) -> [(name: String, value: String)] {
    let paper = listed.paper
    let pages =
      paper.addresses(.code).map { ("CODE", $0) }
      + paper.addresses(.page).map { ("PAGE", $0) }
    let facts: [(String, String?)] = [
      ("CUSTOM_ID", listed.key), ("NAME", paper.shortName),
      ("AUTHORS", paper.authors.joined(separator: "; ")), ("YEAR", paper.year.map { String($0) }),
      ("VENUE", paper.venue), ("PASS", listed.progress.pass > 0 ? "\(listed.progress.pass)" : nil),
      ("RATING", listed.progress.rating.map { "\($0)" }),
      ("GONE", listed.isGone ? "no longer in the list" : nil),
    ]
    return (facts + pages).compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : (name, $0) }
    }
  }
}
