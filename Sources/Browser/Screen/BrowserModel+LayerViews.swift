import ReadingModel
import Terminal

extension BrowserModel {
  /// Draws a layer over what is there.
  func draw(_ layer: Layer, into surface: inout Surface) {
    switch layer {
    case .search(let prompt): draw(prompt, into: &surface)
    case .tags(let prompt): draw(prompt, into: &surface)
    case .filter(let prompt): draw(prompt, into: &surface)
    case .listFinder(let finder):
      let side = finder.input.text.isEmpty ? "" : lists.item(for: papers.source)?.label ?? ""
      drawPrompt("List: ", finder.input, side: StyledRun(side, .dim), into: &surface)
    case .line(let prompt):
      drawPrompt(prompt.label, prompt.input, side: StyledRun(""), into: &surface)
    case .letter(let prompt):
      let letters = placeMarks.keys.sorted().map(String.init).joined(separator: " ")
      drawPrompt(
        prompt.isMarking ? "Mark this place with a letter" : "Go to the place marked: \(letters)",
        LineInput(), side: StyledRun(""), into: &surface)
    case .triage(let layer): draw(layer, into: &surface)
    case .confirmation(let confirmation):
      drawQuestion(
        confirmation.question, [KeyHint(key: "y", label: "yes"), KeyHint(key: "n", label: "no")],
        into: &surface)
    case .draft(let draft):
      let hints = [
        KeyHint(key: "e", label: "continue"), KeyHint(key: "d", label: "discard"),
        KeyHint(key: "Esc", label: "later"),
      ]
      let room = size.columns - hints.reduce(4) { $0 + $1.width + 2 }
      let words = "Not saved: a note on “” of \(draft.time)"
      let title = truncate(
        draft.title, to: max(8, room - displayWidth(of: words)), ellipsis: glyphs.ellipsis)
      drawQuestion("Not saved: a note on “\(title)” of \(draft.time)", hints, into: &surface)
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
    case .importPrompt(let prompt): draw(prompt, into: &surface)
    case .importing(let layer): draw(layer, into: &surface)
    case .importWish(let prompt): draw(prompt, into: &surface)
    case .export(let layer): draw(layer, into: &surface)
    case .welcome: drawWelcome(into: &surface)
    }
  }

  // MARK: On the last row

  private func draw(_ prompt: SearchPrompt, into surface: inout Surface) {
    let count = papers.total == 1 ? "1 paper" : "\(papers.total) papers"
    var side = StyledRun(prompt.input.text.isEmpty ? "" : count, .dim)
    if let problem = prompt.problem { side = StyledRun(problem, .warning) }
    drawPrompt("/", prompt.input, side: side, into: &surface)
  }

  private func draw(_ prompt: TagPrompt, into surface: inout Surface) {
    var side = StyledRun("+name adds, -name removes", .dim)
    if let completion = prompt.completion { side = StyledRun("Tab \(completion)", .dim) }
    let title = truncate(prompt.subject, to: max(8, size.columns / 3), ellipsis: glyphs.ellipsis)
    drawPrompt("Tags of \(title): ", prompt.input, side: side, into: &surface)
  }

  /// Draws a prompt on the last row, or as many rows above it, what there is to know about it at its
  /// right.
  func drawPrompt(
    _ label: String, _ input: LineInput, side: StyledRun, above: Int = 0,
    into surface: inout Surface
  ) {
    let side = input.cutSentence.map { StyledRun($0, .warning) } ?? side
    let row = size.rows - 1 - above
    surface.fill(Rect(row: row, column: 0, rows: 1, columns: size.columns))
    let start = 1 + surface.write(label, at: Point(row: row, column: 1), style: Style(.text, .bold))
    var end = size.columns - 1
    let room = end - start
    let width = min(displayWidth(of: side.text), room / 2)
    if width > 0, room >= 24 {
      surface.write(
        truncate(side.text, to: width, ellipsis: glyphs.ellipsis),
        at: Point(row: row, column: end - width), style: side.style)
      end -= width + 2
    }
    input.draw(into: &surface, row: row, columns: start..<max(start, end))
  }

  func drawQuestion(_ question: String, _ hints: [KeyHint], into surface: inout Surface) {
    let row = size.rows - 1
    surface.fill(Rect(row: row, column: 0, rows: 1, columns: size.columns))
    let hintColumns = hints.reduce(0) { $0 + $1.width + 2 }
    let text = truncate(question, to: size.columns - hintColumns - 4, ellipsis: glyphs.ellipsis)
    let end =
      1 + surface.write(text, at: Point(row: row, column: 1), style: Style(.warning, .bold))
    surface.write(hints, at: Point(row: row, column: end + 3), limit: size.columns)
  }

  // MARK: Over the panes

  private func draw(_ layer: HelpLayer, into surface: inout Surface) {
    drawSheet("Keys", side: "", into: &surface)
    let lines = HelpView.lines(of: layer, keyMap: keyMap, columns: size.columns)
    draw(lines[min(layer.scroll, lines.count)...], into: &surface)
    drawSheetPosition(first: layer.scroll, count: lines.count, into: &surface)
    if layer.isTyping, let filter = layer.filter {
      drawPrompt("/", filter, side: StyledRun("Enter keeps, Esc shows all", .dim), into: &surface)
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
