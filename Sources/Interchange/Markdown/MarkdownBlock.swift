/// A piece of text in one style, such as a word in bold or the words on a link.
struct MarkdownRun: Equatable {
  /// How a run is set off from the text around it.
  struct Style: OptionSet {
    let rawValue: UInt8
    static let strong = Style(rawValue: 1)
    static let emphasis = Style(rawValue: 2)
    static let code = Style(rawValue: 4)
  }

  /// What is read; for an image its description, for the end of a line one line feed.
  var text: String
  /// How it is set off.
  var style: Style = []
  /// The address that it leads to.
  var link: String?
  /// True for an image.
  var isImage = false
  /// What stands in the document for it, where that is more than the text: escaped characters.
  var source: String?
}

/// A block of a Markdown document that holds text of its own, and where it stands.
///
/// Nesting is a number here and no tree, so that no depth of a document is too deep.
struct MarkdownBlock: Equatable {
  /// What sort of block it is.
  enum Kind: Equatable {
    case heading(level: Int)
    case paragraph
    case tableHeader, tableRow
    case code
    case rule
  }

  /// The sort.
  var kind: Kind
  /// The text; empty for rows and rules.
  var runs: [MarkdownRun] = []
  /// The cells of a row.
  var cells: [[MarkdownRun]] = []
  /// How many list items it stands in.
  var depth = 0
  /// True when it is the first block of its list item.
  var opensItem = false
  /// For a block that opens an item: whether its box is ticked; nil without a box.
  var isTicked: Bool?
  /// True within a quotation.
  var isQuoted = false
  /// The line it begins on, counted from 1.
  var line: Int
  /// The last line it stands on.
  var lastLine: Int
}
