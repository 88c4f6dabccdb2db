public import ReadingModel

/// Papers as CSL-JSON, for Zotero, Pandoc and other programs that cite.
///
/// An item a line; nothing of the reader's is in it. Lectern reads the facts back equal.
public enum CSLPrinter {
  /// What a document begins with that has any paper.
  public static let mark = "[\n{\"source\":\"Lectern\",\"id\":\""

  /// Prints papers in the order given.
  public static func print(_ papers: [ListedPaper]) -> String {
    let keys = CitationKeys(papers)
    let items = papers.map { item($0.paper, id: keys[$0.key]).printed }
    return items.isEmpty ? "[]\n" : "[\n" + items.joined(separator: ",\n") + "\n]\n"
  }

  private static func item(_ paper: Paper, id: String) -> JSON {
    var members = [
      JSON.Member("source", .string("Lectern")), JSON.Member("id", .string(id)),
      JSON.Member("type", .string(type(of: paper))),
      JSON.Member("title", .string(MarkupText.escaped(paper.title))),
    ]
    func add(_ key: String, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      members.append(JSON.Member(key, .string(text)))
    }
    add("title-short", paper.shortName.map(MarkupText.escaped))
    if !paper.authors.isEmpty {
      members.append(JSON.Member("author", .array(paper.authors.map(name))))
    }
    if let year = paper.year {
      let date = JSON.Member("date-parts", .array([.array([.number(year)])]))
      members.append(JSON.Member("issued", .object([date])))
    }
    add("container-title", paper.venue.map(MarkupText.escaped))
    add("DOI", paper.value(of: .doi))
    add("number", paper.value(of: .arxiv).map { "arXiv:" + $0 })
    add("URL", paper.bestAddress)
    add("abstract", paper.abstract.map(MarkupText.escaped))
    let others = paper.identifiers.filter { [.openreview, .acl].contains($0.scheme) }
    add("note", others.map(\.key).joined(separator: "\n"))
    return .object(members)
  }

  private static func name(_ author: String) -> JSON {
    guard let name = PersonalName(author) else {
      return .object([JSON.Member("literal", .string(author))])
    }
    let parts = [
      ("given", name.given), ("non-dropping-particle", name.particle), ("family", name.family),
      ("suffix", name.suffix),
    ]
    return .object(parts.filter { !$0.1.isEmpty }.map { JSON.Member($0.0, .string($0.1)) })
  }

  private static func type(of paper: Paper) -> String {
    switch paper.kind {
    case .blog: "post-weblog"
    case .article: "webpage"
    case .handbook: "book"
    case .tool: "software"
    case .news: "article-newspaper"
    case .paper:
      paper.venue.map { BibTeX.isConference($0) ? "paper-conference" : "article-journal" }
        ?? "article"
    }
  }
}
