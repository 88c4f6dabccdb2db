import ReadingModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Importer {
  /// Outlines of Org mode.
  ///
  /// An outline is turned into Markdown, and its papers are found by the same rules.
  static let org = Importer(
    name: "org", title: "an outline of Org mode", endings: ["org"],
    likelihood: { source, sample in
      let text = sample.lowercased()
      if text.hasPrefix("#+title:") || text.contains("\n#+title:") { return .likely }
      let isOutline = text.hasPrefix("* ") || text.contains("\n* ")
      if isOutline, text.contains("[[http") || text.contains("\n:properties:") { return .likely }
      return source.ending == "org" && isOutline ? .possible : .none
    },
    read: { source, receive in
      let outline = OrgMarkdown(String(decoding: source.bytes, as: UTF8.self))
      guard let markdown = Importers.named("markdown") else { return }
      var embedded = EmbeddedDocument(
        head: ListHead(title: outline.title, issued: outline.day), lines: outline.lines,
        namesList: outline.title != nil)
      let text = ImportSource(name: source.stem + ".md", data: Data(outline.text.utf8))
      try markdown.read(text) { part in
        for part in embedded.parts(for: part) { try receive(part) }
      }
    })
}
