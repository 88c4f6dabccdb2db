/// How likely it is that a text is BibTeX.
enum BibTeXLikelihood {
  /// Judges by the beginning of a document: pages of the web and of repositories cite themselves in
  /// BibTeX too, but something else stands before it.
  static func of(_ sample: String, hasEnding: Bool) -> Likelihood {
    var sample = sample
    return sample.withUTF8 { bytes in
      let document = BibTeXBytes(bytes: bytes)
      var isFirst = true
      var index = 0
      while true {
        index = document.skipped(index, while: BibTeXBytes.isWhiteSpace)
        guard index < document.count else { return .none }
        if document[index] == UInt8(ascii: "@") {
          let begins = document.beginsBlock(at: index)
          if begins, hasEnding || (isFirst && isKnown(index, in: document)) { return .certain }
          if begins || (hasEnding && document.head(at: index) != nil) {
            return isFirst ? .likely : .possible
          }
        }
        if document[index] != UInt8(ascii: "%") { isFirst = false }
        index = document.skipped(index) { $0 != 0x0A && $0 != 0x0D }
      }
    }
  }

  private static func isKnown(_ index: Int, in document: BibTeXBytes) -> Bool {
    guard let head = document.head(at: index) else { return false }
    return known.contains { document.isType(head.type, $0) }
  }

  private static let known: [StaticString] = [
    "article", "book", "booklet", "collection", "comment", "conference", "inbook",
    "incollection", "inproceedings", "manual", "mastersthesis", "misc", "online", "phdthesis",
    "preamble", "proceedings", "report", "software", "string", "techreport", "thesis",
    "unpublished",
  ]
}
