/// Every importer, and the choice among them.
public enum Importers {
  /// All importers; where two are equally likely, the earlier one reads the document.
  public static let all: [Importer] = [
    .lectern, .bibtex, .ris, .nbib, .endnote, .webOfScience, .cslJSON, .betterBibTeXJSON, .jsonFeed,
    .json, .atom, .rss, .zoteroRDF, .opml, .arxivListing, .email, .html, .tsv, .csv, .org,
    .markdown, .links, .newsletter, .cslYAML,
  ]

  /// The importer of that name; nil when there is none.
  public static func named(_ name: String) -> Importer? { all.first { $0.name == name } }

  /// The importer for a document, chosen by its beginning and then by the ending of its name.
  ///
  /// - Returns: nil when the document is of no format that is known.
  public static func importer(for source: ImportSource) -> Importer? {
    let sample = source.sample
    var best: (importer: Importer, rank: Int)?
    for importer in all {
      let likelihood = importer.likelihood(source, sample)
      let hasEnding = importer.endings.contains(source.ending)
      guard likelihood > .none || (hasEnding && sample.isEmpty) else { continue }
      let rank = likelihood.rawValue * 2 + (hasEnding ? 3 : 0)
      if rank > best?.rank ?? 0 { best = (importer, rank) }
      // No later one can be likelier.
      if hasEnding, likelihood == .certain { break }
    }
    return best?.importer
  }
}
