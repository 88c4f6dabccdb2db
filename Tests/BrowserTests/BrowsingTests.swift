import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

@Suite("Browsing")
struct BrowsingTests {
  @Test("begins in the reading order, on the paper to read next")
  func start() throws {
    let played = try Played()
    #expect(played.lines[0].hasPrefix(" Transformer to agents"))
    #expect(played.cursorRow.contains("GPT-3"))
  }

  @Test("begins somewhere even in a library without anything")
  func emptyLibrary() throws {
    let played = try Played("j k G r e o / type:a Enter u", library: FakeLibrary(.init()))
    #expect(played.lines.joined().contains("No paper matches."))
  }

  @Test(
    "moves the cursor",
    arguments: [
      ("j", "InstructGPT"), ("k", "BERT"), ("Down Down", "DPO"), ("G", "Mixture"),
      ("g g", "Transformer"), ("End", "Mixture"), ("Home", "Transformer"), ("j*99", "Mixture"),
      ("^D", "Mixture"), ("G ^U", "Transformer"), ("PgUp", "Transformer"),
      ("G k", "FlashAttention"),
      ("l j h", "GPT-3"), ("Tab Tab Tab", "GPT-3"),
    ])
  func moving(_ script: String, _ title: String) throws {
    #expect(try Played(script).cursorRow.contains(title))
  }

  @Test(
    "goes from list to list",
    arguments: [
      ("h j Enter", "Papers you should know"), ("J", "Papers you should know"),
      ("J J", "LLM papers"),
      ("h k", "All papers"), ("L", "Next up"), ("h g g j j", "Queue"),
      ("J K", "Transformer to agents"),
    ])
  func lists(_ script: String, _ title: String) throws {
    for columns in [120, 80, 40] {
      #expect(try Played(script, columns: columns).lines[0].contains(title.prefix(20)))
    }
  }

  @Test("shows papers on a narrow screen one pane at a time")
  func narrow() throws {
    let size = (rows: 10, columns: 40)
    func lines(_ script: String) throws -> String {
      try Played(script, rows: size.rows, columns: size.columns).lines.joined(separator: "\n")
    }
    #expect(try lines("").contains("BERT"))
    #expect(try !lines("Enter").contains("BERT"))
    #expect(try lines("Enter").contains("Tom Brown"))
    #expect(try lines("Enter q").contains("BERT"))
    #expect(try lines("Tab").contains("Queue"))
    #expect(try lines("Tab Esc").contains("BERT"))
  }

  @Test(
    "leaves where there is nothing to go back to",
    arguments: [
      ("q", true), ("l q", false), ("l q q", true), ("? q", false), ("Space q", false),
      ("/ type:a Enter q", false), ("/ type:a Enter q q", true), ("Esc", false), ("^C", true),
      ("e type:x ^C", true), ("/ type:q", false), ("terminate", true), ("t ^C", true),
    ])
  func leaving(_ script: String, _ isLeft: Bool) throws {
    #expect(try Played(script).wasLeft == isLeft)
  }

  @Test("opens the work, and any of its links by number")
  func links() throws {
    let library = FakeLibrary()
    var played = try Played("o", library: library)
    #expect(library.openedLinks == ["https://arxiv.org/abs/2005.14165"])
    #expect(played.footer.contains("Opened https://arxiv.org/abs/2005.14165."))
    _ = try Played("G k O 2", library: library)
    #expect(library.openedLinks.last == "https://example.org/flash")
    _ = try Played("G k O j Enter", library: library)
    #expect(library.openedLinks.count == 3)
    played = try Played("J J o", library: library)
    #expect(played.footer.contains("“A Report without Address” has no address."))
    #expect(library.openedLinks.count == 3)
  }

  @Test(
    "copies",
    arguments: [
      ("y u", "https://arxiv.org/abs/2005.14165", "address"),
      ("y b", "@misc{arxiv:2005.14165}", "BibTeX entry"),
      ("y t", "Language Models are Few-Shot Learners", "title"), ("y k", "arxiv:2005.14165", "key"),
      ("y m", "[Language Models are Few-Shot Learners]()", "Markdown link"),
    ])
  func copies(_ script: String, _ text: String, _ name: String) throws {
    let played = try Played(script)
    #expect(played.backend.clipboard == [text])
    #expect(played.footer.contains("Copied the \(name) of “GPT-3”."))
  }

  @Test("copies nothing where there is nothing")
  func copiesNothing() throws {
    let played = try Played("J J y u")
    #expect(played.backend.clipboard.isEmpty)
    #expect(played.footer.contains("“A Report without Address” has no address."))
  }

  @Test("stops and draws again when asked to, also while text is typed")
  func terminal() throws {
    let backend = try Played("^Z ^L e type:x ^Z ^L Esc d / ^Z").backend
    #expect(backend.suspensions == 3)
    #expect(backend.invalidations == 2)
  }

  @Test("follows what another program changed, with the next key")
  func otherProgram() throws {
    let library = FakeLibrary()
    _ = try Played("", library: library)
    library.shelf.papers[PaperID(rawValue: 3)]?.progress.status = .read
    library.wasChangedElsewhere = true
    let played = try Played("j", library: library)
    #expect(played.lines[0].contains("2 of 7 read"))
  }

  @Test("says what could not be read and goes on")
  func failures() throws {
    let library = FakeLibrary()
    library.blindness = "The library is locked by another program; try again."
    let played = try Played("j r / type:a Enter G", library: library)
    #expect(!played.wasLeft)
    #expect(played.lines.joined().contains("The library is locked by another program; try"))
    library.blindness = nil
    #expect(try Played("j", library: library).cursorRow.contains("InstructGPT"))
  }

  @Test("loads a window of a long list, not the list, and few of its papers")
  func windows() throws {
    let library = FakeLibrary(.large(20_000))
    let played = try Played(
      "L J J J J j*500 ^D*40 G g g", library: library, inOneBatch: true)
    #expect(played.cursorRow.contains("Paper 1 "))
    #expect(library.loadedPapers < 10)
    #expect(library.loadedWindows.count < 10)
    #expect(library.loadedWindows.allSatisfy { $0.limit <= 200 })
  }

  @Test("reads bindings that were changed in the footer, in hints and in help")
  func ownKeys() throws {
    let (keyMap, _) = KeyMap.standard(
      overriding: [
        ("mark-read", [KeySequence(.function(2))]), ("undo", [KeySequence(.function(3))]),
      ])
    let settings = BrowserSettings(keyMap: keyMap)
    #expect(try Played("", settings: settings).footer.contains("F2 read"))
    #expect(try Played("F2", settings: settings).footer.contains("as read · F3 undo"))
    #expect(try Played("?", rows: 90, settings: settings).lines.joined().contains("F2"))
  }

  @Test("shows a notice until the first key")
  func notice() throws {
    let settings = BrowserSettings(notice: "“z” is undo now and no longer redo.")
    #expect(try Played("", settings: settings).footer.contains("“z” is undo now"))
    #expect(try !Played("j", settings: settings).footer.contains("“z” is undo now"))
  }

  @Test("finds keys in help")
  func help() throws {
    let lines = try Played("? / type:queue").lines
    #expect(lines.contains { $0.contains("Add to the queue") })
    #expect(!lines.contains { $0.contains("Mark as read") })
    #expect(try Played("? / type:queue Esc", rows: 90).lines.joined().contains("Mark as read"))
    #expect(try Played("? / type:xyzzy").lines.joined().contains("No key matches."))
  }
}
