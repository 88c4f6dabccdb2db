import ReadingModel
import Terminal

extension BrowserModel {
  /// Carries out an action that is known to be possible.
  mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .moveDown, .moveUp, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .first, .last:
      return action.movement.map { move($0) } ?? []
    case .nextPane: goRoundPanes(by: 1)
    case .previousPane: goRoundPanes(by: -1)
    case .paneLeft: goLeftOrRight(by: -1)
    case .paneRight: goLeftOrRight(by: 1)
    case .enter: return enter()
    case .nextList: showList(at: lists.cursor + 1)
    case .previousList: showList(at: lists.cursor - 1)
    case .nextUp: open(Place(source: .nextUp))
    case .nextUnread: return findUnread(.forward)
    case .previousUnread: return findUnread(.backward)
    case .splitBack: moveRule(-1)
    case .splitForward: moveRule(1)
    case .splitReset: splits = Splits()
    case .zoom: isZoomed.toggle()

    case .triage: openTriage()
    case .previousWeek: goToWeek(after: -1)
    case .nextWeek: goToWeek(after: 1)
    case .thisWeek: goToThisWeek()
    case .catchUp: openCatchUp()

    case .markRead: return change(.progress(ProgressChange(status: .read)))
    case .markReading: return change(.progress(ProgressChange(status: .reading)))
    case .markSkipped: return change(.progress(ProgressChange(status: .skipped)))
    case .markQueued: return change(.progress(ProgressChange(status: .queued)))
    case .markUnread: return change(.progress(ProgressChange(status: .unread)))
    case .queueEarlier: return moveInQueue(by: -1)
    case .queueLater: return moveInQueue(by: 1)
    case .nextPass: return changePass()
    case .ratingUp: return changeRating(by: 1)
    case .ratingDown: return changeRating(by: -1)
    case .tags: return openTagPrompt()
    case .select: toggleSelection()
    case .selectRange: toggleRange()
    case .selectAll: toggleAll()

    case .editNote: return chooseNote(isExternal: false)
    case .editNoteExternally: return chooseNote(isExternal: true)
    case .newNote: return openNewNote()
    case .notes: return openNotes()
    case .open:
      guard let link = currentDetail.flatMap({ PaperLink.all(of: $0.paper).first }) else {
        return []
      }
      return [.openLink(link.url)]
    case .chooseLink: openLinkChooser()
    case .copyAddress: return copy(.address)
    case .copyTitle: return copy(.title)
    case .copyBibtex: return copy(.bibtex)
    case .copyMarkdown: return copy(.markdownLink)
    case .copyKey: return copy(.key)
    case .export: openExport()

    case .addPapers: layers.append(.line(LinePrompt(label: "Add: ", purpose: .add)))
    case .changeTitle: openFact(.title)
    case .changeShortName: openFact(.shortName)
    case .changeAuthors: openFact(.authors)
    case .changeYear: openFact(.year)
    case .changeVenue: openFact(.venue)
    case .changeAbstract: openFact(.abstract)

    case .mergePapers: return openMerge()
    case .splitPaper: openSplit()

    case .search: openSearch()
    case .nextMatch where context == .importing: goToRemark(by: 1)
    case .nextMatch: goToMatch(by: 1)
    case .previousMatch where context == .importing: goToRemark(by: -1)
    case .previousMatch: goToMatch(by: -1)

    case .filter: openFilter()
    case .order: cycleOrder()
    case .saveSearch: openSaveSearch()
    case .renameSearch: openRenameSearch()
    case .deleteSearch:
      return currentSearch.map { [.perform(.deleteSearch($0.id), .papers)] } ?? []
    case .markPlace: layers.append(.letter(LetterPrompt(isMarking: true)))
    case .goToMark: layers.append(.letter(LetterPrompt(isMarking: false)))

    case .undo where context == .triage: return stepBack()
    case .undo: return askToUndoEarlierStep() ?? [.perform(.undo(1), .undo)]
    case .redo: return [.perform(.redo(1), .redo)]
    case .history:
      layers.append(.history(HistoryLayer()))
      return [.loadHistory(limit: HistoryLayer.page)]

    case .map: return openMap()
    case .statistics: return [.loadStatistics(generation: request(.statistics))]
    case .addPrerequisite: openPaperPrompt(.prerequisite)
    case .removePrerequisite: return choosePrerequisite()

    case .importDocument: return openImport()
    case .importNow: return importNow()
    case .leaveOut: toggleImported()
    case .mergeEntry: return mergeImported()
    case .importList: return openImportWish(.slug)
    case .importTitle: return openImportWish(.title)
    case .importDate: return openImportWish(.issued)
    case .importKind: return changeImportKind()

    case .palette: openPalette()
    case .commandLine: return openCommandLine()
    case .help: layers.append(.help(HelpLayer()))
    case .back where context == .importing, .quit where context == .importing:
      return leaveImport()
    case .back:
      if !goBack() { refuse("There is nothing to go back to\(hint(.quit, "leaves Lectern"))") }
    case .quit: if !goBack() { isOver = true }
    case .leave where isImportAtWork: return leaveImport()
    case .leave: isOver = true
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    }
    return []
  }

  private mutating func goLeftOrRight(by step: Int) {
    switch layers.last {
    case .map?: followOnMap(step < 0 ? .back : .on)
    case .statistics(let layer)?: goToList(by: step, in: layer)
    case .triage?: leaveForLater()
    default: goToPane(by: step)
    }
  }

  private mutating func enter() -> [Effect] {
    switch layers.last {
    case .links(let chooser)?: return take(chooser, at: chooser.cursor)
    case .notes(let chooser)?: return take(chooser, at: chooser.cursor)
    case .prerequisites(let chooser)?: return take(chooser, at: chooser.cursor)
    case .identifiers(let chooser)?: return take(chooser, at: chooser.cursor)
    case .templates(let chooser)?: return take(chooser, at: chooser.cursor)
    case .noteList(let layer)?: return enter(layer)
    case .map?:
      layers.removeLast()
      focus = .paper
      return []
    case .options(let chooser)?: return take(chooser, at: chooser.cursor)
    case .export(let layer)?: return take(layer)
    case .history(let layer)?: return askToUndo(layer)
    case .importing?: return keepBoth()
    default:
      if focus == .paper { isZoomed = true }
      focus = focus == .lists ? .papers : .paper
      return []
    }
  }

  private func copy(_ kind: CopyKind) -> [Effect] {
    currentRow.map { [.copy(kind, $0.paper, title: $0.shownName)] } ?? []
  }

  private mutating func openLinkChooser() {
    guard let detail = currentDetail else { return }
    let links = numberedLinks
    let width = min(24, size.columns * 3 / 10, links.map { displayWidth(of: $0.label) }.max() ?? 0)
    layers.append(
      .links(
        Chooser(
          title: "Links of “\(detail.paper.shortName ?? detail.paper.title)”",
          choices: links.map { (label(of: $0, columns: width), $0) })))
  }

  private func label(of link: PaperLink, columns: Int) -> String {
    truncate(link.label, to: columns, ellipsis: glyphs.ellipsis).padded(to: columns)
      + "  \(link.url)"
  }

  /// Opens the link chosen.
  mutating func take(_ chooser: Chooser<PaperLink>, at index: Int) -> [Effect] {
    guard chooser.choices.indices.contains(index) else { return [] }
    layers.removeLast()
    return [.openLink(chooser.choices[index].value.url)]
  }
}
