public import ReadingModel

/// Papers as a BibTeX database.
///
/// Texts read back equal: characters with a meaning in LaTeX are escaped, others stand as UTF-8.
/// Nothing of the reader's is in it.
public enum BibTeX {
  /// Prints papers in the order given, a blank line between two.
  ///
  /// A paper published at a known conference is an `@inproceedings`, one with any other venue an
  /// `@article`, and one without a venue a `@misc`.
  public static func print(_ papers: [ListedPaper]) -> String {
    let keys = CitationKeys(papers)
    return papers.map { entry($0.paper, key: keys[$0.key]) }.joined(separator: "\n")
  }

  private static func entry(_ paper: Paper, key: String) -> String {
    let type = paper.venue.map { isConference($0) ? "inproceedings" : "article" } ?? "misc"
    var fields: [(name: String, value: String)] = [
      ("title", BibTeXText.title(SafeText.line(paper.title)))
    ]
    if !paper.authors.isEmpty { fields.append(("author", authors(paper.authors))) }
    if let year = paper.year { fields.append(("year", String(year))) }
    if let venue = paper.venue {
      let name = type == "article" ? "journal" : "booktitle"
      fields.append((name, BibTeXText.escaped(SafeText.line(venue))))
    }
    func identifier(_ scheme: IdentifierScheme) -> String? {
      paper.identifiers.first { $0.scheme == scheme }?.value
    }
    if let doi = identifier(.doi) { fields.append(("doi", BibTeXText.verbatim(doi))) }
    if let arxiv = identifier(.arxiv) {
      fields.append(("eprint", BibTeXText.verbatim(arxiv)))
      fields.append(("archivePrefix", "arXiv"))
    }
    if let url = paper.links.first(where: { $0.kind == .paper })?.url ?? identifier(.url) {
      fields.append(("url", BibTeXText.verbatim(SafeText.line(url))))
    }
    if let code = paper.links.first(where: { $0.kind == .code })?.url {
      fields.append(("code", BibTeXText.verbatim(SafeText.line(code))))
    }
    let lines = fields.map { "  \($0.name) = {\($0.value)}" }.joined(separator: ",\n")
    return "@\(type){\(key),\n\(lines)\n}\n"
  }

  private static func authors(_ authors: [String]) -> String {
    authors.map { $0 == Paper.otherAuthors ? "others" : BibTeXText.author(SafeText.line($0)) }
      .joined(separator: " and ")
  }

  /// True when a venue is a conference rather than a journal.
  static func isConference(_ venue: String) -> Bool {
    let words = venue.uppercased().split { !$0.isLetter }
    return words.contains("PROCEEDINGS") || words.contains("WORKSHOP")
      || words.first.map { conferences.contains(String($0)) } == true
  }

  /// The acronyms of conferences where such papers are published.
  private static let conferences: Set<String> = [
    "AAAI", "AACL", "ACL", "AISTATS", "ASPLOS", "CHI", "COLING", "COLM", "COLT", "CONLL", "CORL",
    "CVPR", "EACL", "ECCV", "EMNLP", "ICASSP", "ICCV", "ICDE", "ICLR", "ICML", "ICRA", "ICSE",
    "IJCAI", "INTERSPEECH", "ISCA", "IWSLT", "KDD", "LREC", "MICCAI", "MLSYS", "NAACL", "NEURIPS",
    "NIPS", "NSDI", "OSDI", "SIGGRAPH", "SIGIR", "SIGMOD", "SOSP", "STOC", "UAI", "USENIX", "VLDB",
    "WACV", "WMT", "WSDM", "WWW",
  ]
}
