internal import GRDB
public import ReadingModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Library {
  /// What taking back a step would do; nil when there is no such step.
  ///
  /// Only the first 2,000 rows of a step are looked at, and none of a changeset above 4 MB, so that
  /// the answer comes within milliseconds.
  public func undoPreview(of step: Int64) throws -> UndoPreview? {
    try reading { database in
      let size: Int? = try database.value(
        "SELECT length(changeset) FROM history WHERE id = ?", step)
      guard let size else { return nil }
      var preview = UndoPreview(step: step, parts: [], titles: [], papers: 0, isWhole: false)
      guard size <= 4_000_000,
        let bytes: Data = try database.value("SELECT changeset FROM history WHERE id = ?", step)
      else { return preview }
      var count = PreviewCount()
      try Changeset(bytes: bytes).forEachRow { count.take($0) }
      let added: String? = try database.value("SELECT added FROM history WHERE id = ?", step)
      preview.isWhole = count.isWhole && added == nil
      preview.parts = count.parts
      preview.papers = count.papers.count
      preview.titles = try count.papers.prefix(5).compactMap { paper in
        try count.removedTitles[paper]
          ?? database.value("SELECT title FROM paper WHERE id = CAST(? AS INTEGER)", paper)
      }
      return preview
    }
  }
}

/// Counts the rows of a step as a person would name them.
private struct PreviewCount {
  /// The papers that the rows are about, as the changeset has their numbers, each once.
  private(set) var papers: [String] = []
  /// The titles of papers that the step brought, which need not be in the library any more.
  private(set) var removedTitles: [String: String] = [:]
  /// False when there were more rows than are looked at.
  private(set) var isWhole = true

  private var seen: Set<String> = []
  private var rows = 0
  private var counts: [String: UndoPreview.Part] = [:]

  /// The tables that a person has a word for, the most telling first, with the column that names
  /// the paper; what is left out comes with one of these.
  private static let kinds: [(table: String, one: String, several: String, paper: Int?)] = [
    ("list", "list", "lists", nil), ("entry", "entry", "entries", 2),
    ("paper", "paper", "papers", 0), ("progress", "mark", "marks", 0),
    ("queue", "place in the queue", "places in the queue", 0), ("note", "note", "notes", 1),
    ("note_version", "version of a note", "versions of notes", nil),
    ("paper_tag", "tag", "tags", 0), ("prerequisite", "prerequisite", "prerequisites", 0),
    ("identifier", "identifier", "identifiers", 2), ("link", "link", "links", 0),
  ]

  /// What was counted.
  var parts: [UndoPreview.Part] { Self.kinds.compactMap { counts[$0.table] } }

  /// Counts a row; false when enough were counted.
  mutating func take(_ row: ChangesetRow) -> Bool {
    rows += 1
    guard rows <= 2000 else {
      isWhole = false
      return false
    }
    guard let kind = Self.kinds.first(where: { $0.table == row.table }) else { return true }
    var part = counts[row.table] ?? UndoPreview.Part(one: kind.one, several: kind.several)
    // Taking back turns what came and what went round.
    switch row.operation {
    case .added: part.removed += 1
    case .changed: part.changed += 1
    case .removed: part.added += 1
    }
    counts[row.table] = part
    if let paper = kind.paper.flatMap(row.reference) {
      if seen.insert(paper).inserted { papers.append(paper) }
      if row.table == "paper" { removedTitles[paper] = row.after(3) ?? row.before(3) }
    }
    return true
  }
}
