import Browser
import ReadingModel
import Testing

/// A screen that is recorded in every size and look: the keys that lead to it, and in what library.
struct GoldenScreen: Sendable, CustomTestStringConvertible {
  let name: String
  let script: String
  let library: @Sendable () -> FakeLibrary

  init(
    _ name: String, _ script: String,
    in library: @Sendable @escaping () -> FakeLibrary = { FakeLibrary() }
  ) {
    self.name = name
    self.script = script
    self.library = library
  }

  var testDescription: String { name }

  /// All of them.
  static let all: [GoldenScreen] =
    panes + finding + marking + taking + notes + pictures + weeks + facts + importing + exporting

  private static let panes: [GoldenScreen] = [
    GoldenScreen("browser", ""), GoldenScreen("lists", "h j"), GoldenScreen("paper", "G k l"),
    GoldenScreen("paper-alone", "G k l z"), GoldenScreen("weekly", "J"),
    GoldenScreen("empty-list", "h k k"), GoldenScreen("next-up", "L"),
    GoldenScreen("queue", "g g a G a h g g j j l"),
    GoldenScreen("lists-alone", "h z"), GoldenScreen("papers-alone", "z"),
    GoldenScreen("pending", "y"), GoldenScreen("pending-facts", "c"),
    GoldenScreen("said", "i"), GoldenScreen("refused", "Esc"),
    GoldenScreen("refused-at-length", "/ type:Report Enter c s"),
    GoldenScreen(
      "columns", "z : type:set\\ columns=year,authors,venue,rating,pass,tags,added Enter j k"),
    GoldenScreen("unreadable", "") {
      let library = FakeLibrary()
      library.blindness = "The library could not be read: the disk is gone. Try lectern doctor."
      return library
    },
    GoldenScreen("empty-library", "") { FakeLibrary(.init()) },
    GoldenScreen("gone", "g g j k j") {
      let library = FakeLibrary()
      library.shelf.lists[0].gone = [library.shelf.lists[0].papers[1]]
      return library
    },
    GoldenScreen("welcome", "") {
      let library = FakeLibrary()
      library.isFirstRun = true
      return library
    },
    GoldenScreen("help", "?"), GoldenScreen("help-find", "? / type:note"),
    GoldenScreen("help-found", "? / type:note Enter"),
    GoldenScreen("help-nothing", "? / type:zebra Enter"),
  ]

  private static let finding: [GoldenScreen] = [
    GoldenScreen("search", "/ type:atten"), GoldenScreen("results", "/ type:tiling Enter"),
    GoldenScreen("search-nothing", "/ type:zebra"),
    GoldenScreen("wrong-search", "/ type:year:x Enter"),
    GoldenScreen("wrong-search-right", "/ type:transformers\\ of\\ every\\ kind\\ year:x Enter"),
    GoldenScreen("filter", "f type:status:unread"),
    GoldenScreen("filtered", "f type:status:unread Enter v"),
    GoldenScreen("filter-nothing", "f type:zebra Enter"),
    GoldenScreen("wrong-filter", "f type:bert\\ year:x Enter"),
    GoldenScreen(
      "wrong-filter-right", "f type:transformers\\ of\\ every\\ kind\\ and\\ size\\ year:x Enter"),
    GoldenScreen("save-search", "f type:status:unread Enter F type:Open"),
    GoldenScreen("saved-search", "/ type:atten Enter F type:Attention Enter h G"),
    GoldenScreen("rename-search", "/ type:atten Enter F type:Attention Enter h G R"),
    GoldenScreen("list-finder", "h f type:llm"), GoldenScreen("mark-place", "M"),
    GoldenScreen("go-to-mark", "M a G M b '"),
    GoldenScreen("palette", "^P type:mark"), GoldenScreen("palette-papers", "^P type:flash\\ at"),
    GoldenScreen("palette-nothing", "^P type:zebra"),
    GoldenScreen("command", ": type:mark\\ re Tab"), GoldenScreen("command-begun", ":"),
    GoldenScreen("command-wrong", ": type:fly Enter"),
    GoldenScreen("options", ": type:set Enter"),
  ]

  private static let marking: [GoldenScreen] = [
    GoldenScreen("selection", "g g Space V j"), GoldenScreen("all-selected", "*"),
    GoldenScreen("bulk-question", "g g V j j s"),
    GoldenScreen("bulk-tags-question", "* t type:+reread\\ -attention Enter"),
    GoldenScreen("tags", "t type:+new\\ +att"), GoldenScreen("tags-of-several", "* t"),
    GoldenScreen("links", "G k O"),
    GoldenScreen("many-links", "O G") { FakeLibrary(.reading) },
  ]

  private static let taking: [GoldenScreen] = [
    GoldenScreen("history", "r s u H"), GoldenScreen("history-empty", "H"),
    GoldenScreen("undo-question", "r j r j r H j Enter"),
  ]

  private static let versions: @Sendable () -> FakeLibrary = { NoteVersionsTests.library() }

  private static let notes: [GoldenScreen] = [
    GoldenScreen("choose-note", "g g e"), GoldenScreen("editor", "e type:Why?\\n-\\ because"),
    GoldenScreen("editor-question", "e type:Why? Esc"),
    GoldenScreen("editor-beside", "G k e", in: versions),
    GoldenScreen("editor-full", "G k e ^O", in: versions),
    GoldenScreen("notes", "G k d", in: versions),
    GoldenScreen("first-version", "G k d G", in: versions),
    GoldenScreen("restore-question", "G k d j Enter", in: versions),
    GoldenScreen("templates", "A"), GoldenScreen("template", "A 3"),
    GoldenScreen("note-conflict", "G k e type:\\ Mine. ^S") { NoteConflictTests.library() },
    GoldenScreen("draft", "") {
      let library = FakeLibrary()
      library.leftDrafts = [NoteTests.draft]
      return library
    },
    GoldenScreen("note-drawn", "l") { FakeLibrary(.reading) },
    GoldenScreen("reader", "l z") { FakeLibrary(.reading) },
    GoldenScreen("reader-end", "l z G") { FakeLibrary(.reading) },
  ]

  private static let pictures: [GoldenScreen] = [
    GoldenScreen("map", "m"), GoldenScreen("map-waiting", "m l l"),
    GoldenScreen("statistics", "S"), GoldenScreen("statistics-middle", "S PgDn"),
    GoldenScreen("statistics-end", "S G"), GoldenScreen("statistics-next-list", "S l"),
    GoldenScreen("statistics-empty", "S") {
      let library = FakeLibrary(.large(9))
      library.readings = []
      return library
    },
    GoldenScreen("builds-on", "m b type:at"), GoldenScreen("builds-on-why", "m b type:at Enter"),
    GoldenScreen("no-longer-builds-on", "J J G k B"),
  ]

  private static let weeks: [GoldenScreen] = [
    GoldenScreen("week", "["), GoldenScreen("this-week", "w"), GoldenScreen("triage", "J J T"),
    GoldenScreen("triage-order", "T"), GoldenScreen("triage-later", "J J T l"),
    GoldenScreen("triage-end", "J J T a r s"), GoldenScreen("catch-up", "C"),
    GoldenScreen("catch-up-question", "C ^U type:2025-03-01 Enter"),
  ]

  private static let facts: [GoldenScreen] = [
    GoldenScreen("fact-title", "/ type:FlashAttention Enter c t"),
    GoldenScreen("fact-authors", "/ type:FlashAttention Enter c a"),
    GoldenScreen("fact-abstract", "/ type:FlashAttention Enter c b"),
    GoldenScreen("add", "c p type:2501.00001"),
    GoldenScreen("merge", "/ type:Report Enter c m type:mix"),
    GoldenScreen("merge-question", "Space Space c m"),
    GoldenScreen("split", "/ type:FlashAttention Enter c s"),
  ]

  private static let importing: [GoldenScreen] = [
    ("import-path", "I wake type:n wake Tab"), ("import-problem", "I type:gone.md wake Enter wake"),
    ("import-plan", "I type:news.txt wake Enter wake"),
    ("import-conflict", "I type:news.txt wake Enter wake n"),
    ("import-decided", "I type:news.txt wake Enter wake x x n Enter n m n m wake"),
    ("import-end", "I type:news.txt wake Enter wake G"),
    ("import-list", "I type:news.txt wake Enter wake L type:li Tab"),
    ("import-title", "I type:news.txt wake Enter wake R"),
    ("import-date", "I type:news.txt wake Enter wake D"),
    ("import-folder", "I type:lists wake Enter wake n"),
    ("import-help", "I type:news.txt wake Enter wake ?"),
  ].map { GoldenScreen($0.0, $0.1) { ImportFixture.library() } }

  private static let exporting: [GoldenScreen] = [
    GoldenScreen("export-what", "X"), GoldenScreen("export-selection", "g g V j X"),
    GoldenScreen("export-format", "X 1 j"), GoldenScreen("export-place", "X 1 1"),
    GoldenScreen("export-path", "X 1 1 2 type:notes/"),
    GoldenScreen("export-problem", "X 1 1 2 type:notes/ Enter") {
      let library = FakeLibrary()
      library.exportProblem = "notes/ could not be written: no room is left on the disk. Free some."
      return library
    },
    GoldenScreen("export-replace", "X 1 7 2 type:a.csv Enter") {
      let library = FakeLibrary()
      library.standingFiles = ["a.csv"]
      return library
    },
  ]
}
