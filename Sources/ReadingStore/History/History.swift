internal import GRDB
public import ReadingModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Library {
  /// Changes the library: one transaction, one step of the history.
  ///
  /// The body looks and changes through its editor only; the library itself waits until it is done.
  /// - Parameters:
  ///   - now: the moment of the change, ISO 8601 in UTC.
  ///   - body: makes the changes and gives the step's label; nil takes all of them back.
  /// - Returns: True when something changed; without a change there is no step.
  public func change(
    at now: String, _ body: (LibraryEditor) throws -> String?
  ) throws -> Bool {
    try writing { database in
      let recorder = try ChangeRecorder(database)
      let bulk = BulkAdditions(recorder, database)
      defer { bulk.finish() }
      guard let label = try body(LibraryEditor(database: database, bulk: bulk)) else { return nil }
      let changes = try recorder.changeset()
      guard !changes.isEmpty else { return nil }
      try add(label, changes, bulk.ranges, at: now, to: database)
      return true
    } ?? false
  }

  /// Takes back the newest step that stands.
  ///
  /// - Parameter now: the moment, ISO 8601 in UTC.
  /// - Returns: The step; nil when there is nothing to undo.
  public func undo(at now: String) throws -> HistoryStep? {
    try revisit(
      at: now, becoming: .undone,
      newest: """
        \(Self.steps), changeset, added FROM history WHERE state = 'done' ORDER BY id DESC LIMIT 1
        """
    ) { database, row in
      let changes = try Changeset(bytes: row[5]).inverted()
      guard let added = (row[6] as String?).flatMap(AddedRanges.init) else {
        return try changes.apply(to: database) == nil
      }
      let recorder = try ChangeRecorder(database)
      try added.delete(from: database)
      guard try changes.apply(to: database) == nil else { return false }
      // From now on the step is one like any other: the rows that are gone are in its changeset.
      try database.run(
        "UPDATE history SET changeset = ?, added = NULL WHERE id = ?",
        try recorder.changeset().inverted().bytes, row[0] as Int64)
      return true
    }
  }

  /// Does the step that was undone last again.
  ///
  /// - Parameter now: the moment, ISO 8601 in UTC.
  /// - Returns: The step; nil when there is nothing to redo.
  public func redo(at now: String) throws -> HistoryStep? {
    try revisit(
      at: now, becoming: .done,
      newest: "\(Self.steps), changeset FROM history WHERE state = 'undone' ORDER BY id LIMIT 1"
    ) { database, row in try Changeset(bytes: row[5]).apply(to: database) == nil }
  }

  /// The steps of the history, newest first.
  ///
  /// - Parameter limit: how many at most; nil for all.
  public func history(limit: Int?) throws -> [HistoryStep] {
    try reading { database in
      try database.rows("\(Self.steps) FROM history ORDER BY id DESC LIMIT ?", limit ?? -1)
        .map(Self.step)
    }
  }

  static let steps = "SELECT id, label, at, revisited, state"

  static func step(_ row: Row) -> HistoryStep {
    HistoryStep(
      id: row[0], label: row[1], at: row[2], revisited: row[3],
      state: HistoryStep.State(rawValue: row[4]) ?? .dropped)
  }

  private func revisit(
    at now: String, becoming state: HistoryStep.State, newest request: String,
    _ apply: (Database, Row) throws -> Bool
  ) throws -> HistoryStep? {
    try writing { database in
      guard let row = try database.rows(request).first else { return nil }
      guard try apply(database, row) else {
        throw LibraryError.undoBlocked(label: row[1])
      }
      var step = Self.step(row)
      step.state = state
      step.revisited = now
      try database.run(
        "UPDATE history SET state = ?, revisited = ? WHERE id = ?", state.rawValue, now, step.id)
      return step
    }
  }

  /// Runs a change in one transaction, which stands only when the body gives a value.
  func writing<Value>(_ body: (Database) throws -> Value?) throws -> Value? {
    if let path, isReadOnly { throw LibraryError.readOnly(path: path) }
    return try SQLiteFailure.translating(at: path) {
      try database.writeWithoutTransaction { database in
        var value: Value?
        try database.inTransaction(.immediate) {
          value = try body(database)
          guard value != nil else { return .rollback }
          try FullTextIndex.bringUpToDate(database)
          return .commit
        }
        return value
      }
    }
  }
}
