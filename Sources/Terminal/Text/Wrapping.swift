/// One line of a wrapped text.
public struct WrappedLine: Equatable, Sendable {
  /// All that the line stands for, with the blanks and the line break at its end; the ranges of
  /// successive lines meet and cover the text.
  public let range: Range<String.Index>
  /// What is shown: the range without the blanks and the line break at its end.
  public let content: Range<String.Index>
  /// How many columns stand free before the content.
  public let indent: Int
  /// How many columns the content takes.
  public let width: Int
}

/// Breaks a text into lines that take at most so many columns.
///
/// Lines break after blanks, after hyphens, dashes and slashes within words, and beside ideographs,
/// but not before a closing sign or after an opening one: the everyday part of UAX #14. A word
/// longer than a line is broken between clusters; a single cluster wider than the line stands alone.
/// A line feed ends a paragraph, and one at the end of the text begins an empty line.
///
/// - Parameters:
///   - columns: The width of the lines with their indents; less than one counts as one.
///   - firstIndent: The columns left free before the first line of each paragraph.
///   - hangingIndent: The columns left free before its further lines. An indent is never more than
///     half of the width.
/// - Returns: At least one line.
public func wrap(
  _ text: String, columns: Int, firstIndent: Int = 0, hangingIndent: Int = 0
) -> [WrappedLine] {
  let columns = max(1, columns)
  let indents = (
    first: min(max(0, firstIndent), columns / 2), hanging: min(max(0, hangingIndent), columns / 2)
  )
  var line = OpenLine(start: text.startIndex, indent: indents.first)
  var lines: [WrappedLine] = []
  var index = text.startIndex
  var before: BreakClass?
  while index < text.endIndex {
    let character = text[index]
    let next = text.index(after: index)
    if character.isNewline {
      lines.append(line.closed(at: next))
      line = OpenLine(start: next, indent: indents.first)
      before = nil
    } else {
      let width = displayWidth(of: character)
      let now = BreakClass(character, width: width)
      if let before, before.allowsBreak(before: now) { line.markBreak(at: index) }
      if now != .blank, line.indent + line.width + width > columns, index > line.start {
        let (full, rest) = line.broken(at: index)
        lines.append(full)
        line = OpenLine(start: rest, indent: indents.hanging)
        index = rest
        before = nil
        continue
      }
      line.append(width: width, isBlank: now == .blank, end: next)
      before = now
    }
    index = next
  }
  lines.append(line.closed(at: text.endIndex))
  return lines
}

/// The line that is being filled, and its last place where it may end.
private struct OpenLine {
  let start: String.Index
  let indent: Int
  /// The columns up to here, blanks included.
  private(set) var width = 0
  /// Where the content ends, and its columns.
  private var content: (end: String.Index, width: Int)
  /// The last opportunity: where the next line would start, and the content before it.
  private var opportunity: (next: String.Index, content: (end: String.Index, width: Int))?

  init(start: String.Index, indent: Int) {
    self.start = start
    self.indent = indent
    content = (start, 0)
  }

  mutating func append(width added: Int, isBlank: Bool, end: String.Index) {
    width += added
    if !isBlank { content = (end, width) }
  }

  mutating func markBreak(at next: String.Index) { opportunity = (next, content) }

  func closed(at end: String.Index) -> WrappedLine {
    WrappedLine(
      range: start..<end, content: start..<content.end, indent: indent, width: content.width)
  }

  /// The line ended at its last opportunity, or here if it has none, and where the next begins.
  func broken(at index: String.Index) -> (line: WrappedLine, next: String.Index) {
    guard let cut = opportunity else { return (closed(at: index), index) }
    let line = WrappedLine(
      range: start..<cut.next, content: start..<cut.content.end, indent: indent,
      width: cut.content.width)
    return (line, cut.next)
  }
}
