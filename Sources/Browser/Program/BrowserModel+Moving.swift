import ReadingModel
import Terminal

/// How far a movement goes.
enum Movement: Equatable, Sendable {
  case lines(Int)
  case halfPages(Int)
  case pages(Int)
  case toFirst
  case toLast

  /// The lines it goes where a page has so many; a whole page keeps a line in view.
  func lines(page: Int) -> Int {
    switch self {
    case .lines(let count): count
    case .halfPages(let count): count * max(1, page / 2)
    case .pages(let count): count * max(1, page - 1)
    case .toFirst: -Self.farthest
    case .toLast: Self.farthest
    }
  }

  private static let farthest = Int.max / 4
}

extension BrowserModel {
  /// Moves in the pane or layer that has the keys.
  mutating func move(_ movement: Movement) -> [Effect] {
    switch layers.last {
    case .help(var layer)?:
      let page = HelpView.page(of: size)
      let count = HelpView.lines(of: layer, keyMap: keyMap, columns: size.columns).count
      layer.scroll = max(0, min(layer.scroll + movement.lines(page: page), count - page))
      layers[layers.count - 1] = .help(layer)
    case .history(var layer)?:
      let page = historyHeight
      layer.cursor = max(
        0, min(layer.cursor + movement.lines(page: page), layer.steps.count - 1))
      layer.scroll = Scrolling.first(
        layer.scroll, showing: layer.cursor, height: page, of: layer.steps.count)
      layers[layers.count - 1] = .history(layer)
      if let limit = layer.missingLimit { return [.loadHistory(limit: limit)] }
    case .map?: moveOnMap(movement)
    case .importing?: moveInImport(movement)
    case .statistics(let layer)?: move(layer, movement)
    case .links(var chooser)?:
      chooser.move(by: movement.lines(page: chooser.choices.count))
      layers[layers.count - 1] = .links(chooser)
    case .notes(var chooser)?:
      chooser.move(by: movement.lines(page: chooser.choices.count))
      layers[layers.count - 1] = .notes(chooser)
    case .templates(var chooser)?:
      chooser.move(by: movement.lines(page: chooser.choices.count))
      layers[layers.count - 1] = .templates(chooser)
    case .noteList(var layer)?:
      let entry = layer.current
      layer.move(
        movement, rows: notesHeight, preview: notesPreviewHeight,
        of: entry.map { previewLines(of: $0).count } ?? 0)
      layers[layers.count - 1] = .noteList(layer)
    case .noteConflict(var layer)?:
      let page = layout.body.size.rows
      let count = conflictLines(of: layer).count
      layer.scroll = max(0, min(layer.scroll + movement.lines(page: page), count - page))
      layers[layers.count - 1] = .noteConflict(layer)
    case .prerequisites(var chooser)?:
      chooser.move(by: movement.lines(page: chooser.choices.count))
      layers[layers.count - 1] = .prerequisites(chooser)
    case .identifiers(var chooser)?:
      chooser.move(by: movement.lines(page: chooser.choices.count))
      layers[layers.count - 1] = .identifiers(chooser)
    case .options(var chooser)?:
      chooser.move(by: movement.lines(page: chooser.choices.count))
      layers[layers.count - 1] = .options(chooser)
    case .export(let layer)?: move(layer, movement)
    case .triage?: paper.scroll(by: movement.lines(page: triageBody.size.rows))
    default: moveInPane(movement)
    }
    return []
  }

  private mutating func moveInPane(_ movement: Movement) {
    switch focus {
    case .lists:
      let page = (layout.lists ?? layout.body).size.rows
      showList(at: lists.cursor + movement.lines(page: page))
    case .papers:
      papers.cursor = max(
        0, min(papers.cursor + movement.lines(page: papersHeight), papers.total - 1))
    case .paper:
      paper.scroll(by: movement.lines(page: (layout.paper ?? layout.body).size.rows))
    }
  }

  /// Puts the cursor of the lists on an item, or the nearest there is, and shows its papers.
  mutating func showList(at index: Int) {
    guard !lists.items.isEmpty else { return }
    lists.cursor = max(0, min(index, lists.items.count - 1))
    let source = lists.items[lists.cursor].source
    search.origin = nil
    if source != papers.source { open(Place(source: source, focus: focus)) }
  }

  /// Goes to the pane beside this one, in the order lists, papers, paper.
  mutating func goToPane(by step: Int) {
    let panes: [Pane] = [.lists, .papers, .paper]
    guard let index = panes.firstIndex(of: focus), panes.indices.contains(index + step) else {
      return
    }
    focus = panes[index + step]
  }

  /// Goes round the panes; where lists and papers take turns on the screen, between those two.
  mutating func goRoundPanes(by step: Int) {
    let panes: [Pane] = size.columns >= 120 ? [.lists, .papers, .paper] : [.lists, .papers]
    guard let index = panes.firstIndex(of: focus) else {
      focus = .papers
      return
    }
    focus = panes[(index + step + panes.count) % panes.count]
  }

  /// True when going back leads to somewhere else within the browser.
  var canGoBack: Bool {
    var copy = self
    return copy.goBack()
  }

  /// Goes one step back; false when there is nothing to go back to.
  mutating func goBack() -> Bool {
    if case .help(var layer)? = layers.last, layer.filter != nil {
      layer.filter = nil
      layer.scroll = 0
      layers[layers.count - 1] = .help(layer)
    } else if case .map(let map)? = layers.last {
      leave(map)
    } else if case .export(let layer)? = layers.last, goBack(in: layer) {
      return true
    } else if !layers.isEmpty {
      layers.removeLast()
    } else if isZoomed {
      isZoomed = false
    } else if papers.hasSelection {
      papers.clearSelection()
    } else if focus == .paper {
      focus = .papers
    } else if case .filtered = papers.source {
      clearFilter()
    } else if case .search = papers.source, let origin = search.origin {
      open(origin)
      search.origin = nil
    } else if focus == .lists, layout.papers == nil {
      focus = .papers
    } else {
      return false
    }
    return true
  }
}
