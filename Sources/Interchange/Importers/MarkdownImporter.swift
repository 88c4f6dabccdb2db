import ReadingModel

extension Importer {
  /// Lists of papers in Markdown: read-me files, notes, weekly pages.
  static let markdown = Importer(
    name: "markdown", title: "Markdown", endings: ["md", "markdown", "mkd", "txt"],
    likelihood: { source, sample in
      guard sample.hasPrefix("<") || !NewsletterText.isOfOtherFormat(sample) else { return .none }
      let bytes = Array(sample.utf8)
      let text = MarkdownSource(bytes, from: MarkdownFrontMatter(bytes).end)
      let weight = MarkdownShape(text).weight
      if sample.hasPrefix("<"), !sample.contains("\n#"), !sample.contains("](") { return .none }
      let isMarked = sample.contains("](") || sample.contains("\n# ") || sample.contains("\n## ")
      if weight >= 1, isMarked { return .likely }
      return isMarked || sample.hasPrefix("# ") || sample.contains("\n- ")
        || sample.contains("\n* ") || sample.contains("\n1. ") ? .possible : .none
    },
    read: { source, receive in
      let bytes = [UInt8](source.bytes)
      let frontMatter = MarkdownFrontMatter(bytes)
      let text = MarkdownSource(bytes, from: frontMatter.end, firstLine: frontMatter.nextLine)
      let shape = MarkdownShape(text)
      try withoutActuallyEscaping(receive) { receive in
        var reader = MarkdownListReader(
          source: text, shape: shape, frontMatter: frontMatter, receive: receive)
        try reader.read()
      }
    })
}
