import ReadingModel
import Terminal

extension BrowserModel {
  /// Draws the paper to decide about, or what was decided once none is left.
  func draw(_ layer: TriageLayer, into surface: inout Surface) {
    surface.fill(Rect(row: 0, column: 0, rows: size.rows, columns: size.columns))
    drawTriageTitle(layer, into: &surface)
    for row in [layout.titleRule, layout.footerRule].compactMap(\.self) {
      surface.fill(
        Rect(row: row, column: 0, rows: 1, columns: size.columns), with: glyphs.horizontal,
        style: Style(.dim))
    }
    guard layer.undecided != nil else { return }
    let rect = triageBody
    guard let row = layer.row else {
      for (index, line) in closingLines(layer, rows: rect.size.rows).enumerated() {
        surface.write(
          line, at: Point(row: rect.top + index, column: rect.left), limit: rect.right)
      }
      return
    }
    if let heading = section(of: row), triageHasHeading {
      surface.write(
        truncate(heading, to: rect.size.columns - 2, ellipsis: glyphs.ellipsis),
        at: Point(row: rect.top - 2, column: rect.left + 1), style: Style(.dim))
    }
    paper.draw(into: &surface, in: rect)
    drawPaperPosition(in: rect, into: &surface)
  }

  /// Where the paper stands: with a margin and its section above it, where there is room.
  var triageBody: Rect {
    let body = layout.body
    let margin = size.columns >= 80 ? 5 : 0
    let top = triageHasHeading ? 3 : 0
    return Rect(
      row: body.top + top, column: margin, rows: body.size.rows - top,
      columns: size.columns - 2 * margin)
  }

  private var triageHasHeading: Bool { layout.body.size.rows >= 16 }

  private func section(of row: EntryRow) -> String? {
    papers.window?.sections.last { $0.count > 0 && $0.first <= row.position }?.title
  }

  private func drawTriageTitle(_ layer: TriageLayer, into surface: inout Surface) {
    let total = papers.total
    let done = max(0, total - layer.remaining)
    var runs: [StyledRun] = []
    if layer.undecided != nil {
      let number = layer.row == nil ? total : min(total, done + 1)
      let columns = size.columns >= 100 ? 20 : size.columns >= 60 ? 10 : 0
      let bar = glyphs.progressBar(done: done, of: total, columns: columns)
      runs = [
        StyledRun("\(number) of \(total)", .dim), StyledRun(columns > 0 ? "   " : ""),
        StyledRun(bar.full, .accent), StyledRun(bar.empty, .dim),
      ]
    }
    let right = size.columns - 1 - runs.reduce(0) { $0 + displayWidth(of: $1.text) }
    let name = lists.item(for: layer.source)?.label ?? ""
    surface.write(
      truncate("Triage\(glyphs.dot)\(name)", to: right - 3, ellipsis: glyphs.ellipsis),
      at: Point(row: 0, column: 1), style: Style(.text, .bold))
    surface.write(
      StyledLine(runs: runs), at: Point(row: 0, column: right), limit: size.columns)
  }

  /// What was decided: the list as it is now, and what was done in this session.
  private func closingLines(_ layer: TriageLayer, rows: Int) -> [StyledLine] {
    let sentence =
      switch papers.total {
      case _ where layer.hasFailed: "The papers could not be read."
      case 0: "This list has no papers."
      case 1: "The paper is decided."
      default: "All \(papers.total) papers are decided."
      }
    var lines = [StyledLine(indent: 1, runs: [StyledRun(sentence)])]
    if let tally = papers.window?.tally {
      lines.append(StyledLine(indent: 1, runs: summary(of: tally)))
    }
    let decisions = layer.memory.decisions
    guard !decisions.isEmpty, rows > lines.count + 2 else { return lines }
    lines += [.blank, StyledLine(indent: 1, runs: [StyledRun("THIS TIME", .dim)])]
    let room = rows - lines.count
    let shown = decisions.count <= room ? decisions.count : max(0, room - 1)
    for decision in decisions.prefix(shown) {
      let sign = glyphs.sign(for: decision.status)
      lines.append(
        StyledLine(
          indent: 1,
          runs: [
            StyledRun(sign.text, sign.role),
            StyledRun(
              " "
                + truncate(
                  decision.name, to: size.columns - 8, ellipsis: glyphs.ellipsis)),
          ]))
    }
    if shown < decisions.count {
      lines.append(
        StyledLine(indent: 1, runs: [StyledRun("and \(decisions.count - shown) more", .dim)]))
    }
    return lines
  }

  private func summary(of tally: StatusTally) -> [StyledRun] {
    let statuses: [Status] = [.read, .reading, .queued, .skipped, .unread]
    return Array(
      statuses.filter { tally[$0] > 0 }.map { status in
        let sign = glyphs.sign(for: status)
        return [StyledRun(sign.text, sign.role), StyledRun(" \(tally[status]) \(status.rawValue)")]
      }.joined(separator: [StyledRun("   ")]))
  }
}
