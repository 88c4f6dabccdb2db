import ReadingModel
import Terminal

extension BrowserModel {
  /// Takes in what happened and says what is to be done outside.
  mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .started(let isFirstRun):
      stale = [.lists, .suggestions]
      if isFirstRun { layers = [.welcome] }
      if let notice = settings.notice { refuse(notice) }
      return [.loadDrafts]
    case .input(let event): return handle(event)
    case .action(let action): return run(action)
    case .settled: return settle()
    case .drawn: return lookAhead()
    case .libraryChanged:
      stale = .everything
      return []

    case .listsLoaded, .suggestionsLoaded, .rowsLoaded, .paperLoaded, .snippetLoaded, .loadFailed,
      .historyLoaded, .graphLoaded, .statisticsLoaded, .candidatesLoaded, .undoPreviewLoaded,
      .pairLoaded:
      return takeIn(message)
    case .noteVersionsLoaded(let found, let paper):
      takeIn(found, of: paper)
      return []
    case .noteBegun(let text, let target):
      openEditor(target, text: text, isTemplate: true)
      return []
    case .exported(let outcome, let request, let path):
      take(outcome, of: request, path: path)
      return []
    case .exportFailed(let sentence):
      refuseExport(sentence)
      return []
    case .tagsLoaded(let names):
      guard case .line(var prompt)? = layers.last, prompt.purpose == .tags else { return [] }
      prompt.completion = .tags(names)
      layers[layers.count - 1] = .line(prompt)
      return []
    case .draftsLoaded(let found):
      let isFirst = !hasStarted
      drafts = found
      if isFirst { offerDraft() }
      return []

    case .papersFound(let window):
      takeFound(window)
      return []
    case .commandFactsLoaded(let tags, let options, let history):
      takeFacts(tags: tags, options: options, history: history)
      return []
    case .command(let command): return run(command)
    case .commands(let commands): return goOn(with: commands)
    case .optionSet(let sentence, let glyphs, let columns):
      settings.glyphs = glyphs
      if settings.columns != columns { stale.insert(.rows) }
      settings.columns = columns
      stale.insert(.paper)
      say(sentence)
      return []
    case .optionKept(let name, let value, let said):
      return [.setOption(name, value: value, kept: said)]
    case .placeFound(let detail, let fallback):
      goTo(detail, fallback: fallback)
      return []

    case .importing(let message): return takeIn(message)

    case .rangeLoaded(let ids, let change):
      if let allBut = papers.allBut {
        return apply(change, to: allBut.isEmpty ? ids : ids.filter { !allBut.contains($0) })
      }
      let others = papers.selected.subtracting(ids).sorted()
      return apply(change, to: ids + others)
    case .unreadFound(let found, let direction):
      goToUnread(found, direction)
      return []
    case .catchUpPreviewed(let found):
      confirm(found)
      return []
    case .changed(let outcome, let purpose): return finish(outcome, purpose)
    case .changeFailed(let sentence, let purpose):
      refuse(sentence)
      triage?.asked = nil
      if case .note = purpose { return [.loadDrafts] }
      return []
    case .editedExternally(let text, let target): return takeEdited(text, target)
    case .said(let sentence):
      say(sentence)
      return []
    case .failed(let sentence):
      refuse(sentence)
      return []
    }
  }

  private mutating func handle(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .resized(let newSize):
      size = newSize
      resizeEditor()
      changeMap { _ in }
      return []
    case .resumed, .woken, .focused: return []
    case .mouse(let mouse): return handle(mouse)
    case .terminationRequested:
      isOver = true
      return []
    case .paste:
      return handleInLayer(event) ?? []
    case .key(let key):
      status = nil
      return handleInLayer(event) ?? press(key)
    }
  }

  /// A key that no layer took.
  private mutating func press(_ key: Key) -> [Effect] {
    pendingKeys.append(key)
    let keys = pendingKeys
    switch keyMap.resolve(keys, in: context) {
    case .moreInputNeeded: return []
    case .action(let action):
      pendingKeys = []
      return attempt(action)
    case .macro(let macro):
      pendingKeys = []
      return run(macro)
    case .none:
      pendingKeys = []
      if keys.count > 1, key == .escape { return [] }
      let name = keys.map(\.description).joined(separator: " ")
      refuse("“\(name)” has no meaning\(hint(.help, "lists the keys"))")
      return []
    }
  }

  /// Carries an action out, or loads first what it needs.
  mutating func attempt(_ action: Action) -> [Effect] {
    var loads: [Effect] = []
    let isOfPanes = [.lists, .papers, .paper, .map].contains(context)
    if context == .triage, let layer = triage, !action.isGlobal {
      if stale.contains(.triage) || layer.undecided == nil {
        loads.append(loadTriage(layer))
      } else if action.need == .detail, let row = layer.row, paper.id != row.paper {
        loads.append(loadPaper(row.paper))
      }
    }
    if isOfPanes, !action.isGlobal {
      if stale.contains(.rows) || (action.need > .nothing && currentRow == nil) {
        loads.append(loadRows())
      } else if action.need == .detail, let row = currentRow, paper.id != row.paper {
        loads.append(loadPaper(row.paper))
      }
    }
    if loads.isEmpty { return run(action) }
    // With the rows the paper may be another one, so what is missing is looked at once more.
    if action.need == .detail, case .loadRows? = loads.first {
      return loads + [.send(.settled), .send(.action(action))]
    }
    return loads + [.send(.action(action))]
  }

  private mutating func run(_ action: Action) -> [Effect] {
    if let sentence = unavailable(action) {
      refuse(sentence)
      return []
    }
    return perform(action)
  }
}
