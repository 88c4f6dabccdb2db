import ReadingModel

extension Importer {
  /// RSS from 0.90 to 2.0 and 1.0, with Dublin Core, Media RSS, PRISM and what arXiv adds to it.
  static let rss = Importer(
    name: "rss", title: "an RSS feed", endings: ["rss", "xml", "rdf"],
    likelihood: { _, sample in
      guard let tag = XMLText.firstTag(in: sample) else { return .none }
      switch XMLText.localName(of: tag) {
      case "rss": return .certain
      case "rdf":
        let names = ["http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/"]
        // The names of modules begin as the name of RSS itself does.
        let isFeed = names.contains { tag.contains("\"\($0)\"") || tag.contains("'\($0)'") }
        return isFeed ? .certain : .none
      default: return .none
      }
    },
    read: { source, receive in try FeedReader.read(source, receive) })
}
