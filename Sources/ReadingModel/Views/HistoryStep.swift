/// One change in the history, with what became of it.
public struct HistoryStep: Equatable, Sendable {
  /// What became of a step.
  public enum State: String, CaseIterable, Sendable, Codable {
    /// It stands; undo takes back the newest of these.
    case done
    /// It was taken back; redo does the oldest of these again.
    case undone
    /// It was taken back and something else was done since, so it cannot be done again.
    case dropped
  }

  /// Its number; a later change has a higher one.
  public var id: Int64
  /// The sentence it was reported with.
  public var label: String
  /// When it was done, ISO 8601 in UTC.
  public var at: String
  /// When it was last undone or redone; nil when it never was.
  public var revisited: String?
  /// What became of it.
  public var state: State

  /// Makes a step.
  public init(id: Int64, label: String, at: String, revisited: String? = nil, state: State) {
    self.id = id
    self.label = label
    self.at = at
    self.revisited = revisited
    self.state = state
  }
}

/// A paper to read next, and why this one.
public struct NextUp: Equatable, Sendable {
  /// The paper's row.
  public var row: EntryRow
  /// The list the suggestion follows; nil for one from the queue.
  public var list: String?
  /// Why, in one sentence that starts with “because”.
  public var reason: String

  /// Makes a suggestion.
  public init(row: EntryRow, list: String?, reason: String) {
    self.row = row
    self.list = list
    self.reason = reason
  }
}
