internal import GRDB

/// The rows that a change adds in very large number: only the ranges they are in are recorded.
///
/// A changeset of a hundred thousand new papers would be as large as the papers. Their rows have
/// numbers that follow one another, so that a range says as much; rows that stood before are recorded
/// as ever. When such a step is taken back, what is deleted is recorded in full.
final class BulkAdditions {
  /// How many papers a change adds before it records ranges.
  static let threshold = 1_000

  /// How much of the library a change keeps in memory once it adds that many, in kilobytes: pages that
  /// titles and names fall into by chance are changed again and again.
  private static let cacheSize = 48 << 10

  private let database: Database
  private let recorder: ChangeRecorder
  private var usualCacheSize: Int?
  private var recordedPapers = 0
  private(set) var ranges = AddedRanges()

  init(_ recorder: ChangeRecorder, _ database: Database) {
    self.recorder = recorder
    self.database = database
  }

  private func enlargeCache() throws {
    usualCacheSize = try Int.fetchOne(database, sql: "PRAGMA cache_size")
    try database.execute(sql: "PRAGMA cache_size = -\(Self.cacheSize)")
  }

  /// Gives the memory back that many additions took.
  func finish() {
    guard let usualCacheSize else { return }
    try? database.execute(sql: "PRAGMA cache_size = \(usualCacheSize)")
  }

  /// Adds a paper with everything that hangs on it, recorded or as part of the range.
  ///
  /// - Parameter body: adds the rows and gives the paper's number.
  func addingPaper(_ body: () throws -> Int64) throws -> Int64 {
    guard recordedPapers >= Self.threshold else {
      recordedPapers += 1
      return try body()
    }
    if ranges.papers == nil { try enlargeCache() }
    let paper = try recorder.pausing(body)
    ranges.papers = (ranges.papers?.lowerBound ?? paper)...paper
    return paper
  }

  /// Changes what hangs on a paper; of one in the range nothing is recorded.
  func changing<Value>(paper: Int64, _ body: () throws -> Value) rethrows -> Value {
    guard ranges.papers?.contains(paper) == true else { return try body() }
    return try recorder.pausing(body)
  }

  /// Appends entries to a list; when there are papers in the range, they are one too.
  func appending(_ positions: ClosedRange<Int>, to list: Int64, _ body: () throws -> Void) rethrows
  {
    guard ranges.papers != nil else { return try body() }
    ranges.entries[list] = positions
    try recorder.pausing(body)
  }
}

/// Ranges of rows that a step added, as the history keeps them: `papers 97-5096 entries 6 1-5000`.
struct AddedRanges: Equatable {
  /// The numbers of papers.
  var papers: ClosedRange<Int64>?
  /// The positions in lists, by the list's number.
  var entries: [Int64: ClosedRange<Int>] = [:]

  /// The text in the history; nil when there are none.
  var text: String? {
    guard let papers else { return nil }
    let parts = entries.sorted { $0.key < $1.key }.map {
      " entries \($0.key) \($0.value.lowerBound)-\($0.value.upperBound)"
    }
    return "papers \(papers.lowerBound)-\(papers.upperBound)" + parts.joined()
  }

  init() {}

  /// Reads the text in the history; what it does not understand is nil.
  init?(_ text: String) {
    var words = text.split(separator: " ")[...]
    while let word = words.popFirst() {
      switch word {
      case "papers":
        guard let range: ClosedRange<Int64> = Self.range(words.popFirst()) else { return nil }
        papers = range
      case "entries":
        guard let list = words.popFirst().flatMap({ Int64($0) }),
          let range: ClosedRange<Int> = Self.range(words.popFirst())
        else { return nil }
        entries[list] = range
      default: return nil
      }
    }
  }

  private static func range<Number: FixedWidthInteger>(_ text: Substring?) -> ClosedRange<Number>? {
    let bounds = text?.split(separator: "-").compactMap { Number($0) } ?? []
    guard bounds.count == 2, bounds[0] <= bounds[1] else { return nil }
    return bounds[0]...bounds[1]
  }

  /// Deletes the rows; foreign keys are looked at when the transaction ends.
  func delete(from database: Database) throws {
    try database.run("PRAGMA defer_foreign_keys = ON")
    for (list, positions) in entries {
      for table in ["entry_prerequisite", "entry"] {
        try database.run(
          "DELETE FROM \(table) WHERE list = ? AND position BETWEEN ? AND ?", list,
          positions.lowerBound, positions.upperBound)
      }
    }
    guard let papers else { return }
    for table in [
      "reading_event", "progress", "queue", "paper_tag", "link", "identifier", "alias",
      "paper_edit",
    ] {
      try database.run(
        "DELETE FROM \(table) WHERE paper BETWEEN ? AND ?", papers.lowerBound, papers.upperBound)
    }
    try database.run(
      "DELETE FROM paper WHERE id BETWEEN ? AND ?", papers.lowerBound, papers.upperBound)
  }
}
