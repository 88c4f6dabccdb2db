import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

@Suite("Beginning a note")
struct NoteTemplateTests {
  private let gpt = PaperID(rawValue: 3)

  private func notes(_ library: FakeLibrary) -> [String] {
    library.shelf.papers[gpt]?.notes.map(\.body) ?? []
  }

  @Test("offers the templates, empty first")
  func offers() throws {
    let lines = try Played("A").lines.joined(separator: "\n")
    #expect(lines.contains("A new note on “GPT-3”"))
    #expect(
      lines.contains(" 1  empty") && lines.contains(" 2  claim") && lines.contains(" 4  doubt"))
  }

  @Test("with a template puts the text and the paper's title into the editor")
  func template() throws {
    let library = FakeLibrary()
    _ = try Played("A 2 type:size. ^S", library: library)
    let body = try #require(notes(library).first)
    #expect(body.hasPrefix("# Claim\n\nLanguage Models are Few-Shot Learners claims that"))
    #expect(body.hasSuffix("size."))
  }

  @Test(
    "with nothing but the template saves no note",
    arguments: ["A 2 ^S", "A 2 type:x Backspace ^S", "A 2 Esc"])
  func bare(_ script: String) throws {
    let library = FakeLibrary()
    let played = try Played(script, library: library)
    #expect(library.changes.isEmpty && library.savedDrafts.count == library.removedDrafts.count * 2)
    #expect(played.lines[0].contains("Transformer to agents"))
  }

  @Test("empty, or where there are no templates, opens the editor at once")
  func empty() throws {
    let library = FakeLibrary()
    _ = try Played("A Enter type:x ^S", library: library)
    _ = try Played(
      "A type:y ^S", library: library, settings: BrowserSettings(noteTemplates: []))
    #expect(notes(library) == ["x", "y"])
  }

  @Test("goes on with the draft that was left of a new note")
  func draft() throws {
    let library = FakeLibrary()
    library.leftDrafts = [NoteTests.draft]
    #expect(try Played("Esc A", library: library).lines.joined().contains("Half a thought"))
  }
}

@Suite("The editor beside the paper")
struct SplitEditorTests {
  @Test("stands there from 120 columns on, and has the whole screen below")
  func stands() throws {
    let wide = try Played("G k e").lines
    #expect(wide[0].contains("FlashAttention: Fast and") && wide[0].contains("│ Note on"))
    #expect(!(try Played("G k e", columns: 119).lines[0].contains("│")))
    #expect(try Played("G k e M-z").lines[0].hasPrefix(" Note on “FlashAttention: Fast"))
    #expect(try Played("G k e M-z M-z").lines == wide)
  }

  @Test("keeps what is typed within its half, and the text when the screen changes")
  func types() throws {
    let script = "G k e type:\(String(repeating: "word\\ ", count: 40))"
    for row in try Played(script).screen.text().split(separator: "\n").prefix(40) {
      let characters = Array(row)
      #expect(characters.count < 46 || characters[45] == "│")
    }
    let library = FakeLibrary()
    _ = try Played("G k e type:a resize:80x24 type:b resize:140x40 type:c ^S", library: library)
    #expect(library.shelf.papers[PaperID(rawValue: 9)]?.notes[0].body.hasSuffix("abc") == true)
  }

  @Test("scrolls the paper with the keys of a pane until another key is pressed")
  func scrolls() throws {
    let library = FakeLibrary(.reading)
    let top = try Played("e ^O", rows: 20, library: library).lines[0].prefix(45)
    let down = try Played("e ^O j j", rows: 20, library: library).lines[0].prefix(45)
    #expect(top.contains("Language Models") && !down.contains("Language Models"))
    _ = try Played("e ^O G g g j Esc type:! ^S", rows: 20, library: library)
    #expect(library.shelf.papers[PaperID(rawValue: 3)]?.notes[0].body.hasSuffix("!") == true)
  }

  @Test("says so where there is no room for the paper")
  func noRoom() throws {
    #expect(
      try Played("e ^O", columns: 80).footer.contains("no room for the paper beside the note"))
    #expect(try Played("e M-z ^O").footer.contains("M-z sets it beside the paper"))
  }
}

@Suite("Drafts in time")
struct DraftTimeTests {
  /// Keys that come faster than frames put the draft off for 32 batches, which are handled in
  /// milliseconds; keys with any pause between them are each on disk before the next is waited for.
  @Test("are written at once when there is a pause, and soon when there is none")
  func soon() throws {
    let typed = String(repeating: "a", count: 200)
    let fast = FakeLibrary()
    let backend = TestBackend(
      size: Size(rows: 24, columns: 80), script: try keys("e type:\(typed)"), isFast: true)
    #expect(throws: TestBackend.ScriptEnded.self) {
      try Runtime(backend: backend, environment: fast, settings: BrowserSettings()).run()
    }
    var last = 0
    for draft in fast.savedDrafts {
      #expect(draft.body.count - last <= 32)
      last = draft.body.count
    }
    #expect(last == 200)
    let slow = FakeLibrary()
    _ = try Played("e type:\(typed)", library: slow)
    #expect(slow.savedDrafts.map(\.body.count) == Array(1...200))
  }
}
