internal import GRDB
internal import ReadingModel

/// Marks where papers match a query: one line of text for each, from the field that matches best.
///
/// The marks are made here and not by the index, whose `snippet` would run the whole match again
/// for every row.
struct SearchMarks {
  /// The words to mark, folded, and the field that each is looked for in.
  private let words: [(word: String, field: Query.TextField?)]

  /// The marks of a source; a source that is no search has none.
  init(source: RowSource, in database: Database) throws {
    words = try Self.conditions(of: source).flatMap(Self.words).flatMap { text, field in
      try FullText.tokens(of: text, in: database).map { ($0, field) }
    }
  }

  /// The line of a paper; nil when the query has no words to mark in it.
  func snippet(of paper: PaperID, in database: Database) throws -> Snippet? {
    guard !words.isEmpty else { return nil }
    let row = try database.rows(
      "SELECT title, authors, abstract, remark, note FROM paper_passage WHERE paper = ?",
      paper.rawValue
    ).first
    guard let row else { return nil }
    var best: (count: Int, snippet: Snippet)?
    for (column, field) in Self.fields.enumerated() {
      guard let text = row[column] as String? else { continue }
      let marked = try MarkedText(
        field == .author ? NameColumn.decode(text).joined(separator: ", ") : text,
        words: words.filter { $0.field == nil || $0.field == field }.map(\.word), in: database)
      guard marked.found > best?.count ?? 0 else { continue }
      best = (marked.found, Snippet(field: Self.names[column], runs: marked.runs()))
      // Nothing further down can match more.
      if marked.found == words.count { break }
    }
    return best?.snippet
  }

  private static func conditions(of source: RowSource) -> [Query.Condition] {
    switch source {
    case .search(let query): query.condition.map { [$0] } ?? []
    case .filtered(let source, let query):
      conditions(of: source) + (query.condition.map { [$0] } ?? [])
    default: []
    }
  }

  private static let fields: [Query.TextField] = [.title, .author, .abstract, .remark, .note]
  private static let names = ["title", "authors", "abstract", "remark", "note"]

  private static func words(
    of condition: Query.Condition
  ) -> [(String, Query.TextField?)] {
    switch condition {
    case .word(let word, let field): [(word, field)]
    case .phrase(let words, let field): words.map { ($0, field) }
    case .all(let conditions), .any(let conditions): conditions.flatMap(words(of:))
    case .status, .number, .has, .added, .not: []
    }
  }
}
