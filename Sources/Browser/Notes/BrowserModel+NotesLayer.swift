import ReadingModel
import Terminal

extension BrowserModel {
  /// Shows the notes of the paper under the cursor with all their versions.
  mutating func openNotes() -> [Effect] {
    guard let detail = currentDetail else { return [] }
    layers.append(
      .noteList(
        NotesLayer(paper: detail.id, title: detail.paper.shortName ?? detail.paper.title)))
    return [.loadNoteVersions(detail.notes.map(\.id), detail.id)]
  }

  /// A request for the notes that are shown; nil when none are, or the paper is not loaded.
  mutating func loadNoteVersions() -> Effect? {
    guard case .noteList(let layer)? = layers.last, let detail = currentDetail,
      detail.id == layer.paper
    else { return nil }
    return .loadNoteVersions(detail.notes.map(\.id), detail.id)
  }

  /// Takes in the versions of the notes of a paper.
  mutating func takeIn(_ notes: [NoteVersions], of paper: PaperID) {
    guard case .noteList(var layer)? = layers.last, layer.paper == paper else { return }
    layer.show(notes)
    layers[layers.count - 1] = .noteList(layer)
  }

  /// Asks whether the version under the cursor is to be the newest once more.
  mutating func enter(_ layer: NotesLayer) -> [Effect] {
    guard let entry = layer.current else { return [] }
    guard !entry.isNewest else {
      refuse("This version stands\(hint(.editNote, "changes it")).")
      return []
    }
    layers.append(
      .confirmation(
        Confirmation(
          question: "Restore version \(entry.version.number) of the note, as a new version?",
          change: .restoreNote(layer.paper, note: entry.note, version: entry.version.number))))
    return []
  }

  // MARK: Drawing

  /// How many versions can be seen.
  var notesHeight: Int { max(1, layout.body.size.rows - notesPreviewHeight - 1) }

  /// The rows of the preview below them.
  var notesPreviewHeight: Int {
    let rows = layout.body.size.rows
    return rows < 6 ? 0 : rows * 6 / 10
  }

  /// Draws the versions, and below them what the one under the cursor changed.
  func draw(_ layer: NotesLayer, into surface: inout Surface) {
    let entries = layer.entries ?? []
    let notes = layer.notes == 1 ? "1 note" : "\(layer.notes) notes"
    let versions = entries.count == 1 ? "1 version" : "\(entries.count) versions"
    let side = layer.entries == nil ? "" : "\(notes), \(versions)"
    drawSheet("", side: side, into: &surface)
    surface.write(
      truncate(
        "Notes on “\(layer.title)”", to: size.columns - displayWidth(of: side) - 4,
        ellipsis: glyphs.ellipsis), at: Point(row: 0, column: 1), style: Style(.text, .bold))
    let body = layout.body
    for (row, entry) in entries.dropFirst(layer.scroll).prefix(notesHeight).enumerated() {
      draw(entry, row: body.top + row, into: &surface)
      if layer.scroll + row == layer.cursor {
        surface.drawCursor(
          row: body.top + row, columns: 0..<size.columns, isFocused: true, glyphs: glyphs)
      }
    }
    if notesPreviewHeight > 0 { drawPreview(of: layer, into: &surface) }
  }

  private func draw(_ entry: NotesLayer.Entry, row: Int, into surface: inout Surface) {
    var column = 3
    column += surface.write(
      entry.isNewest ? glyphs.note : " ", at: Point(row: row, column: column),
      style: Style(.accent))
    column += 1
    if size.columns >= 60 {
      column += surface.write(
        String(entry.version.at.prefix(16)), at: Point(row: row, column: column),
        style: Style(.dim))
      column += 2
    }
    column += surface.write(
      "\(entry.version.number)".paddedLeft(to: 3), at: Point(row: row, column: column),
      style: Style(.dim))
    surface.write(
      truncate(
        MarkdownSummary.line(of: entry.version.body), to: size.columns - column - 3,
        ellipsis: glyphs.ellipsis), at: Point(row: row, column: column + 2),
      style: Style(entry.isNewest ? .text : .dim))
  }

  private func drawPreview(of layer: NotesLayer, into surface: inout Surface) {
    let top = layout.body.bottom - notesPreviewHeight - 1
    surface.fill(
      Rect(row: top, column: 0, rows: 1, columns: size.columns), with: glyphs.horizontal,
      style: Style(.dim))
    guard let entry = layer.current else { return }
    let heading = entry.before.map {
      " version \($0.number) \(glyphs.becomes) \(entry.version.number) "
    }
    surface.write(
      heading ?? " version \(entry.version.number) ", at: Point(row: top, column: 2),
      style: Style(.dim))
    let lines = previewLines(of: entry)
    let first = max(0, min(layer.previewScroll, lines.count - notesPreviewHeight))
    for (row, line) in lines.dropFirst(first).prefix(notesPreviewHeight).enumerated() {
      surface.write(line, at: Point(row: top + 1 + row, column: 3), limit: size.columns - 1)
    }
    drawSheetPosition(
      first: first, count: lines.count, page: notesPreviewHeight, into: &surface)
  }

  /// What a version changed; the whole text of the first.
  func previewLines(of entry: NotesLayer.Entry) -> [StyledLine] {
    let columns = min(PaperPane.readingColumns, size.columns - 4)
    guard let before = entry.before else {
      var page = MarkdownPage(columns: columns, glyphs: glyphs)
      return page.lines(of: entry.version.body)
    }
    return NoteDifference(from: before.body, to: entry.version.body).styledLines(columns: columns)
  }
}
