import ReadingModel

extension Importer {
  /// The listings of new papers that arXiv sends by mail, without the headers of the mail.
  static let arxivListing = Importer(
    name: "arxiv-listing", title: "an arXiv listing", endings: [],
    likelihood: { _, sample in
      let lines = sample.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      for (line, next) in zip(lines, lines.dropFirst())
      where line.starts(with: "\\\\".utf8) && line.count <= 3 {
        if next.starts(with: "arXiv:".utf8) || next.starts(with: "Paper: ".utf8) { return .certain }
      }
      return .none
    },
    read: { source, receive in try ArxivListingReader.read(source, receive) })
}
