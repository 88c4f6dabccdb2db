internal import GRDB
public import ReadingModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Library {
  /// Takes back one step, whatever was done since.
  ///
  /// The newest step that stands is undone as `undo(at:)` does. An earlier one is taken back by a
  /// new step, so that this can be undone in its turn and the order of the history stays.
  /// - Parameters:
  ///   - step: the step's number.
  ///   - now: the moment, ISO 8601 in UTC.
  ///   - label: the new step's label, made from the number and label of the one taken back.
  /// - Returns: The step that was taken back, and whether it was the newest one.
  /// - Throws: `LibraryError.noSuchStep`, `.stepTakenBack` when it does not stand, `.stepBlocked`
  ///   with the later step that stands in its way; nothing has changed then.
  public func undo(
    step: Int64, at now: String, label: (HistoryStep) -> String
  ) throws -> (step: HistoryStep, wasNewest: Bool) {
    let newest: Int64? = try reading { database in
      try database.value("SELECT max(id) FROM history WHERE state = 'done'")
    }
    if step == newest, let undone = try undo(at: now) { return (undone, true) }
    let taken = try writing { database in
      guard
        let row = try database.rows(
          "\(Self.steps), changeset, added FROM history WHERE id = ?", step
        ).first
      else { throw LibraryError.noSuchStep(step) }
      let found = Self.step(row)
      guard found.state == .done else { throw LibraryError.stepTakenBack(label: found.label) }
      if row[6] as String? != nil {
        // What later steps did with its rows is not in its changeset.
        throw try StepBlock.newest(in: database, over: found)
      }
      let recorder = try ChangeRecorder(database)
      let inverse = try Changeset(bytes: row[5]).inverted()
      if let conflict = try inverse.apply(to: database) {
        try StepBlock(step: found, inverse: inverse, database: database).refuse(conflict)
      }
      try StepBlock(step: found, inverse: inverse, database: database).refuseBrokenRules()
      let changes = try recorder.changeset()
      guard !changes.isEmpty else { throw LibraryError.stepTakenBack(label: found.label) }
      try add(label(found), changes, AddedRanges(), at: now, to: database)
      return found
    }
    guard let taken else { throw LibraryError.noSuchStep(step) }
    return (taken, false)
  }

  /// Puts a new step on top of the history; what was undone before can no longer be redone.
  func add(
    _ label: String, _ changes: Changeset, _ added: AddedRanges, at now: String,
    to database: Database
  ) throws {
    try database.run("UPDATE history SET state = 'dropped' WHERE state = 'undone'")
    try database.run(
      "INSERT INTO history(label, at, state, changeset, added) VALUES (?, ?, 'done', ?, ?)",
      label, now, changes.bytes, added.text)
    try historyBudget.trim(database)
  }
}
