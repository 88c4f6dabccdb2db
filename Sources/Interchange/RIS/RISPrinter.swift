public import ReadingModel

/// Papers as RIS, the tagged format that reference managers exchange.
///
/// A tag and its value a line, each paper from `TY` to `ER`. Nothing of the reader's is in it.
public enum RISPrinter {
  /// The second line of a document, which other programs put in another place.
  public static let mark = "DP  - Lectern\r\n"

  /// Prints papers in the order given, a blank line between two.
  public static func print(_ papers: [ListedPaper]) -> String {
    let keys = CitationKeys(papers)
    return papers.map { record($0.paper, id: keys[$0.key]) }.joined(separator: "\r\n")
  }

  private static func record(_ paper: Paper, id: String) -> String {
    var text = line("TY", type(of: paper)) + mark + line("ID", id) + line("TI", paper.title)
    if let name = paper.shortName { text += line("ST", name) }
    for author in paper.authors { text += line("AU", inverted(author)) }
    if let year = paper.year { text += line("PY", String(year)) }
    if let venue = paper.venue { text += line("T2", venue) }
    if let doi = paper.value(of: .doi) { text += line("DO", doi) }
    for address in paper.everyAddress { text += line("UR", address) }
    if let abstract = paper.abstract { text += line("AB", abstract) }
    return text + "ER  - \r\n"
  }

  /// A tag with its value on one line: a line of a longer value could look like a tag.
  private static func line(_ tag: String, _ value: String) -> String {
    "\(tag)  - \(SafeText.line(value, limit: SafeText.longestBlock))\r\n"
  }

  private static func inverted(_ author: String) -> String {
    guard let name = PersonalName(author) else { return author }
    let family = [name.particle, name.family].filter { !$0.isEmpty }.joined(separator: " ")
    return [family, name.given, name.suffix].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func type(of paper: Paper) -> String {
    switch paper.kind {
    case .blog: "BLOG"
    case .article: "ELEC"
    case .handbook: "BOOK"
    case .tool: "COMP"
    case .news: "NEWS"
    case .paper: paper.venue.map { BibTeX.isConference($0) ? "CONF" : "JOUR" } ?? "GEN"
    }
  }
}
