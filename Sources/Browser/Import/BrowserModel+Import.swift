import ReadingModel
import Terminal

extension BrowserModel {
  /// The import on top, or under a prompt about it.
  var importLayer: ImportLayer? {
    for layer in layers.reversed() {
      switch layer {
      case .importing(let layer): return layer
      case .line, .help: continue
      default: return nil
      }
    }
    return nil
  }

  /// Changes the import, wherever it stands among the layers.
  ///
  /// It is taken out meanwhile, so that what is large in it is not copied.
  mutating func changeImport(_ body: (inout ImportLayer) -> Void) {
    guard
      let index = layers.lastIndex(where: { if case .importing = $0 { true } else { false } }),
      case .importing(var layer) = layers.remove(at: index)
    else { return }
    body(&layer)
    layers.insert(.importing(layer), at: index)
  }

  /// Begins to read a document, to show what would change.
  mutating func plan(_ material: ImportMaterial) -> [Effect] {
    let layer = ImportLayer(material, job: nextJob())
    layers.append(.importing(layer))
    return [.importing(.plan(layer.order, job: layer.job))]
  }

  /// Changes what is asked of the import, and makes the plan anew.
  mutating func planAnew(_ change: (inout ImportLayer) -> Void) -> [Effect] {
    let job = nextJob()
    changeImport { layer in
      change(&layer)
      layer.phase = .planning
      layer.isStopping = false
      layer.progress = 0
      layer.job = job
    }
    guard let layer = importLayer else { return [] }
    return [.importing(.plan(layer.order, job: layer.job))]
  }

  /// Takes in what happened to the import.
  mutating func takeIn(_ message: ImportMessage) -> [Effect] {
    switch message {
    case .pathsLoaded(let paths): take(paths: paths)
    case .names(let names, let text): take(names, for: text)
    case .standing(let standing): changeImport { $0.standing = standing }
    case .progressed(let count, let job):
      if isAwaited(job) { changeImport { $0.progress = count } }
    case .planned(let preview, let job):
      guard isAwaited(job) else { return [] }
      if let problem = preview.plan.problemOfAll { return giveUp(problem) }
      changeImport { layer in
        layer.show(preview)
        layer.standing = [:]
        layer.asked = []
      }
    case .imported(let result, let job):
      if isAwaited(job) { return finish(result) }
    case .failed(let sentence, let job):
      if isAwaited(job) { return giveUp(sentence) }
    }
    return []
  }

  private func isAwaited(_ job: Int) -> Bool { importLayer?.job == job }

  /// Goes back to where one was before the work that came to nothing.
  private mutating func giveUp(_ sentence: String) -> [Effect] {
    guard let layer = importLayer else { return [] }
    if layer.preview != nil {
      changeImport { $0.keepPlan() }
      refuse(sentence)
      return []
    }
    closeImportLayers()
    if case .line(let path) = layer.material, !layer.isStopping {
      layers.append(
        .importPrompt(ImportPrompt(text: path.shown, history: importPaths, problem: sentence)))
    } else {
      refuse(sentence)
    }
    return [.importing(.forget)]
  }

  /// Shows the list that was imported.
  private mutating func finish(_ result: ImportResult) -> [Effect] {
    closeImportLayers()
    papers.clearSelection()
    stale = .everything
    if let list = result.list { open(Place(source: .list(list))) }
    say(result.outcome.sentence + (result.outcome.changed ? hint(.undo, "undo") : ""))
    return [.importing(.forget)]
  }

  private mutating func closeImportLayers() {
    layers.removeAll { layer in
      switch layer {
      case .importing: true
      case .line(let prompt): if case .wish = prompt.purpose { true } else { false }
      default: false
      }
    }
  }

  /// Stops what goes on, or leaves the import; nothing is changed then.
  mutating func leaveImport() -> [Effect] {
    guard let layer = importLayer else { return [] }
    guard layer.phase == .ready else {
      changeImport { $0.isStopping = true }
      return [.importing(.stop)]
    }
    closeImportLayers()
    say("Nothing was changed.")
    return [.importing(.forget)]
  }

  /// Brings in what is shown.
  mutating func importNow() -> [Effect] {
    let job = nextJob()
    changeImport { layer in
      layer.phase = .importing
      layer.isStopping = false
      layer.progress = 0
      layer.job = job
    }
    guard let layer = importLayer else { return [] }
    return [.importing(.perform(layer.finalOrder, job: job))]
  }

  /// Leaves out what is under the cursor, or takes it back, and goes on to the next row.
  mutating func toggleImported() {
    changeImport { layer in
      guard let preview = layer.preview else { return }
      layer.toggle(preview.entries(below: layer.cursor))
      if layer.entry != nil { layer.cursor = min(layer.cursor + 1, preview.rows.count - 1) }
    }
  }

  /// Leaves the conflict under the cursor as it is.
  mutating func keepBoth() -> [Effect] {
    var wasMerged = false
    changeImport { layer in
      if let place = layer.entry { wasMerged = layer.keep(place) }
    }
    return wasMerged ? planAnew { _ in } : []
  }

  /// Takes the entry under the cursor for the other paper of its conflict.
  mutating func mergeImported() -> [Effect] {
    planAnew { layer in
      if let place = layer.entry { layer.merge(place) }
    }
  }

  /// Goes to the next conflict, warning or line left out, or to the one before.
  mutating func goToRemark(by step: Int) {
    guard let layer = importLayer,
      let row = layer.preview?.landmark(from: layer.cursor, by: step)
    else {
      refuse(step > 0 ? "Nothing more to look at below." : "Nothing to look at above.")
      return
    }
    changeImport { $0.cursor = row }
  }

  /// Moves in the plan.
  mutating func moveInImport(_ movement: Movement) {
    let page = importRows
    changeImport { layer in
      let count = layer.preview?.rows.count ?? 0
      layer.cursor = max(0, min(layer.cursor + movement.lines(page: page), count - 1))
    }
  }

  /// Scrolls so that the cursor is in view, and asks for what the library has of the papers there.
  mutating func settleImport() -> [Effect] {
    let page = importRows
    var wanted: [PaperID] = []
    changeImport { layer in
      guard let preview = layer.preview, layer.phase != .importing else { return }
      layer.scroll = Scrolling.first(
        layer.scroll, showing: layer.cursor, height: page, of: preview.rows.count)
      let papers = preview.rows.dropFirst(layer.scroll).prefix(page).compactMap { row in
        if case .entry(let place) = row { preview[place].paper } else { nil }
      }
      guard papers != layer.asked else { return }
      layer.asked = papers
      wanted = papers
    }
    return wanted.isEmpty ? [] : [.importing(.loadStanding(wanted))]
  }

  /// True while a document is read or brought in.
  var isImportAtWork: Bool { importLayer.map { $0.phase != .ready } ?? false }

  /// The place of an action in the footer of an import; nil for one that is of no use there now.
  func importRank(of entry: ActionEntry) -> Int? {
    guard let layer = importLayer else { return nil }
    guard layer.phase == .ready else { return entry.action == .back ? 1 : nil }
    switch entry.action {
    case .enter: return layer.conflict == nil ? nil : 10
    case .mergeEntry: return layer.conflict?.other == nil ? nil : entry.rank
    case .nextMatch: return layer.preview?.landmarks.isEmpty == false ? 45 : nil
    case .back: return 42
    default: return entry.ownContext == nil ? nil : entry.rank
    }
  }

  /// Why an action makes no sense in the import now; nil when it does.
  func unavailableInImport(_ action: Action) -> String? {
    guard let layer = importLayer else { return nil }
    switch action {
    case .leaveOut, .mergeEntry, .importNow, .importList, .importTitle, .importKind, .importDate,
      .enter:
      if layer.phase == .importing { return "The import goes on\(hint(.back, "stops it"))." }
      guard layer.preview != nil else { return "The document is still being read." }
    default: return nil
    }
    switch action {
    case .leaveOut:
      return layer.preview?.entries(below: layer.cursor).isEmpty == true
        ? "There is no entry here." : nil
    case .enter: return layer.conflict == nil ? "Nothing contradicts here." : nil
    case .mergeEntry:
      guard let conflict = layer.conflict else { return "Nothing contradicts here." }
      return conflict.other == nil ? "There is no other paper to merge it with." : nil
    case .importNow:
      if layer.phase == .planning { return "The plan is being made anew." }
      return layer.isWorthwhile ? nil : "There is nothing to import."
    default: return layer.list == nil ? "There is no list here." : nil
    }
  }
}

extension ImportPlan {
  /// Why nothing comes of any of the documents; nil when something does.
  fileprivate var problemOfAll: String? {
    guard documents.allSatisfy({ $0.problem != nil }) else { return nil }
    guard let first = documents.first, let problem = first.problem else {
      return "There is no document of a known kind."
    }
    return documents.count == 1
      ? "\(first.path): \(problem)"
      : "None of \(documents.count) documents has an entry; \(first.path): \(problem)"
  }
}
