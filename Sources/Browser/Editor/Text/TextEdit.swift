/// A place in a text of several lines.
struct TextPosition: Hashable, Comparable, Sendable {
  /// The line, 0 for the first.
  var line: Int
  /// The UTF-8 bytes before it in the line, at the edge of a grapheme cluster.
  var offset: Int

  /// The start of a text.
  static let start = TextPosition(line: 0, offset: 0)

  static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.offset) < (right.line, right.offset)
  }

  /// The place after a text that starts here.
  func advanced(over text: String) -> TextPosition {
    guard let lastEnd = text.utf8.lastIndex(of: 0x0A) else {
      return TextPosition(line: line, offset: offset + text.utf8.count)
    }
    let lineEnds = text.utf8.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
    let rest = text.utf8.distance(from: lastEnd, to: text.utf8.endIndex) - 1
    return TextPosition(line: line + lineEnds, offset: rest)
  }
}

/// One piece of text put in the place of another: all that editing does.
struct TextEdit: Hashable, Sendable {
  /// Where it happens.
  var start: TextPosition
  /// What stood there.
  var removed: String
  /// What stands there now.
  var inserted: String

  /// The edit that takes this one back.
  var inverse: TextEdit { TextEdit(start: start, removed: inserted, inserted: removed) }

  /// True when neither piece holds a line end, so that the other lines keep their numbers.
  var staysInLine: Bool { !removed.utf8.contains(0x0A) && !inserted.utf8.contains(0x0A) }

  /// True when nothing is removed and nothing inserted.
  var isEmpty: Bool { removed.isEmpty && inserted.isEmpty }
}
