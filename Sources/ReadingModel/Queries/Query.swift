/// A search in the library, parsed from the language of the search prompt and `lectern search`.
public struct Query: Hashable, Sendable {
  /// What a paper must satisfy; nil matches every paper.
  public var condition: Condition?
  /// How to order what matches; empty for best match first.
  public var sort: [SortKey]
  /// What the person typed.
  public var text: String

  /// Makes a query.
  public init(condition: Condition?, sort: [SortKey] = [], text: String) {
    self.condition = condition
    self.sort = sort
    self.text = text
  }

  /// A field of text that a word can be looked for in.
  public enum TextField: String, CaseIterable, Sendable {
    case title, author, note, abstract, remark, list, section, tag
  }

  /// A property that a paper has or has not.
  public enum Trait: String, CaseIterable, Sendable {
    case note, code, abstract, rating, tag, year, prerequisite
  }

  /// A number field that can be compared with a range.
  public enum NumberField: String, CaseIterable, Sendable {
    case year, rating, pass
  }

  /// A field that results can be ordered by.
  public enum SortField: String, CaseIterable, Sendable {
    case title, author, year, added, rating, status
    /// When the newest note on the paper was written.
    case noted
  }

  /// One ordering, ascending unless said.
  public struct SortKey: Hashable, Sendable {
    /// What to order by.
    public var field: SortField
    /// True for the largest first.
    public var descending: Bool

    /// Makes an ordering.
    public init(field: SortField, descending: Bool) {
      self.field = field
      self.descending = descending
    }
  }

  /// What a paper must satisfy.
  public indirect enum Condition: Hashable, Sendable {
    /// A word, matched as a prefix, in a field or (nil) in any text.
    case word(String, TextField?)
    /// Words that stand next to one another, in a field or (nil) in any text.
    case phrase([String], TextField?)
    /// The reader's status.
    case status(Status)
    /// A number within bounds; nil leaves that side open.
    case number(NumberField, atLeast: Int?, atMost: Int?)
    /// A property the paper has.
    case has(Trait)
    /// Added at most (or, when `older`, more than) so many days ago.
    case added(days: Int, older: Bool)
    /// Not this.
    case not(Condition)
    /// All of these.
    case all([Condition])
    /// Any of these.
    case any([Condition])
  }
}

/// What is wrong with a query, and where.
public struct QueryError: Error, Equatable, Sendable {
  /// Where the fault is, in characters from the start, counted from 0.
  public var offset: Int
  /// A sentence that says what was found and what was expected.
  public var message: String

  /// Makes an error.
  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}
