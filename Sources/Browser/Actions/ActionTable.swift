import Terminal

/// What is known about one action; key map, footer, help and `lectern keys` are made from it.
struct ActionEntry: Sendable {
  /// The action.
  let action: Action
  /// What it does, in one line.
  let summary: String
  /// What the footer and the hint after a first key call it.
  let label: String
  /// The keys it has unless the configuration says otherwise, the most usual first.
  let keys: [KeySequence]
  /// What help gathers it under.
  let group: ActionGroup
  /// Where it can be used.
  let contexts: ActionContexts
  /// Its place in the footer, the lowest first; nil for one that needs no reminder.
  let rank: Int?

  /// The context that its keys belong to alone; nil when they are everyone's.
  var ownContext: ActionContext? {
    contexts.only.flatMap { $0.hasOwnKeys ? $0 : nil }
  }

  fileprivate init(
    _ action: Action, _ keys: [String], _ label: String, _ summary: String, _ group: ActionGroup,
    in contexts: ActionContexts = [.lists, .papers, .paper], rank: Int? = nil
  ) {
    self.action = action
    self.summary = summary
    self.label = label
    self.keys = keys.compactMap { try? KeySequence(notation: $0) }
    self.group = group
    self.contexts = contexts
    self.rank = rank
  }
}

/// The one table of actions.
enum ActionTable {
  /// Every action once, in the order of help.
  static let entries: [ActionEntry] =
    moving + weeks + progress + selecting + notes + links + facts + rest + pictures + importing

  /// The entry of each action.
  static let byAction = Lookup()

  /// Finds entries; there are so few that a table of them would only make the first frame wait.
  struct Lookup: Sendable {
    subscript(action: Action) -> ActionEntry? { entries.first { $0.action == action } }
  }

  private static let everywhere = ActionContexts.all
  private static let ofAPaper: ActionContexts = [.papers, .paper, .triage, .map]
  /// Where the facts of a paper stand.
  private static let ofOneHere: ActionContexts = [.papers, .paper]
  /// The panes, and the map, which shows one of their lists.
  private static let panesAndMap: ActionContexts = [.lists, .papers, .paper, .map]

  private static let panesOrImport: ActionContexts = [.lists, .papers, .paper, .importing]

  private static let moving: [ActionEntry] = [
    ActionEntry(.moveDown, ["j", "Down"], "down", "Move down", .moving, in: everywhere),
    ActionEntry(.moveUp, ["k", "Up"], "up", "Move up", .moving, in: everywhere),
    ActionEntry(
      .halfPageDown, ["^D"], "half down", "Move down half a page", .moving, in: everywhere),
    ActionEntry(.halfPageUp, ["^U"], "half up", "Move up half a page", .moving, in: everywhere),
    ActionEntry(.pageDown, ["PgDn"], "page down", "Move down a page", .moving, in: everywhere),
    ActionEntry(.pageUp, ["PgUp"], "page up", "Move up a page", .moving, in: everywhere),
    ActionEntry(.first, ["g g", "Home"], "first", "Go to the first line", .moving, in: everywhere),
    ActionEntry(.last, ["G", "End"], "last", "Go to the last line", .moving, in: everywhere),
    ActionEntry(
      .paneRight, ["l", "Right"], "right",
      "Go to the pane, paper or list on the right; in triage, leave the paper for later", .moving,
      in: panesAndMap.union([.statistics, .triage])),
    ActionEntry(
      .paneLeft, ["h", "Left"], "left", "Go to the pane, paper or list on the left", .moving,
      in: panesAndMap.union([.statistics])),
    ActionEntry(.nextPane, ["Tab"], "pane", "Go to the next pane", .moving, rank: 75),
    ActionEntry(.previousPane, ["S-Tab"], "pane back", "Go to the previous pane", .moving),
    ActionEntry(
      .enter, ["Enter"], "enter",
      "Go to the papers, the paper or the link; from the paper, show it alone", .moving,
      in: [.lists, .papers, .paper, .map, .chooser, .history, .notes, .importing], rank: 60),
    ActionEntry(.nextList, ["J"], "next list", "Show the next list", .moving),
    ActionEntry(.previousList, ["K"], "previous list", "Show the previous list", .moving),
    ActionEntry(.nextUp, ["L"], "next up", "Show what to read next, and why", .moving),
    ActionEntry(
      .nextUnread, [")"], "next unread", "Go to the next unread paper of any list", .moving),
    ActionEntry(
      .previousUnread, ["("], "unread before", "Go back to an unread paper of any list", .moving),
    ActionEntry(
      .splitBack, ["<"], "split back", "Move the rule beside the pane left or up", .moving),
    ActionEntry(
      .splitForward, [">"], "split forward", "Move the rule beside the pane right or down", .moving),
    ActionEntry(.splitReset, ["="], "split reset", "Put all rules back in their places", .moving),
    ActionEntry(
      .zoom, ["z"], "zoom", "Show the pane alone, or all panes again", .moving, rank: 86),
  ]

  private static let weeks: [ActionEntry] = [
    ActionEntry(
      .triage, ["T"], "triage", "Decide about the unread papers of a list, one at a time", .weeks,
      rank: 35),
    ActionEntry(.previousWeek, ["["], "week before", "Show the weekly list before", .weeks),
    ActionEntry(.nextWeek, ["]"], "week after", "Show the weekly list after", .weeks),
    ActionEntry(.thisWeek, ["w"], "this week", "Show this week, or the newest weekly list", .weeks),
    ActionEntry(
      .catchUp, ["C"], "catch up", "Skip what is left unread of weekly lists before a day", .weeks),
  ]

  private static let progress: [ActionEntry] = [
    ActionEntry(.markRead, ["r"], "read", "Mark as read", .progress, in: ofAPaper, rank: 10),
    ActionEntry(
      .markReading, ["i"], "reading", "Mark as being read", .progress, in: ofAPaper, rank: 45),
    ActionEntry(.markSkipped, ["s"], "skip", "Mark as skipped", .progress, in: ofAPaper, rank: 15),
    ActionEntry(
      .markQueued, ["a"], "queue", "Add to the queue", .progress, in: ofAPaper, rank: 40),
    ActionEntry(.markUnread, ["U"], "unread", "Mark as unread", .progress, in: ofAPaper),
    ActionEntry(
      .queueEarlier, ["{"], "earlier", "Move the paper up in the queue", .progress,
      in: [.papers], rank: 29),
    ActionEntry(
      .queueLater, ["}"], "later", "Move the paper down in the queue", .progress,
      in: [.papers], rank: 29),
    ActionEntry(
      .nextPass, ["p"], "pass", "Count one pass more, after the third none", .progress,
      in: ofAPaper),
    ActionEntry(.ratingUp, ["+"], "rating up", "Rate one higher", .progress, in: ofAPaper),
    ActionEntry(
      .ratingDown, ["-"], "rating down", "Rate one lower, below one not at all", .progress,
      in: ofAPaper),
    ActionEntry(.tags, ["t"], "tags", "Add and remove tags", .progress, in: ofAPaper, rank: 80),
  ]

  private static let selecting: [ActionEntry] = [
    ActionEntry(
      .select, ["Space"], "select", "Select or deselect, and move down", .selecting,
      in: [.papers], rank: 85),
    ActionEntry(
      .selectRange, ["V"], "range", "Select from here to where the cursor goes", .selecting,
      in: [.papers]),
    ActionEntry(
      .selectAll, ["*"], "all", "Select all papers of the list, the search or the filter",
      .selecting, in: [.papers]),
  ]

  private static let notes: [ActionEntry] = [
    ActionEntry(
      .editNote, ["e"], "note", "Write or change a note", .notes, in: ofAPaper.union([.notes]),
      rank: 20),
    ActionEntry(
      .newNote, ["A"], "new note", "Write one more note, empty or from a template", .notes,
      in: ofAPaper),
    ActionEntry(
      .notes, ["d"], "notes", "Show the notes with all their versions, compare and restore them",
      .notes, in: ofAPaper, rank: 84),
    ActionEntry(
      .editNoteExternally, ["E"], "note in $EDITOR", "Write or change a note in $EDITOR", .notes,
      in: ofAPaper),
  ]

  private static let links: [ActionEntry] = [
    ActionEntry(
      .open, ["o"], "open", "Open the work in the web browser", .links, in: ofAPaper, rank: 25),
    ActionEntry(
      .chooseLink, ["O"], "links", "Choose one of the links and open it", .links, in: ofAPaper),
    ActionEntry(.copyAddress, ["y u"], "address", "Copy the address", .links, in: ofAPaper),
    ActionEntry(.copyTitle, ["y t"], "title", "Copy the title", .links, in: ofAPaper),
    ActionEntry(.copyBibtex, ["y b"], "BibTeX", "Copy the BibTeX entry", .links, in: ofAPaper),
    ActionEntry(
      .copyMarkdown, ["y m"], "Markdown link", "Copy a Markdown link", .links, in: ofAPaper),
    ActionEntry(.copyKey, ["y k"], "key", "Copy the key that commands take", .links, in: ofAPaper),
    ActionEntry(
      .export, ["X"], "export", "Write papers or notes to a file or the clipboard", .links),
  ]

  private static let facts: [ActionEntry] = [
    ActionEntry(
      .changeTitle, ["c t"], "title", "Put the title right, or give one", .facts, in: ofOneHere),
    ActionEntry(
      .changeAuthors, ["c a"], "authors", "Put the authors right", .facts, in: ofOneHere),
    ActionEntry(.changeYear, ["c y"], "year", "Put the year right", .facts, in: ofOneHere),
    ActionEntry(
      .changeVenue, ["c v"], "venue", "Put right where it was published", .facts, in: ofOneHere),
    ActionEntry(
      .changeAbstract, ["c b"], "abstract", "Put the abstract right, or paste one", .facts,
      in: ofOneHere),
    ActionEntry(
      .changeShortName, ["c n"], "name", "Put the name right that people say", .facts,
      in: ofOneHere),
    ActionEntry(
      .mergePapers, ["c m"], "same as", "Make one paper of this and another, or of two selected",
      .facts, in: ofOneHere),
    ActionEntry(
      .splitPaper, ["c s"], "split", "Make a paper of its own of an identifier", .facts,
      in: ofOneHere),
    ActionEntry(.addPapers, ["c p"], "add", "Put papers in by their ids or addresses", .facts),
  ]

  private static let pictures: [ActionEntry] = [
    ActionEntry(
      .map, ["m"], "map", "Draw what builds on what in this list, or in the reading order",
      .pictures, rank: 87),
    ActionEntry(
      .statistics, ["S"], "statistics", "Show what was read when, and what is left", .pictures,
      rank: 89),
    ActionEntry(
      .addPrerequisite, ["b"], "builds on", "Say what the paper builds on, and why", .pictures,
      in: ofAPaper, rank: 88),
    ActionEntry(
      .removePrerequisite, ["B"], "no longer builds on", "Take a prerequisite away", .pictures,
      in: ofAPaper),
  ]

  private static let importing: [ActionEntry] = [
    ActionEntry(
      .importDocument, ["I"], "import",
      "Bring in a list: a file, a folder, an address or pasted text",
      .importing, rank: 92),
    ActionEntry(
      .importNow, ["i"], "import now", "Bring in what the plan shows", .importing, in: [.importing],
      rank: 40),
    ActionEntry(
      .leaveOut, ["x"], "leave out", "Leave an entry out, or all below a heading; or take it back",
      .importing, in: [.importing], rank: 20),
    ActionEntry(
      .mergeEntry, ["m"], "merge entry", "Take the entry for the other paper of its conflict",
      .importing,
      in: [.importing], rank: 15),
    ActionEntry(
      .importList, ["L"], "import list", "Choose the list that the entries go to", .importing,
      in: [.importing], rank: 25),
    ActionEntry(
      .importTitle, ["R"], "import title", "Give the list another title", .importing,
      in: [.importing],
      rank: 30),
    ActionEntry(
      .importKind, ["K"], "import kind", "Make the list one of the next kind", .importing,
      in: [.importing], rank: 50),
    ActionEntry(
      .importDate, ["D"], "import date", "Give the day on which the list was issued", .importing,
      in: [.importing], rank: 52),
  ]

  private static let rest: [ActionEntry] = [
    ActionEntry(
      .search, ["/"], "search", "Search as you type; in help, find a key",
      .search, in: [.lists, .papers, .paper, .help], rank: 30),
    ActionEntry(
      .nextMatch, ["n"], "next match",
      "Go to the next paper found; in an import, to what to look at", .search,
      in: panesOrImport),
    ActionEntry(
      .previousMatch, ["N"], "previous match", "Go to the paper found before", .search,
      in: panesOrImport),
    ActionEntry(
      .filter, ["f"], "filter", "Filter the papers shown; in the lists, find one", .search),
    ActionEntry(
      .order, ["v"], "order", "Order by title, year, day added, rating, or as the list does",
      .search),
    ActionEntry(
      .saveSearch, ["F"], "keep search", "Keep the search or the filter under a name", .search),
    ActionEntry(
      .renameSearch, ["R"], "rename", "Rename the saved search", .search, in: [.lists]),
    ActionEntry(
      .deleteSearch, ["D"], "remove", "Remove the saved search", .search, in: [.lists]),
    ActionEntry(
      .markPlace, ["M"], "mark place", "Mark this place with a letter, for this session", .search),
    ActionEntry(.goToMark, ["'"], "go to mark", "Go to a marked place by its letter", .search),
    ActionEntry(
      .undo, ["u"], "undo", "Take the last change back", .history,
      in: panesAndMap.union([.triage, .history, .notes]), rank: 50),
    ActionEntry(
      .redo, ["^R"], "redo", "Make the change taken back again", .history,
      in: panesAndMap.union([.history, .notes]), rank: 90),
    ActionEntry(.history, ["H"], "history", "Show all changes", .history, rank: 95),
    ActionEntry(
      .commandLine, [":"], "command", "Write a command, with completion and history", .program,
      rank: 42),
    ActionEntry(
      .palette, ["^P"], "palette", "Find an action, a list or a paper", .program),
    ActionEntry(
      .help, ["?"], "help", "Show what the keys do", .program,
      in: panesAndMap.union([.triage, .importing])),
    ActionEntry(
      .back, ["Esc"], "back", "Go back, or drop what was begun", .program, in: everywhere,
      rank: 70),
    ActionEntry(
      .quit, ["q"], "quit", "Go back; from the panes, leave Lectern",
      .program, in: everywhere, rank: 99),
    ActionEntry(
      .leave, ["^C"], "leave", "Leave Lectern at once; drafts are kept", .program, in: everywhere),
    ActionEntry(.redraw, ["^L"], "redraw", "Draw the screen again", .program, in: everywhere),
    ActionEntry(.suspend, ["^Z"], "suspend", "Stop until `fg`", .program, in: everywhere),
  ]
}
