import ReadingModel
import Terminal

extension BrowserModel {
  /// Asks for what the next frame lacks; nothing when the frame can be drawn.
  ///
  /// What depends on an answer is asked for when that answer has come, so this is called again until
  /// there is nothing more.
  mutating func settle() -> [Effect] {
    // The disk may make looking wait for what is being written.
    if importLayer?.phase == .importing { return [] }
    var effects: [Effect] = []
    if stale.contains(.lists) { effects.append(.loadLists(generation: request(.lists))) }
    if stale.contains(.suggestions), !hasStarted { effects.append(loadSuggestions()) }
    if stale.contains(.history) {
      stale.remove(.history)
      if case .history(let layer)? = layers.last {
        effects.append(.loadHistory(limit: layer.limit))
      }
    }
    if stale.contains(.statistics) {
      stale.remove(.statistics)
      if showsStatistics {
        effects.append(.loadStatistics(generation: request(.statistics)))
      }
    }
    if stale.contains(.map) {
      stale.remove(.map)
      if let map { effects.append(.loadGraph(map.list, generation: request(.map))) }
    }
    if stale.contains(.notes), stale.isDisjoint(with: [.paper, .rows]) {
      stale.remove(.notes)
      if let load = loadNoteVersions() { effects.append(load) }
    }
    if case .history(var layer)? = layers.last, let step = layer.takeUnpreviewed() {
      layers[layers.count - 1] = .history(layer)
      effects.append(.loadUndoPreview(step))
    }
    if case .editor(var layer)? = layers.last, layer.isDraftDue {
      layer.isDraftDue = false
      layer.hasDraft = true
      layers[layers.count - 1] = .editor(layer)
      effects.append(.saveDraft(layer.target, body: layer.editor.text))
    }
    if let search = searchForPalette() { effects.append(search) }
    effects += settleImport()
    guard effects.isEmpty else { return effects }
    guard hasStarted else { return start() }

    let height = max(1, papersHeight)
    if stale.contains(.rows) || papers.lacksRows(before: height, after: height) {
      return [loadRows()]
    }
    if let layer = triage, stale.contains(.triage) || layer.undecided == nil {
      return [loadTriage(layer)]
    }
    if let row = currentRow {
      if stale.contains(.paper) {
        return [loadPaper(row.paper)] + loadSnippet(row.paper)
      }
      if paper.id != row.paper {
        guard takeFromShelf(row.paper) else {
          shelf.put(paper)
          return [loadPaper(row.paper)] + loadSnippet(row.paper)
        }
        let snippet = loadSnippet(row.paper)
        if !snippet.isEmpty { return snippet }
      }
    } else {
      stale.remove(.paper)
      paper.show(nil, for: nil)
    }
    if stale.contains(.suggestions), mayBeSuggested { return [loadSuggestions()] }
    arrange()
    return []
  }

  /// Scrolls the panes so that their cursors are in view and lays the paper out.
  private mutating func arrange() {
    papers.settleCursor()
    papers.reveal(height: papersHeight)
    lists.reveal(height: (layout.lists ?? layout.body).size.rows)
    layOut(&paper, snippet: snippet)
  }

  /// Lays a paper out as it is shown here.
  func layOut(_ pane: inout PaperPane, snippet: Snippet?) {
    let besideEditor = editorLayer.flatMap { paperRect(beside: $0) }
    pane.layOut(
      size: (besideEditor ?? (triage == nil ? layout.paper ?? layout.body : triageBody)).size,
      surroundings: surroundings(of: pane, snippet: snippet), glyphs: glyphs)
  }

  /// What the panes know about a paper.
  private func surroundings(of pane: PaperPane, snippet: Snippet?) -> PaperText.Surroundings {
    var surroundings = PaperText.Surroundings()
    if case .list(let list) = papers.source.base {
      surroundings.list = list
      surroundings.isOrder = lists.item(for: papers.source)?.kind == .order
      surroundings.positions = positions(ofReferencesIn: pane.detail)
    }
    surroundings.snippet = snippet
    surroundings.reason = suggestions.first { $0.row.paper == pane.id }?.reason
    return surroundings
  }

  /// The links of the paper under the cursor in the order of the numbers that its text has.
  var numberedLinks: [PaperLink] {
    guard let detail = currentDetail else { return [] }
    return PaperText(
      detail: detail, surroundings: surroundings(of: paper, snippet: snippet),
      columns: PaperPane.readingColumns, isCompact: false, glyphs: glyphs
    ).laidOut().links
  }

  /// The positions of the papers that a paper refers to, as far as their rows are loaded.
  private func positions(ofReferencesIn detail: PaperDetail?) -> [PaperID: Int] {
    guard let detail else { return [:] }
    let papers = Set((detail.prerequisites + detail.requiredBy).map(\.paper))
    guard !papers.isEmpty else { return [:] }
    return (self.papers.window?.rows ?? []).reduce(into: [:]) { positions, row in
      if papers.contains(row.paper) { positions[row.paper] = row.position }
    }
  }

  /// Takes in what was loaded.
  mutating func takeIn(_ message: Message) -> [Effect] {
    switch message {
    case .listsLoaded(let summaries, let counts, let generation):
      guard isAwaited(.lists, generation) else { return [] }
      lists.show(summaries, counts: counts)
      if hasStarted { lists.select(papers.source) }
    case .suggestionsLoaded(let loaded, let generation):
      if isAwaited(.suggestions, generation) { suggestions = loaded }
    case .rowsLoaded(let window, let generation):
      if isAwaited(.triage, generation) {
        showTriage(window)
        return []
      }
      guard isAwaited(.rows, generation), window.source == papers.source else { return [] }
      papers.show(window)
    case .paperLoaded(let detail, let id, let generation):
      if isAwaited(.paper, generation) {
        paper.show(detail, for: id)
      } else if isAwaited(.paperAhead, generation), !stale.contains(.paper), let detail {
        putOnShelf(detail, id)
      }
    case .graphLoaded(let nodes, let list, let generation):
      if isAwaited(.map, generation) { return takeIn(nodes, of: list) }
    case .statisticsLoaded(let statistics, let generation):
      if isAwaited(.statistics, generation) { takeIn(statistics) }
    case .candidatesLoaded(let rows, let text): takeIn(rows, for: text)
    case .pairLoaded(let kept, let other):
      if let kept, let other { confirmMerge(other, into: kept) }
    case .snippetLoaded(let loaded, let id, let source):
      if source == papers.source, id == currentRow?.paper { snippet = loaded }
    case .historyLoaded(let steps, let limit):
      guard case .history(var layer)? = layers.last else { return [] }
      layer.show(steps, limit: limit)
      layers[layers.count - 1] = .history(layer)
    case .undoPreviewLoaded(let preview, let step):
      guard case .history(var layer)? = layers.last else { return [] }
      layer.show(preview, of: step)
      layers[layers.count - 1] = .history(layer)
    case .loadFailed(_, let sentence, let generation) where isAwaited(.triage, generation):
      refuse(sentence)
      triage?.fail()
    case .loadFailed(let parts, let sentence, let generation):
      guard isAwaited(parts, generation) else { return [] }
      refuse(sentence)
      if parts == .rows { papers.showFailure(sentence) }
      if parts == .paper { paper.show(nil, for: currentRow?.paper ?? suggestions.first?.row.paper) }
    default: break
    }
    return []
  }

  /// A request for what to read next.
  mutating func loadSuggestions() -> Effect {
    .loadSuggestions(limit: 50, generation: request(.suggestions))
  }

  /// True when the paper that is shown may be among what to read next, so that its text says why.
  private var mayBeSuggested: Bool {
    guard let detail = paper.detail else { return false }
    if detail.progress.status == .reading || detail.progress.status == .queued { return true }
    return detail.memberships.contains { membership in
      lists.items.contains { $0.kind == .order && $0.source == .list(membership.list) }
    }
  }

  /// A request for the rows around the cursor.
  mutating func loadRows() -> Effect {
    let height = max(1, papersHeight)
    var before = 2 * height
    var after = 3 * height
    if case .search = papers.source, papers.window == nil {
      // It may be one key of many; what lies beyond the screen can wait for the last of them.
      (before, after) = (height, height + 1)
    }
    let start = max(0, papers.cursor - before)
    return .loadRows(
      papers.source, start: start, limit: max(0, papers.cursor) + after - start,
      most: showsTypedSearch ? SearchPrompt.mostFound : nil, generation: request(.rows))
  }

  /// A request for where a paper matches, in what is searched or filtered.
  private mutating func loadSnippet(_ id: PaperID) -> [Effect] {
    snippet = nil
    switch papers.source {
    case .search, .filtered: return [.loadSnippet(id, papers.source)]
    default: return []
    }
  }

  /// A request for a paper.
  mutating func loadPaper(_ id: PaperID) -> Effect {
    .loadPaper(id, generation: request(.paper))
  }

  /// Chooses where to begin: in a reading order, on the paper to read next.
  private mutating func start() -> [Effect] {
    let first = suggestions.first?.row.paper
    if let first, paper.id != first { return [loadPaper(first)] }
    hasStarted = true
    let orders = lists.items.filter { item in
      item.read != nil
    }.map(\.source)
    let membership = paper.detail?.memberships.first { orders.contains(.list($0.list)) }
    if let membership {
      open(Place(source: .list(membership.list), cursor: max(0, membership.position - 1)))
    } else if first != nil {
      open(Place(source: .nextUp))
    } else {
      open(Place(source: lists.items.dropFirst(4).first?.source ?? .all))
    }
    // What was just loaded is fresh.
    stale.remove(.paper)
    return [.send(.settled)]
  }
}
