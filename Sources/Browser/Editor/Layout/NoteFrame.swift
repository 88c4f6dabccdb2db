import Terminal

/// How the note editor shares out its part of the screen.
///
/// The text always has a row; then come, as rows allow, the footer, the title, and rules between
/// them and the text.
struct NoteFrame: Equatable, Sendable {
  /// The widest row of text, in columns; longer rows are hard to read.
  static let readingWidth = 72

  /// The size of the whole editor.
  let size: Size

  private var hasRules: Bool { size.rows >= 8 }

  /// True when there is a row for the title.
  var hasTitle: Bool { size.rows >= 3 }
  /// True when there is a row for the footer.
  var hasFooter: Bool { size.rows >= 2 }
  /// The rows above the text.
  var rowsAbove: Int { (hasTitle ? 1 : 0) + (hasRules ? 1 : 0) }
  /// The rows below the text.
  var rowsBelow: Int { (hasFooter ? 1 : 0) + (hasRules ? 1 : 0) }
  /// The rows of text.
  var textRows: Int { max(1, size.rows - rowsAbove - rowsBelow) }
  /// The rows, counted in the editor, that a rule is drawn in.
  var ruleRows: [Int] { hasRules ? [1, size.rows - 2] : [] }
  /// The columns left of the text.
  var margin: Int { size.columns >= 40 ? 1 : 0 }
  /// The columns of text; one more is kept free for the cursor behind a full row.
  var textColumns: Int { max(1, min(Self.readingWidth, size.columns - margin - 1)) }
}
