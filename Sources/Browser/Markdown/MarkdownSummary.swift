/// A Markdown text in few words, where a list has one line for it.
enum MarkdownSummary {
  /// How much of a text is looked at, in characters.
  private static let looked = 400

  /// The first line that has words, without the signs of Markdown; empty when there is none.
  static func line(of text: String) -> String {
    first(in: MarkdownBlocks.of(String(text.prefix(looked)))) ?? ""
  }

  private static func first(in blocks: [MarkdownBlock]) -> String? {
    for block in blocks {
      let found: String? =
        switch block.kind {
        case .paragraph(let text), .heading(_, let text): words(of: text)
        case .quote(let blocks): first(in: blocks)
        case .list(let items): items.lazy.compactMap { first(in: $0.blocks) }.first
        case .code(let lines): lines.first { $0.contains { !$0.isWhitespace } }
        case .table(let table): table.header.joined(separator: " ")
        case .rule: nil
        }
      if let found, !found.isEmpty { return found }
    }
    return nil
  }

  private static func words(of text: String) -> String {
    var words = ""
    for piece in MarkdownInline.pieces(of: text) {
      if case .text(let text, _, _) = piece { words += text }
      if case .lineBreak = piece { words += " " }
    }
    return words
  }
}
