import ReadingModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads the papers of a page by way of Markdown, and gives them the lines of the page.
enum HTMLPageReader {
  /// Reads a page.
  ///
  /// - Throws: What the receiver throws.
  static func read(_ source: ImportSource, _ receive: DocumentReceiver) throws {
    let page = HTMLMarkdown(source.bytes)
    let head = ListHead(
      title: page.head.title, issued: page.head.issued, source: page.head.address)
    if ArxivListingPage.isListing(source.sample) {
      return try source.bytes.withUnsafeBytes { bytes in
        try ArxivListingPage.read(bytes.bindMemory(to: UInt8.self), head: head, receive)
      }
    }
    for diagnostic in page.leftOut { try receive(.leftOut(diagnostic)) }
    guard let markdown = Importers.named("markdown") else { return }
    var embedded = EmbeddedDocument(head: head, lines: page.lines)
    let text = ImportSource(name: source.stem + ".md", data: Data(page.text.utf8))
    try markdown.read(text) { part in
      for part in embedded.parts(for: part) { try receive(part) }
    }
  }
}
