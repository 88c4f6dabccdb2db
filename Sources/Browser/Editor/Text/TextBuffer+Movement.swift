/// Moving through the text as it is stored, and deleting by the same distances.
extension TextBuffer {
  /// The start of the cluster before the cursor; the end of the line above at a line's start.
  var positionBeforeCursor: TextPosition {
    if cursor.offset > 0 {
      return TextPosition(
        line: cursor.line, offset: currentLine.clusterStart(before: cursor.offset))
    }
    guard cursor.line > 0 else { return cursor }
    return TextPosition(line: cursor.line - 1, offset: lines[cursor.line - 1].utf8.count)
  }

  /// The end of the cluster at the cursor; the start of the line below at a line's end.
  var positionAfterCursor: TextPosition {
    if cursor.offset < currentLine.utf8.count {
      return TextPosition(line: cursor.line, offset: currentLine.clusterEnd(after: cursor.offset))
    }
    guard cursor.line < lines.count - 1 else { return cursor }
    return TextPosition(line: cursor.line + 1, offset: 0)
  }

  /// The start of the cursor's line.
  var lineStart: TextPosition { TextPosition(line: cursor.line, offset: 0) }

  /// The end of the cursor's line.
  var lineEnd: TextPosition { TextPosition(line: cursor.line, offset: currentLine.utf8.count) }

  /// The start of the word before the cursor, in the line above when the cursor's has none.
  var wordStart: TextPosition {
    let from = cursor.offset == 0 ? positionBeforeCursor : cursor
    return TextPosition(line: from.line, offset: lines[from.line].wordStart(before: from.offset))
  }

  /// The end of the word behind the cursor, in the line below when the cursor's has none.
  var wordEnd: TextPosition {
    let from = cursor == lineEnd ? positionAfterCursor : cursor
    return TextPosition(line: from.line, offset: lines[from.line].wordEnd(after: from.offset))
  }

  /// Deletes back to the start of the word, or the line end at a line's start.
  mutating func deleteWordBackward() -> TextEdit? {
    replace(
      from: cursor.offset == 0 ? positionBeforeCursor : wordStart, to: cursor, with: "")
  }

  /// Deletes on to the end of the word, or the line end at a line's end.
  mutating func deleteWordForward() -> TextEdit? {
    replace(from: cursor, to: cursor == lineEnd ? positionAfterCursor : wordEnd, with: "")
  }

  /// Deletes what the line holds before the cursor.
  mutating func deleteToLineStart() -> TextEdit? {
    replace(from: lineStart, to: cursor, with: "")
  }

  /// Deletes what the line holds behind the cursor, or the line end when that is nothing.
  mutating func deleteToLineEnd() -> TextEdit? {
    replace(from: cursor, to: cursor == lineEnd ? positionAfterCursor : lineEnd, with: "")
  }
}
