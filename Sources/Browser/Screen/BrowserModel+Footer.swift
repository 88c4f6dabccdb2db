import ReadingModel
import Terminal

/// A key and what it does here.
struct KeyHint: Equatable, Sendable {
  var key: String
  var label: String

  /// The columns it takes.
  var width: Int { displayWidth(of: key) + 1 + displayWidth(of: label) }
}

extension BrowserModel {
  /// Draws the keys that matter here, and what was said at their right; where there is no room for
  /// both, what was said alone.
  func drawFooter(into surface: inout Surface) {
    let row = size.rows - 1
    surface.fill(Rect(row: row, column: 0, rows: 1, columns: size.columns))
    var limit = size.columns - 1
    if let status {
      let width = displayWidth(of: status.text)
      if width + 28 > size.columns { return drawStatus(into: &surface) }
      let column = size.columns - 1 - width
      surface.write(
        status.text, at: Point(row: row, column: column),
        style: Style(status.isProblem ? .warning : .text))
      limit = column - 3
    } else if !pendingKeys.isEmpty {
      return drawLastRows(hintLines(pendingHints()), into: &surface)
    } else if layout.footerRule == nil, let position = positionInPane, size.columns >= 36 {
      let column = size.columns - 1 - displayWidth(of: position)
      surface.write(position, at: Point(row: row, column: column), style: Style(.dim))
      limit = column - 2
    }
    surface.write(contextHints(columns: limit - 1), at: Point(row: row, column: 1), limit: limit)
  }

  /// The keys that matter in the pane or layer, the most useful first: as many as fit, with room kept
  /// for help.
  private func contextHints(columns: Int) -> [KeyHint] {
    let help = ActionTable.byAction[.help].flatMap { entry in
      entry.contexts.contains(context) ? hint(for: entry) : nil
    }
    let entries = ActionTable.entries
    let ranked = entries.indices.compactMap { index in
      rank(of: entries[index]).map { (rank: $0, index: index) }
    }
    var room = columns - (help.map { $0.width + 2 } ?? 0)
    var shown: [KeyHint] = []
    var misfits = 0
    for (_, index) in ranked.sorted(by: { ($0.rank, $0.index) < ($1.rank, $1.index) }) {
      guard let hint = hint(for: entries[index]) else { continue }
      guard hint.width <= room else {
        misfits += 1
        if misfits > Self.mostMisfits { break }
        continue
      }
      shown.append(hint)
      room -= hint.width + 2
    }
    if let help { shown.append(help) }
    return shown
  }

  /// True unless an action is about something of which there is nothing here.
  private func hasSubject(_ action: Action) -> Bool {
    switch (layers.last, action) {
    case (.history(let layer)?, .enter), (.history(let layer)?, .undo),
      (.history(let layer)?, .redo):
      !layer.steps.isEmpty
    case (_, .enter) where context == .papers: currentRow != nil
    default: action.need == .nothing || papers.hasSelection || currentRow != nil
    }
  }

  /// The place of an action in the footer here; nil for one that does not belong there.
  private func rank(of entry: ActionEntry) -> Int? {
    guard entry.contexts.contains(context), hasSubject(entry.action) else { return nil }
    if entry.action == .paneRight, context == .statistics { return 10 }
    if context == .triage, let layer = triage, layer.row == nil, layer.undecided != nil {
      return entry.action == .back ? 1 : entry.action == .undo ? 2 : nil
    }
    if entry.action == .paneRight, context == .triage { return 17 }
    if context == .importing { return importRank(of: entry) }
    if entry.action == .filter { return context == .lists ? 28 : nil }
    guard let rank = entry.rank else { return nil }
    let isNarrow = size.columns < 120
    return switch (entry.action, context) {
    case (.back, .triage): 27
    case (.back, _): goesBackInPanes && context != .paper ? rank : nil
    case (.quit, _) where isBackShown: nil
    case (.enter, .lists), (.enter, .chooser): 5
    case (.enter, .map): 12
    case (.enter, .paper): nil
    case (.zoom, .paper): 28
    case (.addPrerequisite, .papers), (.addPrerequisite, .paper): nil
    case (.queueEarlier, _), (.queueLater, _): papers.source == .queue ? rank : nil
    case (.triage, .papers): lists.item(for: papers.source)?.kind == .weekly ? rank : nil
    case (.triage, _): nil
    case (.markQueued, .triage): 5
    case (.undo, .triage): 26
    case (.enter, .papers) where layout.paper == nil: 12
    case (.nextPane, .lists) where isNarrow: nil
    case (.nextPane, _) where isNarrow: 27
    case (.redo, .history), (.redo, .notes): 55
    case (.enter, .notes): 5
    case (.enter, .history): 45
    default: rank
    }
  }

  /// True when going back leads to somewhere else among the panes.
  private var goesBackInPanes: Bool { layers.isEmpty && canGoBack }

  /// True where the footer names going back, which leaving would only say again.
  private var isBackShown: Bool {
    let isNamed = context == .triage || (goesBackInPanes && context != .paper)
    return isNamed && keyMap.name(of: .back) != nil
  }

  private func hint(for entry: ActionEntry) -> KeyHint? {
    keyMap.name(of: entry.action).map { KeyHint(key: $0, label: label(of: entry)) }
  }

  /// What an action is called here.
  private func label(of entry: ActionEntry) -> String {
    switch (entry.action, context) {
    case (.enter, .lists): "papers"
    case (.filter, .lists): "find list"
    case (.enter, .papers), (.enter, .map): "paper"
    case (.enter, .chooser): "choose"
    case (.enter, .history): "undo this"
    case (.enter, .notes): "restore this"
    case (.editNote, .notes): "edit"
    case (.nextPane, _) where size.columns < 120: focus == .lists ? "papers" : "lists"
    case (.paneRight, .triage): "later"
    case (.undo, .triage): "take back"
    case (.back, .triage): "leave"
    case (.enter, .importing): "keep both"
    case (.nextMatch, .importing): "look at"
    case (.importNow, .importing): "import"
    case (.mergeEntry, .importing): "merge"
    case (.importList, .importing): "list"
    case (.importTitle, .importing): "title"
    case (.importKind, .importing): "kind"
    case (.importDate, .importing): "date"
    case (.back, .importing): isImportAtWork ? "stop" : "nothing changes"
    case (.search, .help): "find"
    case (.quit, .help), (.quit, .history), (.quit, .notes), (.quit, .chooser), (.quit, .map),
      (.quit, .statistics):
      "close"
    case (.paneRight, .statistics): "next list"
    case (.quit, .triage): "leave"
    case (.quit, _) where goesBackInPanes: "back"
    case (.zoom, _) where isZoomed: "all panes"
    default: entry.label
    }
  }

  /// How many hints that find no room may be passed over for shorter ones that matter less.
  private static let mostMisfits = 2

  /// What the keys pressed so far can become.
  private func pendingHints() -> [KeyHint] {
    let typed = pendingKeys.map(\.description).joined(separator: " ")
    return [KeyHint(key: typed, label: "")]
      + keyMap.continuations(of: pendingKeys).map { KeyHint(key: $0.keys, label: $0.label) }
  }

  /// Draws what was said over the last rows, all of it.
  func drawStatus(into surface: inout Surface) {
    guard let status else { return }
    drawLastRows(
      sentence(status.text, Style(status.isProblem ? .warning : .text)), into: &surface)
  }
}

extension Surface {
  /// Draws hints one after the other, each whole or not at all.
  mutating func write(_ hints: [KeyHint], at point: Point, limit: Int) {
    var point = point
    for hint in hints {
      guard point.column + hint.width <= limit else { return }
      point.column += write(hint.key, at: point, style: Style(.text, .bold)) + 1
      point.column += write(hint.label, at: point, style: Style(.dim)) + 2
    }
  }
}
