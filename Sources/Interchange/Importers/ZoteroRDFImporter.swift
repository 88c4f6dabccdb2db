import ReadingModel

extension Importer {
  /// The RDF that Zotero exports.
  static let zoteroRDF = Importer(
    name: "zotero-rdf", title: "a Zotero RDF export", endings: ["rdf", "xml"],
    likelihood: { _, sample in
      guard let tag = XMLText.firstTag(in: sample), XMLText.localName(of: tag) == "rdf",
        tag.contains("http://www.zotero.org/namespaces/export#")
      else { return .none }
      return .certain
    },
    read: { source, receive in try ZoteroReader.read(source, receive) })
}
