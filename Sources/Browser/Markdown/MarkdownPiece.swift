/// How inline text looks.
struct MarkdownLook: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let strong = MarkdownLook(rawValue: 1)
  static let emphasis = MarkdownLook(rawValue: 2)
  static let code = MarkdownLook(rawValue: 4)
}

/// A piece of inline text.
enum MarkdownPiece: Equatable, Sendable {
  /// Text in one look, and the address that it stands for.
  case text(String, MarkdownLook, address: String?)
  /// The end of the text that stands for an address.
  case linkEnd(String)
  /// A line ends here.
  case lineBreak
}
