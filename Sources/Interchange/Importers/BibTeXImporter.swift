#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Importer {
  /// BibTeX and BibLaTeX, as written by hand and by reference managers.
  static let bibtex = Importer(
    name: "bibtex", title: "BibTeX", endings: ["bib", "bibtex"],
    likelihood: { source, sample in BibTeXLikelihood.of(sample, hasEnding: source.ending == "bib")
    },
    read: { source, receive in try BibTeXReader.read(source.bytes, receive) })
}
