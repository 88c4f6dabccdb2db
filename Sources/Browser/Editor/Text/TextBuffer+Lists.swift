/// Line ends and indentation that know Markdown's lists.
extension TextBuffer {
  /// Breaks the line at the cursor; in a list the new line is the next item.
  ///
  /// On an item without text the list ends instead: its marker is removed.
  mutating func breakLine() -> TextEdit? {
    guard let marker = ListMarker(of: currentLine), cursor.offset >= marker.length else {
      return insert("\n")
    }
    let textStart = currentLine.index(atOffset: marker.length)
    if currentLine[textStart...].allSatisfy({ $0 == " " }) {
      return replace(from: lineStart, to: lineEnd, with: "")
    }
    let rest = currentLine[currentLine.index(atOffset: cursor.offset)...]
    let spaces = rest.utf8.prefix { $0 == 0x20 }.count
    let end = TextPosition(line: cursor.line, offset: cursor.offset + spaces)
    return replace(from: cursor, to: end, with: "\n" + marker.next)
  }

  /// Puts two spaces at the cursor, or before the line when it is a list item.
  mutating func indent() -> TextEdit? {
    guard ListMarker(of: currentLine) != nil else { return insert(EnteredText.tab) }
    return changeIndentation(removing: 0, adding: EnteredText.tab)
  }

  /// Removes up to two spaces from the start of the line.
  mutating func outdent() -> TextEdit? {
    let spaces = currentLine.utf8.prefix(EnteredText.tab.utf8.count).prefix { $0 == 0x20 }.count
    return changeIndentation(removing: spaces, adding: "")
  }

  /// Changes what the line starts with; the cursor stays at its place in the text.
  private mutating func changeIndentation(removing count: Int, adding text: String) -> TextEdit? {
    let before = cursor
    let end = TextPosition(line: before.line, offset: count)
    guard let edit = replace(from: lineStart, to: end, with: text) else { return nil }
    let offset = max(0, before.offset - count) + text.utf8.count
    move(to: TextPosition(line: before.line, offset: offset))
    return edit
  }
}
