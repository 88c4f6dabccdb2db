internal import GRDB
internal import ReadingModel

/// The papers that match words and phrases alone: first those whose names match, then those that
/// match in other text.
///
/// It answers each key of a search as you type. The index's own rank reads every row that has any of
/// the words, however few have them all: https://www.sqlite.org/fts5.html#the_bm25_function. So a
/// short title comes before a long one, and of a single word a title before an author, which is what
/// that rank comes to where each word stands once; among many matches, and among texts for several
/// words, the newest come first.
struct WordOrder {
  private let database: Database
  private let words: FreeWords

  /// How many matches are put in an order of merit.
  private static let rankLimit = 300

  init(_ words: FreeWords, in database: Database) {
    self.words = words
    self.database = database
  }

  /// The papers of a window of the results.
  ///
  /// - Parameter cap: how many matches to look at.
  func window(start: Int, limit: Int, cap: Int) throws -> PaperOrder {
    let found = try ids(
      "SELECT rowid FROM paper_name WHERE paper_name MATCH ? ORDER BY rowid DESC LIMIT ?",
      words.asPrefixes, cap)
    let others = found.count < cap ? try texts(besides: found, cap: cap - found.count) : []
    let end = min(start + limit, found.count + others.count)
    guard start < end else { return PaperOrder(papers: [], total: found.count + others.count) }
    var papers: [Int64] = []
    if start < found.count {
      let names = found.count <= Self.rankLimit ? try ranked(found) : found
      papers += names[start..<min(end, names.count)]
    }
    if end > found.count {
      papers += others[max(0, start - found.count)..<(end - found.count)]
    }
    return PaperOrder(
      papers: papers.map(PaperID.init(rawValue:)), total: found.count + others.count)
  }

  /// Papers whose names match, in the order of merit.
  private func ranked(_ names: [Int64]) throws -> [Int64] {
    guard names.count > 1 else { return names }
    let byLength = try ids(
      """
      SELECT paper.id FROM json_each(?) AS chosen CROSS JOIN paper ON paper.id = chosen.value
        ORDER BY length(paper.title), paper.id DESC
      """, names.map(PaperID.init(rawValue:)).json)
    guard words.count == 1 else { return byLength }
    let titled = Set(
      try ids(
        "SELECT rowid FROM paper_name WHERE paper_name MATCH ?",
        "{title short_name} : (\(words.asPrefixes))"))
    return byLength.filter(titled.contains) + byLength.filter { !titled.contains($0) }
  }

  /// Papers that match in any text and are not among those whose names match, which come newest
  /// first.
  private func texts(besides names: [Int64], cap: Int) throws -> [Int64] {
    let request = "SELECT rowid FROM paper_text WHERE paper_text MATCH ? ORDER BY"
    // Every paper that is left out may have been among the first.
    var found = try ids("\(request) rowid DESC LIMIT ?", words.asWords, cap + names.count)
    let count = found.count
    var index = 0
    found.removeAll { paper in
      while index < names.count, names[index] > paper { index += 1 }
      return index < names.count && names[index] == paper
    }
    guard words.count == 1, found.count > 1, count <= Self.rankLimit else {
      return Array(found.prefix(cap))
    }
    let left = Set(found)
    return try ids("\(request) rank LIMIT ?", words.asWords, count).filter(left.contains)
  }

  private func ids(
    _ request: String, _ arguments: (any DatabaseValueConvertible)?...
  ) throws -> [Int64] {
    try database.numbers(request, StatementArguments(arguments))
  }
}
