import ReadingModel

extension Importer {
  /// Atom 1.0 (RFC 4287) and 0.3, with what arXiv's API adds to it.
  static let atom = Importer(
    name: "atom", title: "an Atom feed", endings: ["atom", "xml"],
    likelihood: { _, sample in
      guard let tag = XMLText.firstTag(in: sample) else { return .none }
      let name = XMLText.localName(of: tag)
      guard name == "feed" || name == "entry" else { return .none }
      return tag.contains("http://www.w3.org/2005/Atom") || tag.contains("http://purl.org/atom/")
        ? .certain : name == "feed" ? .likely : .none
    },
    read: { source, receive in try FeedReader.read(source, receive) })
}
