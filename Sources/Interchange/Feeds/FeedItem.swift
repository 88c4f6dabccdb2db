import ReadingModel

/// One item of a feed while its parts come in.
struct FeedItem {
  /// The line it begins on.
  let line: Int
  var title = ""
  var fallbackTitle = ""
  var authors: [String] = []
  var sourceAuthors: [String] = []
  var published: PublicationDate?
  var venue: String?
  var summary: FeedText?
  var content: FeedText?
  var comment = ""
  /// The addresses of the web page of the work.
  var addresses: [(address: String, label: String)] = []
  /// Addresses of the work in other forms, and of what goes with it.
  var otherAddresses: [(address: String, label: String)] = []
  /// Addresses that stand for the work when it has no other.
  var fallbackAddresses: [String] = []
  /// DOIs and the like.
  var identifiers: [String] = []
  /// The identifier of the item within the feed.
  var permalink = ""
  /// False for an identifier that is said to be no address.
  var isPermalink = true
  /// The address that others in the item are relative to.
  var base: String?

  init(line: Int, base: String?) {
    self.line = line
    self.base = base
  }

  /// The entry that the item makes.
  ///
  /// - Parameter feedAuthors: Who writes the feed, for an item that names no one.
  func entry(feedAuthors: [String]) -> ParsedEntry {
    var paper = Paper(title: ArxivAnnouncement.title(title.isEmpty ? fallbackTitle : title))
    var found = PaperAddresses()
    for (address, label) in addresses + otherAddresses {
      found.add(RelativeAddress.resolved(address, base: base), label: label)
    }
    for text in identifiers + [permalink] {
      if let identifier = Identifier.recognise(Self.withoutPrefix(text)) { found.add(identifier) }
    }
    if isPermalink || found.isEmpty, addresses.isEmpty { found.add(permalink) }
    if found.isEmpty {
      for address in fallbackAddresses {
        found.add(RelativeAddress.resolved(address, base: base))
      }
    }
    found.fill(&paper)
    let isOfArxiv = paper.identifiers.contains { $0.scheme == .arxiv }
    let named = authors.isEmpty ? sourceAuthors.isEmpty ? feedAuthors : sourceAuthors : authors
    if isOfArxiv { paper.title = ArxivAnnouncement.plain(paper.title) }
    paper.authors = named.flatMap {
      PersonNames.list(isOfArxiv ? ArxivAnnouncement.plain($0) : $0, isList: isOfArxiv)
    }
    paper.year =
      published?.year ?? paper.identifiers.lazy.compactMap(ArxivAnnouncement.year).first
    paper.venue = venue
    var remark = comment
    if isOfArxiv {
      paper.abstract = (summary ?? content).map {
        ArxivAnnouncement.plain(ArxivAnnouncement.abstract($0.line))
      }
    } else {
      let text = [content, summary].lazy.compactMap { $0?.markdown(base: base) }
      remark = text.first { !$0.isEmpty } ?? ""
    }
    return ParsedEntry(line: line, paper: paper, remark: remark)
  }

  /// An identifier without the name of its scheme, as in `urn:doi:` and `oai:arXiv.org:1706.03762v1`.
  private static func withoutPrefix(_ text: String) -> String {
    for prefix in ["oai:arXiv.org:", "urn:", "info:doi/"] where text.hasPrefix(prefix) {
      return String(text.dropFirst(prefix.count))
    }
    return text
  }
}
