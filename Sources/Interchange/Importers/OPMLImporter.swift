import ReadingModel

extension Importer {
  /// OPML reading lists: outlines with an address are entries, those around them sections.
  static let opml = Importer(
    name: "opml", title: "an OPML outline", endings: ["opml", "xml"],
    likelihood: { _, sample in
      guard let tag = XMLText.firstTag(in: sample), XMLText.localName(of: tag) == "opml" else {
        return .none
      }
      return .certain
    },
    read: { source, receive in try OPMLReader.read(source, receive) })
}
