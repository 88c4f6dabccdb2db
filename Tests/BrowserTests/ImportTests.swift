import ReadingModel
import Terminal
import TestSupport
import Testing

@testable import Browser

@Suite("An import in the browser")
struct ImportTests {
  private typealias Place = ImportRequest.EntryPlace

  private func played(
    _ script: String, rows: Int = 40, columns: Int = 120, library: FakeLibrary? = nil
  ) throws -> Played {
    try Played(
      script, rows: rows, columns: columns, library: library ?? ImportFixture.library())
  }

  /// The script that shows the plan of the newsletter.
  private let open = "I type:news.txt wake Enter wake"

  private func counts(_ played: Played) -> String { played.lines[2] }

  // MARK: The prompt

  @Test("I asks for a path, Tab goes through what the folder has, and Enter reads it")
  func path() throws {
    let library = ImportFixture.library()
    library.importing.folder(
      "",
      [
        PathName(exact: Array("news.txt".utf8), isFolder: false),
        PathName(exact: Array("notes".utf8), isFolder: true),
      ])
    var shown = try played("I wake type:n wake", library: library)
    #expect(shown.lines[37].contains("news.txt  notes/"))
    #expect(shown.lines[38].hasPrefix(" Import: n"))
    shown = try played("I wake type:n wake Tab Tab", library: library)
    #expect(shown.lines[38].hasPrefix(" Import: notes/"))
    shown = try played("I wake type:n wake Tab Tab S-Tab wake Enter wake", library: library)
    #expect(library.importing.planned.map(\.material).last == .line(path("news.txt")))
    #expect(shown.lines[0].contains("Import · llm-watch-2025-11-09.txt · newsletter, 8 entries"))
  }

  private func path(_ text: String) -> ImportPath {
    ImportPath(shown: text, exact: Array(text.utf8))
  }

  @Test("A single name is taken and goes on into its folder")
  func descends() throws {
    let library = ImportFixture.library()
    library.importing.folder("~/", [PathName(exact: Array("lists".utf8), isFolder: true)])
    library.importing.folder("~/lists/", [PathName(exact: Array("a.bib".utf8), isFolder: false)])
    let shown = try played("I type:~/l wake Tab wake Tab", library: library)
    #expect(shown.lines[38].hasPrefix(" Import: ~/lists/a.bib"))
  }

  @Test("Names stand without their folder, and one that is too long is cut")
  func shownNames() throws {
    let library = ImportFixture.library()
    let long = "papers-" + String(repeating: "x", count: 60) + ".bib"
    let names = [long, "short.bib"].map { PathName(exact: Array($0.utf8), isFolder: false) }
    library.importing.folder("~/lists/", names)
    var shown = try played("I type:~/lists/ wake", rows: 10, columns: 40, library: library)
    let row = try #require(shown.lines.first { $0.contains("papers-") })
    #expect(row.hasPrefix(" papers-xxx") && row.hasSuffix("x…") && !row.contains("lists"))
    shown = try played("I type:~/lists/ wake", library: library)
    #expect(shown.lines.contains { $0.hasPrefix(" \(long)  short.bib") })
  }

  @Test("A name that is no clean text is shown clean and opened as it is")
  func exactNames() throws {
    let library = ImportFixture.library()
    let name: [UInt8] = [0x61, 0x1B, 0x5B, 0xFF, 0x62]
    library.importing.folder("", [PathName(exact: name, isFolder: true)])
    library.importing.folder(String(decoding: name, as: UTF8.self) + "/", [])
    let shown = try played("I type:a wake Tab wake type:x.bib wake Enter wake", library: library)
    #expect(
      library.importing.planned.map(\.material) == [
        .line(ImportPath(shown: "a[\u{FFFD}b/x.bib", exact: name + Array("/x.bib".utf8)))
      ])
    #expect(!shown.screen.text().unicodeScalars.contains("\u{1B}"))
    #expect(library.importedPaths.isEmpty)
  }

  @Test("Paths of earlier sessions come back with Up, and the present one is kept")
  func history() throws {
    let library = ImportFixture.library()
    library.importedPaths = ["first.md", "second.md"]
    #expect(try played("I wake Up Up", library: library).lines[38].hasPrefix(" Import: first.md"))
    _ = try played(open, library: library)
    #expect(library.importedPaths == ["first.md", "second.md", "news.txt"])
  }

  @Test("What cannot be read brings the prompt back, with the path and the reason")
  func problems() throws {
    let missing = try played("I type:gone.md wake Enter wake")
    #expect(missing.lines[38].hasPrefix(" Import: gone.md"))
    #expect(missing.footer == " There is no file “gone.md”.")
    let nothing = try played("I type:x.bin wake Enter wake")
    #expect(nothing.footer.hasPrefix(" x.bin: found no entries"))
    #expect(try played("I type:gone.md wake Enter wake Esc").lines[0].contains("Transformer"))
  }

  @Test("Pasted lines are the document; a pasted line is a path or a document of one line")
  func paste() throws {
    let library = ImportFixture.library()
    let text = "- One\n- Two\n"
    _ = try Played(
      events: keys("I") + [.paste(text), .woken], size: Size(rows: 24, columns: 80),
      library: library)
    #expect(library.importing.planned.map(\.material) == [.pasted(text)])
    let line = try Played(
      events: keys("I") + [.paste("  https://arxiv.org/abs/1706.03762\n"), .woken]
        + keys("Enter wake"), size: Size(rows: 24, columns: 80), library: library)
    #expect(
      library.importing.planned.last?.material == .line(path("https://arxiv.org/abs/1706.03762")))
    #expect(line.lines.contains { $0.contains("There is no file") })
  }

  @Test("A paste of a megabyte, in lines or in one, is the document")
  func longPaste() throws {
    for text in [
      String(repeating: "- A work of some kind\n", count: 50_000),
      String(repeating: "[{}]", count: 250_000),
    ] {
      let library = ImportFixture.library()
      let shown = try Played(
        events: keys("I") + [.paste(text), .woken], size: Size(rows: 24, columns: 80),
        library: library)
      #expect(library.importing.planned.map(\.material) == [.pasted(text)])
      #expect(shown.lines[0].contains("Import ·"))
    }
  }

  @Test(":import takes a path with completion, blanks and all, and without one asks")
  func commandLine() throws {
    let library = ImportFixture.library()
    library.importing.folder(
      "", [PathName(exact: Array("my news.txt".utf8), isFolder: false)])
    library.importing.plan("my news.txt", ImportFixture.newsletter)
    let shown = try played(": type:import\\ my\\ n wake Tab", library: library)
    #expect(shown.lines[38].hasPrefix(" :import my news.txt"))
    _ = try played(": type:import\\ my\\ n wake Tab wake Enter wake", library: library)
    #expect(library.importing.planned.map(\.material) == [.line(path("my news.txt"))])
    #expect(try played(": type:import Enter wake").lines[38].hasPrefix(" Import:"))
  }

  // MARK: The plan

  @Test("shows the counts, the signs, and what the library has of a paper")
  func shows() throws {
    let library = ImportFixture.library()
    let shown = try played(open, library: library)
    #expect(
      counts(shown).contains(
        "+ 4 new   = 2 same   ~ 1 changed   > 1 moved   - 2 gone   ! 2 conflicts   1 warning"))
    #expect(counts(shown).contains("2 lines left out"))
    #expect(shown.cursorRow.contains("+ Kosmos: An AI Scientist"))
    let known = try #require(shown.lines.first { $0.contains("= Attention Is All You Need") })
    #expect(known.contains("in Transformer to agents and 1 more, read, 2 no…"))
    #expect(shown.lines.contains { $0.contains("~ BERT") && $0.contains("remark differs") })
    #expect(
      shown.lines.contains { $0.contains("! GRPO-CARE") && $0.contains("arxiv:2506.16141") })
    #expect(library.askedStanding.count == 1)
    #expect(library.changes.isEmpty)
  }

  @Test(
    "is walked by lines, pages and to its ends, and by what should be looked at",
    arguments: [
      ("j", "MemSearcher"), ("G", "closing words"), ("G g g j", "Kosmos"), ("n", "GRPO-CARE"),
      ("n n", "A quite different"), ("n n n", "Warnings"), ("n n n n", "Left out"),
      ("G N N N", "A quite different"), ("j j j", "Attention"),
    ])
  func walks(_ keys: String, _ text: String) throws {
    #expect(try played("\(open) \(keys)").cursorRow.contains(text))
  }

  @Test("says where there is nothing more to look at")
  func ends() throws {
    #expect(try played("\(open) n n n n n").footer.contains("Nothing more to look at below."))
    #expect(try played("\(open) N").footer.contains("Nothing to look at above."))
  }

  @Test("x leaves an entry out and takes it back, and the counts follow")
  func leavesOut() throws {
    let library = ImportFixture.library()
    var shown = try played("\(open) x", library: library)
    #expect(counts(shown).contains("+ 3 new") && counts(shown).contains("x 1 left as they are"))
    #expect(shown.lines.contains { $0.contains("x Kosmos") && $0.contains("left out") })
    #expect(shown.cursorRow.contains("MemSearcher"))
    shown = try played("\(open) x k x", library: library)
    #expect(counts(shown).contains("+ 4 new") && !counts(shown).contains("left as"))
    shown = try played("\(open) n x", library: library)
    #expect(counts(shown).contains("! 1 conflict"))
    _ = try played("\(open) x n x i wake", library: library)
    #expect(
      library.importing.performed.last?.request.leavingOut == [
        Place(document: 0, list: 0, entry: 0), Place(document: 0, list: 0, entry: 5),
      ])
  }

  @Test("x on a heading leaves out all below it, or takes all back")
  func leavesOutHeading() throws {
    #expect(counts(try played("\(open) g g x")).contains("x 10 left as they are"))
    #expect(counts(try played("\(open) g g x x")).contains("+ 4 new"))
    #expect(counts(try played("\(open) j j x")).contains("x 3 left as they are"))
    #expect(try played("\(open) G x").footer.contains("There is no entry here."))
  }

  @Test("Enter on a conflict keeps both, m merges, and neither is for other entries")
  func conflicts() throws {
    let library = ImportFixture.library()
    var shown = try played("\(open) n Enter", library: library)
    #expect(counts(shown).contains("! 1 conflict"))
    #expect(shown.lines.contains { $0.contains("+ GRPO-CARE") && $0.contains("both are kept") })
    #expect(library.importing.planned.count == 1)
    shown = try played("\(open) n m wake", library: library)
    #expect(
      library.importing.planned.last?.request.merging == [Place(document: 0, list: 0, entry: 5)])
    #expect(shown.lines.contains { $0.contains("merged into arxiv:2506.16141") })
    #expect(shown.cursorRow.contains("GRPO-CARE"))
    _ = try played("\(open) n m wake Enter wake i wake", library: library)
    #expect(library.importing.performed.last?.request.merging == [])
    #expect(try played("\(open) Enter").footer.contains("Nothing contradicts here."))
    #expect(try played("\(open) m").footer.contains("Nothing contradicts here."))
    #expect(try played("\(open) n n m").footer.contains("There is no other paper to merge it"))
  }

  @Test("L chooses another list, whose own entries stay; R, K and D change its head")
  func wishes() throws {
    let library = ImportFixture.library()
    var shown = try played("\(open) L type:list-1 Enter wake", library: library)
    let place = ImportRequest.ListPlace(document: 0, list: 0)
    #expect(
      library.importing.planned.last?.request.lists == [
        place: .init(slug: "list-1", keepsHead: true)
      ])
    #expect(shown.lines[0].hasSuffix("list-1"))
    #expect(!counts(shown).contains("gone") && counts(shown).contains("x 2 left as they are"))
    #expect(try played("\(open) L Tab").footer.hasPrefix(" List: weekly"))
    #expect(try played("\(open) L Tab Tab").footer.hasPrefix(" List: list-1"))
    shown = try played("\(open) R ^U type:Mine Enter wake K wake", library: library)
    #expect(
      library.importing.planned.last?.request.lists == [place: .init(title: "Mine", kind: .notes)])
    #expect(shown.lines.contains { $0.hasPrefix(" Mine") })
    _ = try played("\(open) D ^U type:2025-11-02 Enter wake i wake", library: library)
    #expect(
      library.importing.performed.last?.request.lists == [place: .init(issued: "2025-11-02")])
    #expect(try played("\(open) D ^U type:soon Enter").footer.contains("“soon” is no day"))
    let asked = library.importing.planned.count
    _ = try played("\(open) L Esc R Enter Esc", library: library)
    #expect(library.importing.planned.count == asked + 2)
  }

  @Test("i imports, shows the list and says how to take it back")
  func imports() throws {
    let library = ImportFixture.library()
    library.importing.end(
      with: ImportResult(
        outcome: Outcome(sentence: "Imported “Papers”: 4 new"), list: ListID(rawValue: 2)))
    let shown = try played("\(open) i wake", library: library)
    #expect(shown.footer.contains("Imported “Papers”: 4 new · u undo"))
    #expect(shown.lines[0].contains("Papers you should know"))
    #expect(library.importing.performed.count == 1)
    #expect(library.importing.forgotten == 1)
  }

  @Test("An import that is refused leaves the plan on the screen")
  func refused() throws {
    let library = ImportFixture.library()
    library.importing.refuse("The library is locked by another program; try again.")
    let shown = try played("\(open) x i wake", library: library)
    #expect(shown.footer.contains("locked by another program"))
    #expect(shown.lines[0].contains("Import ·"))
    #expect(counts(shown).contains("x 1 left as they are"))
  }

  @Test("Esc changes nothing", arguments: ["Esc", "q"])
  func leaves(_ key: String) throws {
    let library = ImportFixture.library()
    let shown = try played("\(open) x \(key)", library: library)
    #expect(shown.footer.contains("Nothing was changed."))
    #expect(shown.lines[0].contains("Transformer to agents"))
    #expect(library.importing.performed.isEmpty && library.importing.forgotten == 1)
  }

  @Test("Long work shows how far it is, takes keys, and is stopped", arguments: ["Esc", "^C"])
  func stops(_ key: String) throws {
    let library = ImportFixture.library()
    library.importing.goOnForever()
    let progress = Signal()
    library.importing.beforeWoken = { progress.waitForNext() }
    library.importing.onReport = { progress.send() }
    let shown = try played("I type:news.txt Enter wake \(key)", library: library)
    #expect(shown.backend.frames.contains { $0.text().contains("Reading …  256 entries") })
    #expect(shown.backend.frames.last?.text().contains("stopping …") == true)
    #expect(!shown.wasLeft)
  }

  @Test("What was stopped while it was written leaves the plan, and nothing is changed")
  func stopsWriting() throws {
    let library = ImportFixture.library()
    let open = try keys(self.open)
    let progress = Signal()
    library.importing.onReport = { progress.send() }
    let desk = library.importing
    let backend = TestBackend(
      size: Size(rows: 24, columns: 80), script: open + (try keys("i wake j x Esc wake")))
    let runtime = Runtime(
      backend: backend, environment: library, settings: BrowserSettings())
    var wakes = 0
    backend.beforeWoken = { [unowned runtime] in
      wakes += 1
      if wakes == 3 { progress.waitForNext() } else { runtime.waitForJobs() }
      if wakes == 2 { desk.goOnForever() }
    }
    #expect(throws: TestBackend.ScriptEnded.self) { try runtime.run() }
    let texts = backend.frames.map { $0.text() }
    #expect(texts.contains { $0.contains("importing 256 of 8") })
    #expect(texts.contains { $0.contains("The import goes on") })
    #expect(texts.last?.contains("stopped; nothing was imported") == true)
    #expect(texts.last?.contains("Import · llm-watch") == true)
  }

  @Test("The keys of an import are its own: elsewhere, and with them bound anew, others stay")
  func ownKeys() throws {
    let library = ImportFixture.library()
    #expect(try played("i", library: library).footer.contains("GPT-3"))
    let (map, problems) = KeyMap.standard(overriding: [
      ("mark-read", [try KeySequence(notation: "x")]),
      ("leave-out", [try KeySequence(notation: "z z")]),
    ])
    #expect(problems.isEmpty)
    let shown = try Played(
      "\(open) z z", library: library, settings: BrowserSettings(keyMap: map))
    #expect(shown.lines.contains { $0.contains("x Kosmos") })
    #expect(shown.footer.contains("z z leave out"))
  }

  @Test("A folder shows each document, and one without entries where it stands")
  func folder() throws {
    let shown = try played("I type:lists wake Enter wake")
    #expect(shown.lines[0].contains("Import · lists · 2 documents, 1 entry"))
    #expect(shown.lines.contains { $0.hasPrefix(" lists/a.bib") })
    #expect(try played("I type:lists wake Enter wake n").cursorRow.contains("lists/b.md"))
    #expect(
      try played("I type:lists wake Enter wake n").lines.contains {
        $0.contains("lists/b.md: found no entries")
      })
  }

  @Test("A plan of a hundred thousand entries costs a key no more than a small one")
  func large() throws {
    let library = ImportFixture.library()
    library.importing.plan("many.bib", ImportFixture.many(100_000))
    let script = "I type:many.bib wake Enter wake G g g" + " j x PgDn" * 200
    let effort = try Effort.of {
      let shown = try played(script, library: library)
      #expect(counts(shown).contains("x 200 left as they are"))
      #expect(shown.lines[38].contains("of 100001"))
    }
    #expect(effort < 4_000, "400 is usual.")
    #expect(library.askedStanding.isEmpty)
  }
}

extension String {
  fileprivate static func * (text: String, count: Int) -> String {
    String(repeating: text, count: count)
  }
}
