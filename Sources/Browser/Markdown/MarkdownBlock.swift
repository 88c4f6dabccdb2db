/// A block of a Markdown text, such as a paragraph or a list.
struct MarkdownBlock: Equatable, Sendable {
  /// What it is, with what it holds.
  indirect enum Kind: Equatable, Sendable {
    /// Lines that are wrapped as one; a line feed in them is a blank unless a hard break says more.
    case paragraph(String)
    /// A heading and its level, 1 to 6.
    case heading(Int, String)
    /// The items of a list, numbered or not.
    case list([MarkdownItem])
    /// What is quoted.
    case quote([MarkdownBlock])
    /// Lines that stand as they are.
    case code([String])
    case table(MarkdownTable)
    /// A thematic break.
    case rule
  }

  /// What it is.
  var kind: Kind
  /// True when a blank line stands before it in its container.
  var followsBlank: Bool
}

/// An item of a list.
struct MarkdownItem: Equatable, Sendable {
  /// Its number with the sign behind it, `3.` or `3)`; nil for a bullet.
  var number: String?
  /// True for a task that is done, false for one that is not; nil for an item that is no task.
  var isDone: Bool?
  /// What it holds.
  var blocks: [MarkdownBlock]
  /// True when a blank line stands before it in its list.
  var followsBlank: Bool
}

/// A table: its cells as inline Markdown, the header apart.
struct MarkdownTable: Equatable, Sendable {
  /// On which side the cells of a column begin.
  enum Alignment: Equatable, Sendable {
    case left, centre, right
  }

  /// One for each column.
  var alignments: [Alignment]
  /// As many as there are columns.
  var header: [String]
  /// The rows, each with as many cells as were written, no more than there are columns.
  var rows: [[String]]
}
