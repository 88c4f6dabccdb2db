public import ReadingModel

/// A fact that can stand at the right of a paper; the raw value is its name in the configuration.
public enum RowColumn: String, CaseIterable, Sendable {
  case year, authors, venue, rating, pass, tags, added

  /// How many cells it takes.
  var width: Int {
    switch self {
    case .year: 4
    case .authors: 14
    case .venue: 14
    case .rating: Progress.ratings.upperBound
    case .pass: 6
    case .tags: 16
    case .added: 10
    }
  }

  /// What the rows have to have besides what they always have.
  public var fact: RowFacts {
    switch self {
    case .venue: .venue
    case .tags: .tags
    case .added: .added
    case .year, .authors, .rating, .pass: []
    }
  }

  /// What it says of a paper; empty where there is nothing to say.
  func text(of row: EntryRow, glyphs: Glyphs) -> String {
    switch self {
    case .year: row.year.map(String.init) ?? ""
    case .authors: Self.citation(of: row.authors)
    case .venue: row.venue ?? ""
    case .rating:
      row.progress.rating.map { rating in
        let full = max(0, min(rating, width))
        return String(repeating: glyphs.star, count: full)
          + String(repeating: glyphs.noStar, count: width - full)
      } ?? ""
    case .pass: row.progress.pass > 0 ? "pass \(row.progress.pass)" : ""
    case .tags: row.tags.map { "#\($0)" }.joined(separator: " ")
    case .added: String(row.added?.prefix(width) ?? "")
    }
  }

  /// The authors as a citation has them, by the family name of the first: “Vaswani et al.”.
  ///
  /// A name is `Given Family` or `Family, Given`.
  private static func citation(of authors: [String]) -> String {
    guard let first = authors.first else { return "" }
    let family =
      first.firstIndex(of: ",").map { first[..<$0] } ?? first.split(separator: " ").last ?? ""
    return authors.count > 1 ? "\(family) \(Paper.otherAuthors)" : String(family)
  }
}
