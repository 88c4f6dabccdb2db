extension Action {
  /// What it does, in one line.
  public var summary: String { ActionTable.byAction[self]?.summary ?? "" }

  /// A word or two for it, as the footer has them: `read` for `mark-read`.
  public var label: String { ActionTable.byAction[self]?.label ?? rawValue }

  /// What help gathers it under.
  public var group: ActionGroup { ActionTable.byAction[self]?.group ?? .program }
}
