import ReadingModel

extension BrowserEnvironment {
  /// Does what an effect asks of the library and the drafts, and says what came of it; nil for an
  /// effect that needs no answer or is the terminal's.
  func answer(to effect: Effect) -> Message? {
    switch effect {
    case .loadLists(let generation):
      attempt(.lists, generation) {
        .listsLoaded(try lists(), try counts(), generation: generation)
      }
    case .loadSuggestions(let limit, let generation):
      attempt(.suggestions, generation) {
        .suggestionsLoaded(try suggestions(limit: limit), generation: generation)
      }
    case .loadRows(let source, let start, let limit, let most, let generation):
      attempt(.rows, generation) {
        .rowsLoaded(
          try rows(source, start: start, limit: limit, most: most), generation: generation)
      }
    case .loadPaper(let id, let generation):
      attempt(.paper, generation) {
        .paperLoaded(try paper(id).map(inLocalTime), id, generation: generation)
      }
    case .loadSnippet(let id, let source):
      attempt { .snippetLoaded(try snippet(of: id, in: source), id, source) }
    case .loadRange(let source, let start, let limit, let change):
      attempt {
        .rangeLoaded(try papers(of: source, start: start, limit: limit), change)
      }
    case .findUnread(let direction, let place, let lists):
      attempt { .unreadFound(try unread(direction, from: place, then: lists), direction) }
    case .previewCatchUp(let day): attempt { .catchUpPreviewed(try catchUp(before: day)) }
    case .loadHistory(let limit):
      attempt { .historyLoaded(try history(limit: limit).map(inLocalTime), limit: limit) }
    case .loadGraph(let list, let generation):
      attempt(.map, generation) {
        .graphLoaded(try graph(of: list), list, generation: generation)
      }
    case .loadStatistics(let generation):
      attempt(.statistics, generation) {
        .statisticsLoaded(try statistics(), generation: generation)
      }
    case .loadCandidates(let query, let text):
      attempt {
        .candidatesLoaded(try found(query, limit: PaperPrompt.mostFound).rows, for: text)
      }
    case .loadPair(let kept, let other):
      attempt { .pairLoaded(try paper(kept), try paper(other)) }
    case .loadUndoPreview(let step):
      attempt { .undoPreviewLoaded(try undoPreview(of: step), step: step) }
    case .loadNoteVersions(let notes, let paper):
      attempt {
        .noteVersionsLoaded(
          try notes.map { NoteVersions(note: $0, versions: try noteVersions($0).map(inLocalTime)) },
          of: paper)
      }
    case .beginNote(let template, let target):
      attempt { .noteBegun(try noteTemplate(template, for: target.paper), target) }
    case .loadTags: attempt { .tagsLoaded(try tags()) }
    case .findPapers(let query, let limit):
      attempt { .papersFound(try found(query, limit: limit)) }
    case .findPlace(let id, let fallback):
      attempt { .placeFound(try paper(id), fallback: fallback) }
    case .loadCommandFacts(let withHistory):
      attempt {
        .commandFactsLoaded(
          tags: try tags(), options: options(),
          history: withHistory ? try commandHistory() : nil)
      }
    case .keepCommand(let line): attemptSilently { try keepCommand(line) }
    case .loadDrafts: attempt { .draftsLoaded(try drafts()) }
    case .perform(let change, let purpose): carryOut(change, purpose)
    case .openLink(let url): attempt { .said(try openLink(url)) }
    case .markWelcomeSeen: attemptSilently { try markWelcomeSeen() }
    case .saveDraft(let target, let body):
      attemptSilently {
        try saveDraft(
          paperKey: target.paperKey, note: target.note, base: target.base?.number, body: body)
      }
    case .removeDraft(let paperKey, let note):
      attemptSilently { try removeDraft(paperKey: paperKey, note: note) }
    case .editExternally, .copy, .export, .setOption, .keepOption, .suspend, .redraw, .send,
      .importing:
      nil
    }
  }

  private func carryOut(_ change: Change, _ purpose: ChangePurpose) -> Message {
    do { return .changed(try perform(change), purpose) } catch {
      return .changeFailed(String(describing: error), purpose)
    }
  }

  private func attempt(_ body: () throws -> Message) -> Message {
    do { return try body() } catch { return .failed(String(describing: error)) }
  }

  private func attempt(
    _ part: StaleParts, _ generation: Int, _ body: () throws -> Message
  ) -> Message {
    do { return try body() } catch {
      return .loadFailed(part, String(describing: error), generation: generation)
    }
  }

  private func attemptSilently(_ body: () throws -> Void) -> Message? {
    do {
      try body()
      return nil
    } catch { return .failed(String(describing: error)) }
  }

  private func inLocalTime(_ detail: PaperDetail) -> PaperDetail {
    var detail = detail
    for index in detail.notes.indices {
      detail.notes[index].created = localTime(detail.notes[index].created)
      detail.notes[index].updated = localTime(detail.notes[index].updated)
    }
    return detail
  }

  private func inLocalTime(_ version: NoteVersion) -> NoteVersion {
    NoteVersion(number: version.number, body: version.body, at: localTime(version.at))
  }

  private func inLocalTime(_ step: HistoryStep) -> HistoryStep {
    var step = step
    step.at = localTime(step.at)
    step.revisited = step.revisited.map(localTime)
    return step
  }

  /// The first papers that match what is being typed.
  private func found(_ query: Query, limit: Int) throws -> RowWindow {
    try rows(.search(query), start: 0, limit: limit, most: SearchPrompt.mostFound)
  }
}
