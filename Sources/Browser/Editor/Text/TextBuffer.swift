/// A text being edited: lines, a cursor, and the edits that can be taken back.
///
/// Lines are strings of their own, so that a key costs the length of one line and not of the text.
/// All text is cleaned where it enters (`EnteredText`), and the cursor is always at the edge of a
/// grapheme cluster.
struct TextBuffer: Equatable, Sendable {
  /// The lines without their ends; there is always at least one.
  private(set) var lines: [String]
  /// Where the next text goes.
  private(set) var cursor: TextPosition
  private var history: EditHistory

  /// Starts with a text and the cursor before it.
  ///
  /// - Parameters:
  ///   - text: Anything; it is cleaned.
  ///   - byteLimit: The memory that undo steps may take, in bytes.
  init(_ text: String = "", undoByteLimit byteLimit: Int = 64_000_000) {
    lines = Self.split(EnteredText.multiline(text))
    cursor = .start
    history = EditHistory(byteLimit: byteLimit)
  }

  /// The whole text, its lines joined by `\n`.
  var text: String { lines.joined(separator: "\n") }

  /// The line that the cursor is in.
  var currentLine: String { lines[cursor.line] }

  /// A number for the text as it stands, the same again when undo or redo leads back to it.
  var state: Int { history.state }

  /// Puts the cursor at a place, or at the nearest one that exists; ends a run of typing.
  mutating func move(to position: TextPosition) {
    history.endRun()
    cursor = valid(position)
  }

  /// Puts a cluster that was typed at the cursor; typing in a row is undone word by word.
  ///
  /// - Returns: The edit, or nil when nothing was left of the text after cleaning.
  mutating func type(_ character: Character) -> TextEdit? {
    replace(from: cursor, to: cursor, with: String(character), .typing)
  }

  /// Puts a text of any length at the cursor as one undo step.
  ///
  /// - Returns: The edit, or nil when nothing was left of the text after cleaning.
  mutating func insert(_ text: String) -> TextEdit? {
    replace(from: cursor, to: cursor, with: text, .single)
  }

  /// Puts a text in the place of another as one undo step, with the cursor behind it.
  ///
  /// - Returns: The edit, or nil when there was nothing to remove and nothing to insert.
  mutating func replace(
    from start: TextPosition, to end: TextPosition, with text: String
  ) -> TextEdit? {
    replace(from: valid(start), to: valid(end), with: text, .single)
  }

  /// Deletes the cluster before the cursor, or the line end at the start of a line.
  mutating func deleteBackward() -> TextEdit? {
    replace(from: positionBeforeCursor, to: cursor, with: "", .deleting)
  }

  /// Deletes the cluster behind the cursor, or the line end at the end of a line.
  mutating func deleteForward() -> TextEdit? {
    replace(from: cursor, to: positionAfterCursor, with: "", .deleting)
  }

  /// Takes the last step back and puts the cursor where it stood before.
  ///
  /// - Returns: The edit that was made to that end, or nil when there is nothing to undo.
  mutating func undo() -> TextEdit? {
    guard let step = history.undo() else { return nil }
    apply(step.edit.inverse)
    cursor = step.cursorBefore
    return step.edit.inverse
  }

  /// Makes the last step again that was taken back.
  ///
  /// - Returns: The edit, or nil when there is nothing to redo.
  mutating func redo() -> TextEdit? {
    guard let step = history.redo() else { return nil }
    apply(step.edit)
    cursor = step.cursorAfter
    return step.edit
  }

  /// The nearest place that exists: a line of the text, and the edge of a cluster in it.
  func valid(_ position: TextPosition) -> TextPosition {
    let line = min(max(0, position.line), lines.count - 1)
    return TextPosition(line: line, offset: lines[line].clusterEdge(atOrAfter: position.offset))
  }

  private mutating func replace(
    from start: TextPosition, to end: TextPosition, with text: String, _ kind: EditHistory.Kind
  ) -> TextEdit? {
    let edit = TextEdit(
      start: start, removed: self.text(from: start, to: end),
      inserted: EnteredText.multiline(text))
    guard !edit.isEmpty else { return nil }
    let before = cursor
    apply(edit)
    cursor = valid(edit.start.advanced(over: edit.inserted))
    history.record(edit, kind, cursorBefore: before, cursorAfter: cursor)
    return edit
  }

  private func text(from start: TextPosition, to end: TextPosition) -> String {
    guard start < end else { return "" }
    let first = lines[start.line]
    if start.line == end.line {
      return String(first[first.index(atOffset: start.offset)..<first.index(atOffset: end.offset)])
    }
    let last = lines[end.line]
    var pieces = [String(first[first.index(atOffset: start.offset)...])]
    pieces += lines[(start.line + 1)..<end.line]
    pieces.append(String(last[..<last.index(atOffset: end.offset)]))
    return pieces.joined(separator: "\n")
  }

  private mutating func apply(_ edit: TextEdit) {
    let line = edit.start.line
    let lower = lines[line].index(atOffset: edit.start.offset)
    if edit.staysInLine {
      let upper = lines[line].index(atOffset: edit.start.offset + edit.removed.utf8.count)
      lines[line].replaceSubrange(lower..<upper, with: edit.inserted)
      return
    }
    let end = edit.start.advanced(over: edit.removed)
    let last = lines[end.line]
    let head = lines[line][..<lower]
    let tail = last[last.index(atOffset: end.offset)...]
    lines.replaceSubrange(line...end.line, with: Self.split(head + edit.inserted + tail))
  }

  private static func split(_ text: String) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
  }
}
