internal import GRDB
internal import ReadingModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Finds the later step because of which an earlier one cannot be taken back alone.
struct StepBlock {
  let step: HistoryStep
  /// What takes the step back.
  let inverse: Changeset
  let database: Database

  /// Throws for a row that is not as the changeset expects it.
  ///
  /// - Parameter row: its identity; empty when rows would be left that refer to none.
  func refuse(_ row: String) throws -> Never {
    if row.isEmpty {
      var removed: Set<String> = []
      try inverse.forEachRow { row in
        if row.operation == .removed { removed.insert(row.identity) }
        return true
      }
      throw try blocked { $0.operation != .removed && !removed.isDisjoint(with: $0.references) }
    }
    throw try blocked { $0.identity == row }
  }

  /// Throws when the rows fit but together break a rule of the library.
  func refuseBrokenRules() throws {
    var notes: Set<String> = []
    var lists: Set<String> = []
    var papers: Set<PaperID> = []
    try inverse.forEachRow { row in
      switch row.table {
      case "note_version": if let note = row.reference(0) { notes.insert(note) }
      case "section", "entry": if let list = row.reference(0) { lists.insert(list) }
      case "prerequisite": papers.formUnion(Self.paper(row.reference(0)))
      case "entry_prerequisite": papers.formUnion(Self.paper(row.reference(4)))
      default: break
      }
      return true
    }
    for note in notes {
      let hasGap: Bool? = try database.value(
        "SELECT count(*) <> max(number) FROM note_version WHERE note = CAST(? AS INTEGER)", note)
      guard hasGap == true else { continue }
      throw try blocked { $0.table == "note_version" && $0.reference(0) == note }
    }
    for list in lists {
      let hasGap: Bool? = try database.value(
        """
        SELECT count(*) <> ifnull(max(position), 0) OR count(*) <>
            (SELECT ifnull(sum(entries), 0) FROM section WHERE list = CAST(?1 AS INTEGER))
          FROM entry WHERE list = CAST(?1 AS INTEGER)
        """, list)
      guard hasGap == true else { continue }
      throw try blocked {
        ["section", "entry"].contains($0.table) && $0.reference(0) == list
      }
    }
    do {
      try LibraryEditor(database: database).requireNoCycle(through: papers.sorted())
    } catch LibraryError.cycle {
      throw try blocked {
        ["prerequisite", "entry_prerequisite"].contains($0.table) && $0.operation == .added
      }
    }
  }

  private static func paper(_ value: String?) -> [PaperID] {
    value.flatMap { Int64($0) }.map { [PaperID(rawValue: $0)] } ?? []
  }

  /// How many later steps are looked through; a person hardly takes more than these back one by one.
  private static let mostSteps = 2000

  /// The error that names the newest later step, whatever it changed.
  static func newest(in database: Database, over step: HistoryStep) throws -> LibraryError {
    try database.rows(
      "SELECT id, label FROM history WHERE id > ? AND state = 'done' ORDER BY id DESC LIMIT 1",
      step.id
    ).first.map { .stepBlocked(label: step.label, by: $0[1], step: $0[0]) }
      ?? .undoBlocked(label: step.label)
  }

  /// The error that names the newest later step with a row that stands in the way.
  private func blocked(by isInTheWay: (ChangesetRow) -> Bool) throws -> LibraryError {
    let later = try database.rows(
      """
      SELECT id, label FROM history WHERE id > ? AND state = 'done' ORDER BY id DESC LIMIT ?
      """, step.id, Self.mostSteps)
    for row in later {
      let id: Int64 = row[0]
      guard
        let bytes: Data = try database.value("SELECT changeset FROM history WHERE id = ?", id)
      else { continue }
      var isFound = false
      try Changeset(bytes: bytes).forEachRow { row in
        isFound = isInTheWay(row)
        return !isFound
      }
      if isFound { return .stepBlocked(label: step.label, by: row[1], step: id) }
    }
    return .undoBlocked(label: step.label)
  }
}

extension ChangesetRow {
  /// The identities of the rows that a row refers to, by the foreign keys of the schema.
  fileprivate var references: Set<String> {
    let targets: [(table: String, columns: [Int])] =
      switch table {
      case "identifier": [("paper", [2])]
      case "alias": [("paper", [1])]
      case "link", "progress", "paper_tag", "paper_edit", "queue": [("paper", [0])]
      case "reading_event", "note": [("paper", [1])]
      case "section": [("list", [0])]
      case "entry": [("list", [0]), ("paper", [2])]
      case "entry_prerequisite": [("entry", [0, 1]), ("paper", [4])]
      case "prerequisite": [("paper", [0]), ("paper", [1])]
      case "note_version": [("note", [0])]
      default: []
      }
    return Set(
      targets.map { target in
        ([target.table] + target.columns.map { reference($0) ?? "" }).joined(separator: "\u{1F}")
      })
  }
}
