import Browser
import ReadingModel

/// The one table of what can be said to the linear mode.
extension LinearCommand {
  /// All commands: the words that only lines need, the verbs of the browser, its actions.
  static let all: [LinearCommand] =
    words + verbs + walking + marking + notes + facts + finding + weeks + pictures + withoutLines

  private static let paper = "[PAPER]"
  private static let papers = "[PAPERS]"

  /// What a screen shows without being asked, and lines have to be asked for.
  private static let words: [LinearCommand] = [
    LinearCommand(["lists"], "[WORDS]", "Name the lists, with numbers that open them") {
      try $0.sayPlaces($1)
    },
    LinearCommand(["next"], "[COUNT or LIST]", "Say what to read next, and why") {
      try $0.sayNext($1)
    },
    LinearCommand(["show"], paper, "Say everything about a paper") { try $0.showPaper($1) },
    LinearCommand(["more"], "", "Go on with what is left to say") { session, _ in
      try session.sayMore()
    },
    LinearCommand(["later"], "", "In triage, leave the paper for later") { session, _ in
      try session.leaveForLater()
    },
    LinearCommand(["version"], "NUMBER [NOTE]", "Say an earlier version of a note") {
      try $0.sayVersion($1)
    },
    LinearCommand(["restore"], "NUMBER [NOTE]", "Make an earlier version of a note the newest") {
      try $0.restoreVersion($1)
    },
    LinearCommand(["delete-note"], "[NOTE]", "Remove a note of the paper said last") {
      try $0.deleteNote($1)
    },
    LinearCommand(["draft"], "[drop]", "Go on with a note that was not saved, or remove it") {
      try $0.draft($1)
    },
    LinearCommand(["move"], "[PAPER] NUMBER", "Move a paper to another place in the queue") {
      try $0.moveInQueue($1)
    },
    LinearCommand(["path"], paper, "Say what is to be read before a paper") { try $0.sayPath($1) },
    LinearCommand(.importDocument, "FILE") { try $0.importFiles($1) },
    LinearCommand(["yes", "no"], "", "Answer a question") { _, _ in
      ["There is no question to answer."]
    },
  ]

  /// The verbs of the browser's command line; alone, one that names an action as well is that action.
  private static let verbs: [LinearCommand] = [
    verb(.mark, "STATUS \(papers)"), verb(.tag, "+NAME -NAME \(papers)") { try $0.tags("") },
    verb(.rate, "0 to 5 \(papers)"), verb(.pass, "[0 to 3] \(papers)") { try $0.nextPass("") },
    verb(.list, "[NAME]") { try $0.showAgain() }, verb(.set, "[OPTION[=VALUE]]"),
    verb(.keep, "OPTION[=VALUE]"),
    verb(.help, "[WORD]") { $0.help("") }, verb(.search, "QUERY"), verb(.leave, ""),
    LinearCommand(
      [CommandVerb.export.rawValue], "FORMAT [notes] [FILE]", CommandVerb.export.summary
    ) { try $0.export($1) },
  ]

  private static func verb(
    _ verb: CommandVerb, _ takes: String,
    alone: (@Sendable (inout LinearSession) throws -> [String])? = nil
  ) -> LinearCommand {
    LinearCommand([verb.rawValue], takes, verb.summary) { session, words in
      if words.isEmpty, let alone { return try alone(&session) }
      return try session.follow(verb, words)
    }
  }

  private static let walking: [LinearCommand] = [
    LinearCommand(.moveDown) { session, _ in try session.move(by: 1) },
    LinearCommand(.moveUp) { session, _ in try session.move(by: -1) },
    LinearCommand(.halfPageDown) { session, _ in
      try session.sayRows(after: LinearSession.page / 2)
    },
    LinearCommand(.halfPageUp) { session, _ in
      try session.sayRows(after: -LinearSession.page / 2)
    },
    LinearCommand(.pageDown) { session, _ in try session.sayRows(after: LinearSession.page) },
    LinearCommand(.pageUp) { session, _ in try session.sayRows(after: -LinearSession.page) },
    LinearCommand(.first) { session, _ in try session.moveToEnd(first: true) },
    LinearCommand(.last) { session, _ in try session.moveToEnd(first: false) },
    LinearCommand(.enter, paper) { try $0.showPaper($1) },
    LinearCommand(.nextList) { session, _ in try session.openList(after: 1) },
    LinearCommand(.previousList) { session, _ in try session.openList(after: -1) },
    LinearCommand(.nextUp, "[COUNT or LIST]") { try $0.sayNext($1) },
    LinearCommand(.nextUnread) { session, _ in try session.goToUnread(.forward) },
    LinearCommand(.previousUnread) { session, _ in try session.goToUnread(.backward) },
    LinearCommand(.select, papers) { try $0.select($1) },
    LinearCommand(.selectRange, "FIRST-LAST") { try $0.select($1) },
    LinearCommand(.selectAll) { session, _ in try session.selectAll() },
    LinearCommand(.back) { session, _ in try session.goBack() },
    LinearCommand(.quit) { session, _ in session.end() },
    LinearCommand(.leave) { session, _ in session.end() },
    LinearCommand(.redraw) { session, _ in session.lastSaid },
  ]

  private static let marking: [LinearCommand] = [
    LinearCommand(.markRead, papers) { try $0.mark(.read, $1) },
    LinearCommand(.markReading, papers) { try $0.mark(.reading, $1) },
    LinearCommand(.markSkipped, papers) { try $0.mark(.skipped, $1) },
    LinearCommand(.markQueued, papers) { try $0.mark(.queued, $1) },
    LinearCommand(.markUnread, papers) { try $0.mark(.unread, $1) },
    LinearCommand(.nextPass, paper) { try $0.nextPass($1) },
    LinearCommand(.ratingUp, paper) { try $0.changeRating(by: 1, $1) },
    LinearCommand(.ratingDown, paper) { try $0.changeRating(by: -1, $1) },
    LinearCommand(.tags, "[+NAME -NAME \(papers)]") { try $0.tags($1) },
    LinearCommand(.addPrerequisite, "PAPER [because WHY]") { try $0.addPrerequisite($1) },
    LinearCommand(.removePrerequisite, paper) { try $0.removePrerequisite($1) },
    LinearCommand(.mergePapers, "PAPER") { try $0.mergePapers($1) },
    LinearCommand(.splitPaper, "[IDENTIFIER]") { try $0.splitPaper($1) },
    LinearCommand(.undo, "[COUNT or step NUMBER]") { try $0.undo($1) },
    LinearCommand(.redo, "[COUNT]") { try $0.redo($1) },
    LinearCommand(.history, "[COUNT]") { try $0.sayHistory($1) },
  ]

  private static let notes: [LinearCommand] = [
    LinearCommand(.editNote, "[edit or new] \(paper)") { try $0.note($1) },
    LinearCommand(.newNote, paper) { try $0.newNote($1) },
    LinearCommand(.editNoteExternally, paper) { try $0.editNote($1) },
    LinearCommand(.notes, paper) { try $0.sayNotes($1) },
    LinearCommand(.open, paper) { try $0.openPaper($1) },
    LinearCommand(.chooseLink, paper) { try $0.sayLinks($1) },
    LinearCommand(.copyAddress, paper) { try $0.copy(.address, $1) },
    LinearCommand(.copyTitle, paper) { try $0.copy(.title, $1) },
    LinearCommand(.copyBibtex, paper) { try $0.copy(.bibtex, $1) },
    LinearCommand(.copyMarkdown, paper) { try $0.copy(.markdownLink, $1) },
    LinearCommand(.copyKey, paper) { try $0.copy(.key, $1) },
    LinearCommand(.export, "FORMAT [notes] [FILE]") { try $0.export($1) },
  ]

  private static let facts: [LinearCommand] = [
    LinearCommand(.addPapers, "IDS") { try $0.addPapers($1) },
    LinearCommand(.changeTitle, "TITLE") { try $0.change(.title, $1) },
    LinearCommand(.changeShortName, "NAME or none") { try $0.change(.shortName, $1) },
    LinearCommand(.changeAuthors, "NAME; NAME") { try $0.change(.authors, $1) },
    LinearCommand(.changeYear, "YEAR or none") { try $0.change(.year, $1) },
    LinearCommand(.changeVenue, "VENUE or none") { try $0.change(.venue, $1) },
    LinearCommand(.changeAbstract, "ABSTRACT or none") { try $0.change(.abstract, $1) },
  ]

  private static let finding: [LinearCommand] = [
    LinearCommand(.search, "QUERY") { try $0.search($1) },
    LinearCommand(.nextMatch) { session, _ in try session.goToMatch(by: 1) },
    LinearCommand(.previousMatch) { session, _ in try session.goToMatch(by: -1) },
    LinearCommand(.filter, "[QUERY]") { try $0.filter($1) },
    LinearCommand(.order, "[FIELD]") { try $0.order($1) },
    LinearCommand(.saveSearch, "NAME") { try $0.saveSearch($1) },
    LinearCommand(.renameSearch, "NAME") { try $0.renameSearch($1) },
    LinearCommand(.deleteSearch) { session, _ in try session.deleteSearch() },
    LinearCommand(.markPlace, "LETTER") { try $0.markPlace($1) },
    LinearCommand(.goToMark, "LETTER") { try $0.goToMark($1) },
    LinearCommand(.palette, "WORDS") { try $0.findAnything($1) },
    LinearCommand(.help, "[WORD]") { $0.help($1) },
  ]

  private static let weeks: [LinearCommand] = [
    LinearCommand(.triage, "[LIST]") { try $0.openTriage($1) },
    LinearCommand(.previousWeek) { session, _ in try session.openWeek(after: -1) },
    LinearCommand(.nextWeek) { session, _ in try session.openWeek(after: 1) },
    LinearCommand(.thisWeek) { session, _ in try session.openThisWeek() },
    LinearCommand(.catchUp, "[DAY]") { try $0.catchUp($1) },
  ]

  private static let pictures: [LinearCommand] = [
    LinearCommand(.map, paper) { try $0.sayMap($1) },
    LinearCommand(.statistics) { session, _ in try session.sayStatistics() },
  ]

  /// What is about a screen, and why lines need nothing like it.
  private static let withoutLines: [LinearCommand] = [
    LinearCommand(.nextPane, reason: noPanes), LinearCommand(.previousPane, reason: noPanes),
    LinearCommand(.paneLeft, reason: noPanes), LinearCommand(.paneRight, reason: noPanes),
    LinearCommand(.splitBack, reason: noPanes), LinearCommand(.splitForward, reason: noPanes),
    LinearCommand(.splitReset, reason: noPanes), LinearCommand(.zoom, reason: noPanes),
    LinearCommand(.queueEarlier, reason: queueMoves),
    LinearCommand(.queueLater, reason: queueMoves),
    LinearCommand(.importNow, reason: noPlan), LinearCommand(.leaveOut, reason: noPlan),
    LinearCommand(.mergeEntry, reason: noPlan), LinearCommand(.importList, reason: noPlan),
    LinearCommand(.importTitle, reason: noPlan), LinearCommand(.importKind, reason: noPlan),
    LinearCommand(.importDate, reason: noPlan),
    LinearCommand(.commandLine, reason: "Every line is a command; `help` names them."),
    LinearCommand(.suspend, reason: "Control and Z stop Lectern at a terminal; `fg` goes on."),
  ]

  private static let queueMoves = "`move NUMBER` gives a paper another place in the queue."

  private static let noPlan =
    "`import FILE` says the plan and asks; `lectern import --help` has what can be chosen."

  private static let noPanes =
    "There are no panes in lines; `lists` names the lists, and `show` says a paper."
}
