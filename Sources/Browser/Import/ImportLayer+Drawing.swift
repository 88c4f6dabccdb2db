import ReadingModel
import Terminal

extension BrowserModel {
  /// The rows below the plan that say more about the one under the cursor, the rule above included.
  private var importDetailRows: Int {
    let rows = layout.body.size.rows
    return rows >= 20 ? 6 : rows >= 16 ? 5 : rows >= 7 ? 2 : 0
  }

  private var hasImportRule: Bool { importDetailRows > 2 }

  /// The first row of the plan: below the counts, and a free row where there is room.
  private var importTop: Int { layout.body.top + (hasImportRule ? 2 : 1) }

  /// How many rows of the plan can be seen.
  var importRows: Int { max(0, layout.body.bottom - importTop - importDetailRows) }

  /// Draws an import: what it is, the counts, the plan, and what there is to know about one row.
  func draw(_ layer: ImportLayer, into surface: inout Surface) {
    drawSheet("", side: "", into: &surface)
    drawImportTitle(layer, into: &surface)
    guard let preview = layer.preview else {
      let entries = layer.progress > 0 ? "  \(layer.progress) entries" : ""
      surface.write(
        "Reading \(glyphs.ellipsis)\(entries)", at: Point(row: importTop, column: 3),
        style: Style(.dim), limit: size.columns - 1)
      return
    }
    let words = ImportWords(layer: layer, preview: preview)
    surface.write(
      StyledLine(indent: 3, runs: words.counts(columns: size.columns - 4)),
      at: Point(row: layout.body.top, column: 0), limit: size.columns - 1)
    for (index, row) in preview.rows.dropFirst(layer.scroll).prefix(importRows).enumerated() {
      draw(row, words, at: importTop + index, into: &surface)
      if layer.scroll + index == layer.cursor {
        surface.drawCursor(
          row: importTop + index, columns: 0..<size.columns, isFocused: true, glyphs: glyphs)
      }
    }
    drawImportDetails(words, into: &surface)
    drawSheetPosition(
      first: layer.scroll, count: preview.rows.count, page: importRows, into: &surface)
  }

  private func drawImportTitle(_ layer: ImportLayer, into surface: inout Surface) {
    var name = layer.material.name
    var facts: [String] = []
    if let preview = layer.preview {
      let documents = preview.plan.documents
      if documents.count == 1 {
        name = documents[0].path.split(separator: "/").last.map(String.init) ?? name
        facts.append(documents[0].format ?? "")
      } else {
        facts.append("\(documents.count) documents")
      }
      let count = preview.counts.entries
      facts.append("\(count) \(count == 1 ? "entry" : "entries")")
    }
    let side = importSide(layer)
    let right = size.columns - 1 - side.reduce(0) { $0 + displayWidth(of: $1.text) }
    surface.write(StyledLine(runs: side), at: Point(row: 0, column: right), limit: size.columns)
    let behind = facts.isEmpty ? "" : glyphs.dot + facts.joined(separator: ", ")
    let title = "Import" + glyphs.dot + name
    let room = right - 3
    let shown = truncate(
      title, to: max(min(room, 16), room - displayWidth(of: behind)), ellipsis: glyphs.ellipsis)
    let end = 1 + surface.write(shown, at: Point(row: 0, column: 1), style: Style(.text, .bold))
    surface.write(
      truncate(behind, to: max(0, right - 2 - end), ellipsis: glyphs.ellipsis),
      at: Point(row: 0, column: end), style: Style(.dim))
  }

  /// What goes on, or else the list under the cursor.
  private func importSide(_ layer: ImportLayer) -> [StyledRun] {
    let total = layer.preview?.counts.entries ?? 0
    switch layer.phase {
    case .ready:
      guard let list = layer.list.flatMap({ layer.preview?[$0] }) else { return [] }
      let text = truncate(list.slug, to: size.columns / 3, ellipsis: glyphs.ellipsis)
      return [StyledRun(text, list.isNew ? .dim : .accent)]
    case .planning where layer.isStopping, .importing where layer.isStopping:
      return [StyledRun("stopping \(glyphs.ellipsis)", .warning)]
    case .planning:
      return layer.preview == nil ? [] : [StyledRun("reading again \(glyphs.ellipsis)", .accent)]
    case .importing:
      let columns = size.columns >= 100 ? 20 : size.columns >= 60 ? 10 : 0
      let bar = glyphs.progressBar(done: layer.progress, of: total, columns: columns)
      return [
        StyledRun("importing \(layer.progress) of \(total) ", .accent),
        StyledRun(bar.full, .accent), StyledRun(bar.empty, .dim),
      ]
    }
  }

  private func draw(
    _ row: ImportPreview.Row, _ words: ImportWords, at line: Int, into surface: inout Surface
  ) {
    let end = size.columns - 1
    func write(_ text: String, _ column: Int, _ style: Style) {
      surface.write(
        truncate(text, to: end - column, ellipsis: glyphs.ellipsis),
        at: Point(row: line, column: column), style: style)
    }
    switch row {
    case .entry(let place): draw(place, words, at: line, into: &surface)
    case .document(let index):
      let document = words.preview.plan.documents[index]
      write(document.path, 1, Style(document.problem == nil ? .text : .warning, .bold))
    case .list(let place): write(words.preview[place].title, 1, Style(.text, .bold))
    case .section(let place): write(words.preview[place].section ?? "", 3, Style(.dim, .bold))
    case .gone: write("No longer in the document", 3, Style(.dim, .bold))
    case .part(let index, let part):
      let document = words.preview.plan.documents[index]
      let (name, count) =
        part == .warnings
        ? ("Warnings", document.warnings.count) : ("Left out", document.leftOut.count)
      write("\(name)  \(count)", 1, Style(.text, .bold))
    case .remark(let index, let part, let number):
      let remark = words.remark(index, part, number)
      write(
        "\(String(remark.line).paddedLeft(to: 6))  \(remark.message)", 1,
        Style(part == .warnings ? .warning : .dim))
    }
  }

  private func draw(
    _ place: ImportRequest.EntryPlace, _ words: ImportWords, at line: Int,
    into surface: inout Surface
  ) {
    let sign = words.sign(of: place)
    surface.write(
      sign.text, at: Point(row: line, column: 3), style: Style(sign.role, .bold))
    var end = size.columns - 1
    if size.columns >= 60 {
      var note = words.note(on: place)
      note.text = truncate(note.text, to: size.columns * 2 / 5, ellipsis: glyphs.ellipsis)
      let width = displayWidth(of: note.text)
      surface.write(note.text, at: Point(row: line, column: end - width), style: note.style)
      if width > 0 { end -= width + 2 }
    }
    let isQuiet = words.layer.leftOut.contains(place) || words.preview[place].change == .same
    surface.write(
      truncate(words.preview[place].title, to: end - 5, ellipsis: glyphs.ellipsis),
      at: Point(row: line, column: 5), style: Style(isQuiet ? .dim : .text))
  }

  private func drawImportDetails(_ words: ImportWords, into surface: inout Surface) {
    guard importDetailRows > 0, let row = words.layer.row else { return }
    var top = layout.body.bottom - importDetailRows
    if hasImportRule {
      surface.fill(
        Rect(row: top, column: 0, rows: 1, columns: size.columns), with: glyphs.horizontal,
        style: Style(.dim))
      top += 1
    }
    let lines = StyledLine.wrapped(
      words.details(of: row, isShort: !hasImportRule), columns: max(1, min(100, size.columns - 4)),
      indent: 3, hanging: 3)
    for (index, line) in lines.prefix(layout.body.bottom - top).enumerated() {
      surface.write(line, at: Point(row: top + index, column: 0), limit: size.columns - 1)
    }
  }
}
