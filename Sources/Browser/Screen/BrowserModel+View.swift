import ReadingModel
import Terminal

extension BrowserModel {
  /// The frame that shows the model.
  func view() -> Surface {
    var surface = Surface(size: size)
    guard layout.isUsable else {
      drawTooSmall(into: &surface)
      return surface
    }
    drawPanes(into: &surface)
    for layer in layers { draw(layer, into: &surface) }
    if let top = layers.last {
      if top.hasOwnFooter {
        drawStatus(into: &surface)
      } else if !top.takesText {
        drawFooter(into: &surface)
      }
    } else {
      drawFooter(into: &surface)
    }
    return surface
  }

  /// Says that nothing finds room, in whole words where they do.
  private func drawTooSmall(into surface: inout Surface) {
    let smallest = ScreenLayout.smallest
    let text = "Too small: \(smallest.columns) columns and \(smallest.rows) rows are needed."
    let lines = wrap(text, columns: max(1, size.columns)).map { String(text[$0.content]) }
    let fits = lines.count <= size.rows
    var rest = text[...]
    for row in 0..<size.rows {
      let line =
        fits && row < lines.count ? lines[row] : fits ? "" : String(rest.prefix(size.columns))
      surface.write(line, at: Point(row: row, column: 0))
      rest = rest.dropFirst(size.columns)
    }
  }

  /// What the title of the terminal says.
  var windowTitle: String {
    var name = lists.item(for: papers.source)?.label ?? ""
    if case .search(let query) = papers.source { name = "Search: \(query.text)" }
    return name.isEmpty ? "Lectern" : "\(name) – Lectern"
  }

  private func drawPanes(into surface: inout Surface) {
    let layout = layout
    drawTitle(into: &surface)
    drawRules(into: &surface, layout)
    // Below a layer nothing is loud.
    let hasKeys = layers.isEmpty
    if let rect = layout.lists {
      lists.draw(
        into: &surface, in: rect, isFocused: hasKeys && focus == .lists, glyphs: glyphs)
    }
    if let rect = layout.papers {
      var isFocused = hasKeys && focus == .papers
      switch layers.last {
      case .search?, .filter?: isFocused = true
      default: break
      }
      papers.draw(
        into: &surface, in: rect, isFocused: isFocused, glyphs: glyphs,
        shown: settings.columns, emptySentence: emptyPapersSentence)
    }
    if let rect = layout.paper {
      paper.draw(into: &surface, in: rect)
      if papers.window != nil, currentRow == nil {
        surface.write("No paper is chosen.", inEmpty: rect)
      }
    }
    if hasKeys, focus == .paper, let rect = layout.paper {
      surface.write(
        glyphs.bar, at: Point(row: rect.top, column: rect.left), style: Style(.accent, .bold))
    }
  }

  // MARK: Title

  private func drawTitle(into surface: inout Surface) {
    let item = lists.item(for: papers.source)
    var name = item?.label ?? ""
    if case .search(let query) = papers.source.base, item == nil { name = "Search: \(query.text)" }
    let right = drawProgress(of: item, into: &surface)
    let shown = truncate(name, to: right - 2, ellipsis: glyphs.ellipsis)
    var column =
      1 + surface.write(shown, at: Point(row: 0, column: 1), style: Style(.text, .bold))
    if let filter = papers.source.filter {
      let words = [filter.text.isEmpty ? nil : "filter: \(filter.text)", filter.orderInWords]
      for word in words.compactMap(\.self) where right - column > 8 {
        let text = truncate("   \(word)", to: right - column - 2, ellipsis: glyphs.ellipsis)
        column += surface.write(text, at: Point(row: 0, column: column), style: Style(.accent))
      }
    }
    for (index, figure) in weekFigures.enumerated() {
      let text = (index == 0 ? "   " : glyphs.dot) + figure
      guard displayWidth(of: text) < right - column - 2 else { break }
      column += surface.write(text, at: Point(row: 0, column: column), style: Style(.dim))
    }
  }

  /// Draws progress or a count at the right end of the title line and returns where it begins.
  private func drawProgress(of item: ListsPane.Item?, into surface: inout Surface) -> Int {
    guard let item, let read = item.read, papers.source.filter?.condition == nil else {
      var count = papers.window == nil ? "" : countedPapers
      if papers.source.filter?.condition != nil, let all = item?.count, item?.search == nil,
        papers.window != nil
      {
        count = "\(papers.total) of \(all == 1 ? "1 paper" : "\(all) papers")"
      }
      let column = size.columns - 1 - displayWidth(of: count)
      surface.write(count, at: Point(row: 0, column: column), style: Style(.dim))
      return column
    }
    let isWide = size.columns >= 100
    let barColumns = isWide ? 20 : size.columns >= 60 ? 10 : 0
    let count = item.count ?? 0
    let bar = glyphs.progressBar(done: read, of: count, columns: barColumns)
    var runs: [StyledRun] = [
      StyledRun(isWide ? "\(read) of \(count) read" : "\(read)/\(count)", .dim)
    ]
    if barColumns > 0 {
      runs.append(StyledRun(isWide ? "   " : " "))
      runs.append(StyledRun(bar.full, .accent))
      runs.append(StyledRun(bar.empty, .dim))
    }
    if isWide {
      let percent = count == 0 ? 0 : read * 100 / count
      runs.append(StyledRun("\(percent) %".paddedLeft(to: 7), .dim))
    }
    let column = size.columns - 1 - runs.reduce(0) { $0 + displayWidth(of: $1.text) }
    surface.write(
      StyledLine(runs: runs), at: Point(row: 0, column: column), limit: size.columns)
    return column
  }

  // MARK: Rules

  private func drawRules(into surface: inout Surface, _ layout: ScreenLayout) {
    let style = Style(.dim)
    for row in [layout.titleRule, layout.middleRule, layout.footerRule].compactMap(\.self) {
      surface.fill(
        Rect(row: row, column: 0, rows: 1, columns: size.columns), with: glyphs.horizontal,
        style: style)
    }
    for column in layout.verticalRules {
      for row in layout.body.top..<layout.body.bottom {
        surface.write(glyphs.vertical, at: Point(row: row, column: column), style: style)
      }
      if let row = layout.titleRule {
        surface.write(glyphs.joinBelow, at: Point(row: row, column: column), style: style)
      }
      if let row = layout.footerRule {
        surface.write(glyphs.joinAbove, at: Point(row: row, column: column), style: style)
      }
    }
    if let rect = layout.paper { drawPaperPosition(in: rect, into: &surface) }
    if let rect = layout.papers, let row = layout.middleRule ?? layout.footerRule,
      let position = position
    {
      let text = " \(position) "
      surface.write(
        text, at: Point(row: row, column: rect.right - 1 - displayWidth(of: text)), style: style)
    }
  }

  /// What is in view of the pane in use.
  var positionInPane: String? {
    switch context {
    case .papers: position
    case .paper: paper.position(height: (layout.paper ?? layout.body).size.rows)
    default: nil
    }
  }

  /// Draws which lines of a paper are in view on the rule at the foot, under its right end.
  func drawPaperPosition(in rect: Rect, into surface: inout Surface) {
    guard let row = layout.footerRule, let position = paper.position(height: rect.size.rows) else {
      return
    }
    let text = " \(position) "
    surface.write(
      text, at: Point(row: row, column: rect.right - 1 - displayWidth(of: text)),
      style: Style(.dim))
  }

  /// How many papers are selected, and which rows are in view: “9 – 26 of 31”.
  var position: String? {
    papers.visibleRows(height: papersHeight).map { rows in
      let range =
        rows.count == 1 ? "\(rows.lowerBound)" : "\(rows.lowerBound) – \(rows.upperBound)"
      let place = "\(range) of \(countedTotal)"
      guard papers.hasSelection else { return place }
      let selected = "\(papers.selectedCount) selected"
      return size.columns < 60 ? selected : selected + glyphs.dot + place
    }
  }
}
