public import ReadingModel

/// A list that was read from a document, with what was remarkable about it.
public struct ParsedList: Equatable, Sendable {
  /// The list.
  public var list: ReadingList
  /// What was read otherwise than it stands, by line.
  public var warnings: [Diagnostic]
  /// The lines that the entries of each section begin on, counted from 1.
  public var lines: [[Int]]

  /// Makes a parsed list.
  public init(list: ReadingList, warnings: [Diagnostic] = [], lines: [[Int]] = []) {
    self.list = list
    self.warnings = warnings
    self.lines = lines
  }
}

/// Lectern's own list format: a Markdown document, described in `docs/list-format.md`.
///
/// A document in canonical form is printed back byte for byte. A list comes back equal when the format
/// can hold it: its texts are safe text, a paper has one address of its own and one of its code, one
/// identifier in each scheme, and a `url` identifier exactly when it has an address and no other name.
/// Abstracts have no place in the format.
public enum ListFormat {
  /// Reads a list.
  ///
  /// - Parameter bytes: The document, UTF-8 with or without a byte order mark.
  /// - Returns: The list, and a warning for everything in the document that is not in the list as it
  ///   stands.
  /// - Throws: `InterchangeError.malformed` when the front matter cannot be read; whatever follows it
  ///   is read with warnings at worst.
  public static func parse(_ bytes: [UInt8]) throws(InterchangeError) -> ParsedList {
    var lines = ListLines(bytes)
    let frontMatter = try FrontMatter(&lines)
    var parser = ListParser(lines: lines)
    return parser.parse(frontMatter)
  }

  /// Prints a list in canonical form, ending with one line feed.
  public static func print(_ list: ReadingList) -> String {
    var printer = ListPrinter()
    printer.print(list)
    return printer.text
  }
}
