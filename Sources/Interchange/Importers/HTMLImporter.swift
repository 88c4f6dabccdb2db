import ReadingModel

extension Importer {
  /// Pages of the web.
  ///
  /// A page is turned into Markdown, and its papers are found by the same rules.
  static let html = Importer(
    name: "html", title: "a web page", endings: ["html", "htm", "xhtml"],
    likelihood: { _, sample in
      let beginning = sample.utf8.prefix(1_024)
        .drop { $0 <= 0x20 }.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
      // The second is how browsers write their bookmarks.
      for type in ["<!doctype html", "<!doctype netscape-bookmark"]
      where beginning.starts(with: type.utf8) { return .certain }
      guard let tag = XMLText.firstTag(in: sample) else { return .none }
      switch XMLText.localName(of: tag) {
      case "html": return .certain
      case "head", "body": return .likely
      case "div", "table", "ul", "ol", "p", "h1", "h2", "h3", "article", "section", "main", "dl":
        return .possible
      default: return .none
      }
    },
    read: { source, receive in try HTMLPageReader.read(source, receive) })
}
