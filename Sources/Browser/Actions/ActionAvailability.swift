import ReadingModel

/// What has to be loaded before an action can be carried out.
enum ActionNeed: Comparable, Sendable {
  case nothing
  /// The row under the cursor.
  case row
  /// The paper under the cursor with its notes and links.
  case detail
}

extension Action {
  /// What has to be loaded first.
  var need: ActionNeed {
    switch self {
    case .editNote, .editNoteExternally, .notes, .open, .chooseLink, .removePrerequisite,
      .changeTitle, .changeShortName, .changeAuthors, .changeYear, .changeVenue, .changeAbstract,
      .splitPaper:
      .detail
    case .markRead, .markReading, .markSkipped, .markQueued, .markUnread, .nextPass, .ratingUp,
      .ratingDown, .queueEarlier, .queueLater, .tags, .select, .selectRange, .newNote, .copyAddress,
      .copyTitle, .copyBibtex,
      .copyMarkdown, .copyKey, .addPrerequisite, .mergePapers:
      .row
    default: .nothing
    }
  }

  /// True for what works whatever lies over the panes, even while text is typed.
  var isGlobal: Bool { self == .leave || self == .redraw || self == .suspend }
}

extension BrowserModel {
  /// Why an action cannot be carried out now, in a sentence; nil when it can.
  func unavailable(_ action: Action) -> String? {
    if let entry = ActionTable.byAction[action], !entry.contexts.contains(context) {
      return unavailableInContext(action)
    }
    if context == .importing { return unavailableInImport(action) }
    if action.need > .nothing, !papers.hasSelection {
      guard let row = currentRow else { return "There is no paper here." }
      if action.need == .detail, currentDetail == nil {
        return "“\(row.shownName)” could not be read."
      }
    }
    switch action {
    case .open:
      guard let detail = currentDetail, PaperLink.all(of: detail.paper).isEmpty else { return nil }
      return "“\(detail.paper.title)” has no address."
    case .chooseLink:
      guard let detail = currentDetail, numberedLinks.isEmpty else { return nil }
      return "“\(detail.paper.title)” has no address."
    case .notes:
      guard let detail = currentDetail, detail.notes.isEmpty else { return nil }
      return
        "“\(detail.paper.shortName ?? detail.paper.title)” has no notes\(hint(.editNote, "writes one"))."
    case .zoom where !isZoomed && layout.hasOnePane, .enter where isAloneInReader:
      return "The pane has the screen alone already."
    case .nextPass, .ratingUp, .ratingDown:
      if papers.hasSelection { return "That is for one paper at a time" + drop + "." }
      let rating = currentRow?.progress.rating
      if action == .ratingUp, rating == Progress.ratings.upperBound {
        return "The rating is \(Progress.ratings.upperBound) already, the highest."
      }
      if action == .ratingDown, rating == nil { return "There is no rating to lower." }
      return nil
    case .queueEarlier, .queueLater:
      if papers.source != .queue { return "Papers are moved in the queue, when it is shown alone." }
      if papers.hasSelection { return "That is for one paper at a time" + drop + "." }
      if action == .queueEarlier, papers.cursor == 0 { return "It is the first in the queue." }
      if action == .queueLater, papers.cursor == papers.total - 1 {
        return "It is the last in the queue."
      }
      return nil
    case .nextMatch, .previousMatch:
      return search.query == nil
        ? "Nothing was searched for yet\(hint(.search, "searches"))." : nil
    case .changeTitle, .changeShortName, .changeAuthors, .changeYear, .changeVenue,
      .changeAbstract:
      if papers.hasSelection { return "That is for one paper at a time" + drop + "." }
      let abstract = currentDetail?.paper.abstract ?? ""
      return action == .changeAbstract && abstract.utf8.count > LineInput.longest
        ? "The abstract is longer than a line holds; lectern edit --abstract changes it." : nil
    case .mergePapers:
      let isOfTwo = papers.selected.count == 2 && papers.range == nil && papers.allBut == nil
      return papers.hasSelection && !isOfTwo
        ? "That is for two papers selected one by one" + drop + "." : nil
    case .splitPaper:
      if papers.hasSelection { return "That is for one paper at a time" + drop + "." }
      guard let detail = currentDetail, detail.paper.identifiers.isEmpty else { return nil }
      return "“\(detail.paper.title)” has no identifier."
    case .addPrerequisite where papers.hasSelection:
      return "That is for one paper at a time" + drop + "."
    case .removePrerequisite:
      if papers.hasSelection { return "That is for one paper at a time" + drop + "." }
      guard let detail = currentDetail, detail.prerequisites.isEmpty else { return nil }
      return "“\(detail.paper.title)” does not wait for anything."
    case .triage:
      return triageSource == nil
        ? "There is no weekly list; show a list and decide about its papers." : nil
    case .thisWeek: return lists.weeks.isEmpty ? "There is no weekly list." : nil
    case .previousWeek: return noWeek(after: -1)
    case .nextWeek: return noWeek(after: 1)
    case .selectAll: return papers.total == 0 ? "There is no paper here." : nil
    case .saveSearch:
      return keepableQuery == nil
        ? "There is no search or filter here to keep\(hint(.filter, "filters"))." : nil
    case .renameSearch, .deleteSearch:
      return currentSearch == nil ? "That is for saved searches." : nil
    case .goToMark:
      return placeMarks.isEmpty
        ? "No place is marked yet\(hint(.markPlace, "and a letter marks this one"))." : nil
    case .undo:
      return triage?.memory.steps.isEmpty == true ? "Nothing was decided here yet." : nil
    case .paneRight where context == .triage:
      return currentRow == nil ? "No paper is left." : nil
    case .paneLeft: return context == .lists ? "This is the first pane." : nil
    case .paneRight: return context == .paper ? "This is the last pane." : nil
    case .nextList:
      return lists.cursor >= lists.items.count - 1 ? "This is the last list." : nil
    case .previousList: return lists.cursor == 0 ? "This is the first list." : nil
    default: return nil
    }
  }

  /// True when Enter in the paper could show no more of it.
  private var isAloneInReader: Bool { context == .paper && (isZoomed || layout.hasOnePane) }

  private var drop: String { hint(.back, "drops the selection") }

  private func unavailableInContext(_ action: Action) -> String {
    switch context {
    case .lists: "Choose a paper first\(hint(.paneRight, "goes to the papers"))."
    case .papers, .paper: "There is nothing for it here\(hint(.back, "goes back"))."
    case .map: "The map is open\(hint(.back, "closes it"))."
    case .statistics: "The statistics are open\(hint(.back, "closes them"))."
    case .triage: "Triage goes on\(hint(.back, "leaves it"))."
    case .help: "Help is open\(hint(.back, "closes it"))."
    case .history: "The history is open\(hint(.back, "closes it"))."
    case .importing: "The import is open\(hint(.back, "leaves it"))"
    case .notes: "The notes are open\(hint(.back, "closes them"))."
    case .chooser: "Choose one, or go back\(hint(.back, "goes back"))."
    }
  }
}

extension EntryRow {
  /// The name people say, or the title.
  var shownName: String { shortName ?? title }
}
