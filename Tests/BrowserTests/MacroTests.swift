import ReadingModel
import Terminal
import TestSupport
import Testing

@testable import Browser

@Suite("A macro")
struct MacroTests {
  private func settings(_ macros: (String, String)...) throws -> BrowserSettings {
    let (keyMap, problems) = KeyMap.standard(
      overriding: [],
      macros: try macros.map { try Macro(keys: KeySequence(notation: $0.0), text: $0.1) })
    #expect(problems.isEmpty)
    return BrowserSettings(keyMap: keyMap)
  }

  @Test("carries out its commands in order, each a step of its own", arguments: [false, true])
  func order(_ isBurst: Bool) throws {
    let settings = try settings(("g r", "mark-read; next-unread; rate 3"))
    let library = FakeLibrary()
    let played = try Played("g r", library: library, settings: settings, inOneBatch: isBurst)
    #expect(
      library.changes == [
        .progress([PaperID(rawValue: 3)], ProgressChange(status: .read)),
        .progress([PaperID(rawValue: 4)], ProgressChange(rating: .set(3))),
      ])
    #expect(played.cursorRow.contains("InstructGPT"))
    let undone = try Played("g r u", library: FakeLibrary(), settings: settings)
    #expect(undone.library.shelf.papers[PaperID(rawValue: 3)]?.progress.status == .read)
    #expect(undone.library.shelf.papers[PaperID(rawValue: 4)]?.progress.rating == nil)
  }

  @Test("ends with the first command that is refused, and its sentence stays")
  func refusal() throws {
    let settings = try settings(("F2", "list nowhere; mark-read"))
    let played = try Played("F2", settings: settings)
    #expect(played.footer.contains("No list is called “nowhere”"))
    #expect(played.library.changes.isEmpty)
    let library = FakeLibrary()
    library.refusal = "The disk is full."
    let failed = try Played(
      "F3", library: library, settings: try self.settings(("F3", "mark-read; statistics")))
    #expect(failed.footer.contains("The disk is full.") && failed.model.layers.isEmpty)
  }

  @Test(
    "ends where a command asks for something",
    arguments: ["tags; undo", "history; q", "set; q", "set theme; q", "select-all; mark read; q"])
  func prompts(_ text: String) throws {
    let played = try Played("F2", settings: try settings(("F2", text)))
    #expect(!played.model.layers.isEmpty && !played.wasLeft)
    #expect(played.library.changes.isEmpty)
  }

  @Test("is carried out where a command could be written, and nowhere else")
  func places() throws {
    let settings = try settings(("F2", "mark-read"))
    #expect(try Played("H F2", settings: settings).footer.contains("The history is open"))
    #expect(try Played("e F2", settings: settings).library.changes.isEmpty)
    #expect(try Played("F2", settings: try self.settings(("F2", "q"))).wasLeft)
  }

  @Test("stands in help, among the keys, and where its first key was pressed")
  func help() throws {
    let settings = try settings(("g r", "mark-read; next-unread"))
    let lines = try Played("? / type:macro", rows: 90, settings: settings).lines
    #expect(lines.contains { $0.contains("No key matches") })
    let help = try Played("?", rows: 120, settings: settings).lines
    #expect(help.contains { $0.contains("MACROS") })
    #expect(help.contains { $0.contains("g r") && $0.contains("mark-read; next-unread") })
    #expect(try Played("g", settings: settings).screen.text().contains("r mark-read; next-unread"))
    #expect(
      try Played(": type:help\\ g\\ r Enter", settings: settings).footer.contains(
        "g r: mark-read; next-unread (a macro)"))
    let listing = ActionListing.text(ActionListing.all(in: settings.keyMap))
    #expect(listing.contains("Macros\n  g r"))
    #expect(ActionListing.markdown(ActionListing.all(in: settings.keyMap)).contains("## Macros"))
  }

  @Test("takes keys from actions that are not named, and not from those that are")
  func conflicts() throws {
    func macro(_ keys: String, _ text: String) throws -> Macro {
      try Macro(keys: KeySequence(notation: keys), text: text)
    }
    let (map, problems) = KeyMap.standard(
      overriding: [("undo", [try KeySequence(notation: "x")])],
      macros: [
        try macro("x", "redo"), try macro("y", "copy-key"), try macro("y y", "copy-title"),
      ])
    #expect(map.resolve(try KeySequence(notation: "x").keys) == .action(.undo))
    #expect(map.resolve(try KeySequence(notation: "y").keys) == .macro(try macro("y", "copy-key")))
    let said = problems.map(\.description)
    #expect(said.contains { $0.hasPrefix("“x” is undo now and no longer the macro “redo”") })
    #expect(said.contains { $0.hasPrefix("“y y” is the macro “copy-key” now and no longer the") })
    #expect(
      said.contains { $0.hasPrefix("“y u” is the macro “copy-key” now and no longer copy-a") })
    #expect(said.count == 2 + 5)
  }

  @Test(
    "is none where a command is wrong",
    arguments: [
      ("fly", "There is no command “fly”"), ("undo; mark done", "“done” does not fit"),
      ("", "No command is written"), (" ; ", "No command is written"),
    ])
  func wrong(_ text: String, _ sentence: String) throws {
    let keys = try KeySequence(notation: "F2")
    let error = #expect(throws: CommandError.self) { try Macro(keys: keys, text: text) }
    #expect(error?.description.contains(sentence) == true)
  }
}
