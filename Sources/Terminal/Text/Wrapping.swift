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
  return ClusterReader.reading(text[...]) { reader in
    var line = OpenLine(start: 0, indent: indents.first)
    var lines: [WrappedLine] = []
    var offset = 0
    var before: BreakClass?
    while offset < reader.count {
      let cluster = reader.cluster(at: offset)
      if isNewline(cluster.scalar) {
        lines.append(line.closed(at: cluster.end, in: reader))
        line = OpenLine(start: cluster.end, indent: indents.first)
        before = nil
      } else {
        let now = BreakClass(scalar: cluster.scalar, width: cluster.width)
        if let before, before.allowsBreak(before: now) { line.markBreak(at: offset) }
        let used = line.indent + line.width + cluster.width
        if now != .blank, used > columns, offset > line.start {
          let (full, rest) = line.broken(at: offset, in: reader)
          lines.append(full)
          line = OpenLine(start: rest, indent: indents.hanging)
          offset = rest
          before = nil
          continue
        }
        line.append(width: cluster.width, isBlank: now == .blank, end: cluster.end)
        before = now
      }
      offset = cluster.end
    }
    lines.append(line.closed(at: reader.count, in: reader))
    return lines
  }
}

/// True for what ends a line, as `Character.isNewline` has it.
private func isNewline(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
  default: false
  }
}

/// The line that is being filled, and its last place where it may end; places are offsets in bytes.
private struct OpenLine {
  let start: Int
  let indent: Int
  /// The columns up to here, blanks included.
  private(set) var width = 0
  /// Where the content ends, and its columns.
  private var content: (end: Int, width: Int)
  /// The last opportunity: where the next line would start, and the content before it.
  private var opportunity: (next: Int, content: (end: Int, width: Int))?

  init(start: Int, indent: Int) {
    self.start = start
    self.indent = indent
    content = (start, 0)
  }

  mutating func append(width added: Int, isBlank: Bool, end: Int) {
    width += added
    if !isBlank { content = (end, width) }
  }

  mutating func markBreak(at next: Int) { opportunity = (next, content) }

  func closed(at end: Int, in reader: ClusterReader) -> WrappedLine {
    line(to: end, content, reader)
  }

  /// The line ended at its last opportunity, or here if it has none, and where the next begins.
  func broken(at offset: Int, in reader: ClusterReader) -> (line: WrappedLine, next: Int) {
    guard let cut = opportunity else { return (closed(at: offset, in: reader), offset) }
    return (line(to: cut.next, cut.content, reader), cut.next)
  }

  private func line(
    to end: Int, _ content: (end: Int, width: Int), _ reader: ClusterReader
  ) -> WrappedLine {
    let first = reader.index(at: start)
    return WrappedLine(
      range: first..<reader.index(at: end), content: first..<reader.index(at: content.end),
      indent: indent, width: content.width)
  }
}
