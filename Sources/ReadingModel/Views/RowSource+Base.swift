extension RowSource {
  /// The source without its filters.
  public var base: RowSource {
    if case .filtered(let source, _) = self { source.base } else { self }
  }

  /// What the source is filtered by; nil when it is not.
  public var filter: Query? {
    if case .filtered(_, let query) = self { query } else { nil }
  }
}
