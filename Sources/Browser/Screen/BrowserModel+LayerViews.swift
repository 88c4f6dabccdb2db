import ReadingModel
import Terminal

extension BrowserModel {
  /// Draws a layer over what is there.
  func draw(_ layer: Layer, into surface: inout Surface) {
    switch layer {
    case .search(let prompt):
      drawQueryPrompt(
        "/", prompt.input, problem: prompt.problem, side: foundCount(of: prompt.input),
        into: &surface)
    case .filter(let prompt):
      drawQueryPrompt(
        "Filter: ", prompt.input, problem: prompt.problem, side: foundCount(of: prompt.input),
        into: &surface)
    case .listFinder(let finder):
      let side = finder.input.text.isEmpty ? "" : lists.item(for: papers.source)?.label ?? ""
      drawPrompt("List: ", finder.input, side: side, into: &surface)
    case .line(let prompt):
      drawPrompt(
        prompt.label, prompt.input, side: prompt.hint, words: prompt.words, into: &surface)
    case .letter(let prompt):
      let letters = placeMarks.keys.sorted().map(String.init).joined(separator: " ")
      drawPrompt(
        prompt.isMarking ? "Mark this place with a letter" : "Go to the place marked: \(letters)",
        LineInput(), into: &surface)
    case .triage(let layer): draw(layer, into: &surface)
    case .confirmation(let confirmation):
      drawQuestion(
        confirmation.question, [KeyHint(key: "y", label: "yes"), KeyHint(key: "n", label: "no")],
        into: &surface)
    case .draft(let draft):
      drawQuestion(
        "Not saved: a note on “\(draft.title)” of \(draft.time)",
        [
          KeyHint(key: "e", label: "continue"), KeyHint(key: "d", label: "discard"),
          KeyHint(key: "Esc", label: "later"),
        ], into: &surface)
    case .help(let layer): draw(layer, into: &surface)
    case .history(let layer): draw(layer, into: &surface)
    case .map(let map): draw(map, into: &surface)
    case .statistics(let layer): draw(layer, into: &surface)
    case .otherPaper(let prompt): draw(prompt, into: &surface)
    case .prerequisites(let chooser):
      drawChooser(chooser.title, chooser.choices.map(\.label), chooser.cursor, into: &surface)
    case .identifiers(let chooser):
      drawChooser(chooser.title, chooser.choices.map(\.label), chooser.cursor, into: &surface)
    case .links(let chooser):
      drawChooser(chooser.title, chooser.choices.map(\.label), chooser.cursor, into: &surface)
    case .notes(let chooser):
      drawChooser(chooser.title, chooser.choices.map(\.label), chooser.cursor, into: &surface)
    case .templates(let chooser):
      drawChooser(chooser.title, chooser.choices.map(\.label), chooser.cursor, into: &surface)
    case .noteList(let layer): draw(layer, into: &surface)
    case .noteConflict(let layer): draw(layer, into: &surface)
    case .editor(let layer): draw(layer, into: &surface)
    case .palette(let palette): draw(palette, into: &surface)
    case .command(let layer): draw(layer, into: &surface)
    case .options(let chooser):
      drawChooser(chooser.title, chooser.choices.map(\.label), chooser.cursor, into: &surface)
    case .importPrompt(let prompt):
      drawPathPrompt(
        "Import: ", prompt,
        hint: "A file, a folder, an arXiv id, a DOI or an address; or paste a list",
        into: &surface)
    case .importing(let layer): draw(layer, into: &surface)
    case .export(let layer): draw(layer, into: &surface)
    case .welcome: drawWelcome(into: &surface)
    }
  }

  // MARK: On the last row

  /// How many papers a query has found, once there is one.
  private func foundCount(of input: LineInput) -> String {
    input.text.isEmpty ? "" : countedPapers
  }

  // MARK: Over the panes

  private func draw(_ layer: HelpLayer, into surface: inout Surface) {
    drawSheet("Keys", side: "", into: &surface)
    let lines = HelpView.lines(of: layer, keyMap: keyMap, columns: size.columns)
    draw(lines[min(layer.scroll, lines.count)...], into: &surface)
    drawSheetPosition(first: layer.scroll, count: lines.count, into: &surface)
    if layer.isTyping, let filter = layer.filter {
      drawPrompt("/", filter, side: "Enter keeps, Esc shows all", into: &surface)
    }
  }

  /// Clears the screen for a layer with a title of its own.
  func drawSheet(_ title: String, side: String, into surface: inout Surface) {
    surface.fill(Rect(row: 0, column: 0, rows: size.rows, columns: size.columns))
    surface.write(title, at: Point(row: 0, column: 1), style: Style(.text, .bold))
    surface.write(
      side, at: Point(row: 0, column: size.columns - 1 - displayWidth(of: side)),
      style: Style(.dim))
    for row in [layout.titleRule, layout.footerRule].compactMap(\.self) {
      surface.fill(
        Rect(row: row, column: 0, rows: 1, columns: size.columns), with: glyphs.horizontal,
        style: Style(.dim))
    }
  }

  /// Says which lines of how many are shown, where not all are.
  ///
  /// - Parameter page: how many lines can be shown; nil for all rows of the body.
  func drawSheetPosition(
    first: Int, count: Int, page: Int? = nil, into surface: inout Surface
  ) {
    let page = page ?? layout.body.size.rows
    guard let row = layout.footerRule, count > page else { return }
    let text = " \(first + 1) – \(min(count, first + page)) of \(count) "
    surface.write(
      text, at: Point(row: row, column: size.columns - 1 - displayWidth(of: text)),
      style: Style(.dim))
  }

  func draw(_ lines: ArraySlice<StyledLine>, into surface: inout Surface) {
    let body = layout.body
    for (row, line) in lines.prefix(body.size.rows).enumerated() {
      surface.write(line, at: Point(row: body.top + row, column: 0), limit: size.columns)
    }
  }

  func drawChooser(
    _ title: String, _ labels: [String], _ cursor: Int, into surface: inout Surface
  ) {
    let body = layout.body
    let shown = max(1, min(labels.count, body.size.rows - 2))
    let first = Scrolling.first(0, showing: cursor, height: shown, of: labels.count)
    let top = max(body.top, body.bottom - shown - 2)
    surface.fill(
      Rect(row: top, column: 0, rows: body.bottom - top, columns: size.columns))
    surface.fill(
      Rect(row: top, column: 0, rows: 1, columns: size.columns), with: glyphs.horizontal,
      style: Style(.dim))
    if let row = layout.footerRule {
      surface.fill(
        Rect(row: row, column: 0, rows: 1, columns: size.columns), with: glyphs.horizontal,
        style: Style(.dim))
    }
    surface.write(
      truncate(title, to: size.columns - 2, ellipsis: glyphs.ellipsis),
      at: Point(row: top + 1, column: 1), style: Style(.text, .bold))
    for (row, label) in labels.dropFirst(first).prefix(body.bottom - top - 2).enumerated() {
      let index = first + row
      let point = Point(row: top + 2 + row, column: 1)
      surface.write("\(index + 1)".paddedLeft(to: 2), at: point, style: Style(.dim))
      surface.write(
        truncate(label, to: size.columns - 6, ellipsis: glyphs.ellipsis),
        at: Point(row: point.row, column: 5))
      if index == cursor {
        surface.drawCursor(
          row: point.row, columns: 0..<size.columns, isFocused: true, glyphs: glyphs)
      }
    }
  }

  private func drawWelcome(into surface: inout Surface) {
    drawSheet("Welcome to Lectern", side: "", into: &surface)
    draw(Welcome.lines(keyMap: keyMap, size: layout.body.size)[...], into: &surface)
    surface.write("Any key begins.", at: Point(row: size.rows - 1, column: 1), style: Style(.dim))
  }
}

extension Layer {
  /// True for a layer that draws the last row itself.
  var hasOwnFooter: Bool {
    switch self {
    case .editor, .noteConflict: true
    default: false
    }
  }
}
