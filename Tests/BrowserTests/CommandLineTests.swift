import ReadingModel
import Terminal
import TestSupport
import Testing

@testable import Browser

@Suite("The command line")
struct CommandLineTests {
  private func prompt(_ played: Played) -> String { played.lines.dropLast(2).last ?? "" }

  @Test(
    "does what its commands say", arguments: [false, true])
  func changes(_ inOneBatch: Bool) throws {
    let played = try Played(
      ": type:mark\\ skipped Enter : type:rate\\ 4 Enter : type:pass\\ 2 Enter "
        + ": type:tag\\ +x\\ -y Enter", inOneBatch: inOneBatch)
    let changes = played.library.changes
    #expect(changes.count == 4)
    guard case .progress(let ids, let first) = changes.first else {
      Issue.record("The first is a change of progress.")
      return
    }
    #expect(first == ProgressChange(status: .skipped))
    #expect(
      changes.dropFirst() == [
        .progress(ids, ProgressChange(rating: .set(4))), .progress(ids, ProgressChange(pass: 2)),
        .tag(ids, add: ["x"], remove: ["y"]),
      ])
  }

  @Test("acts on what is selected, after the question")
  func selection() throws {
    let played = try Played("g g Space Space : type:mark\\ read Enter")
    #expect(played.footer.contains("Mark 2 papers as read?"))
    #expect(played.library.changes.isEmpty)
  }

  @Test("goes to an entry, to a list, and to what a query finds")
  func goes() throws {
    #expect(try Played(": 1 Enter").cursorRow.contains("Attention Is All You Need"))
    #expect(try Played(": type:7 Enter").cursorRow.contains("Mixture of Experts"))
    #expect(try Played(": type:99 Enter").footer.contains("no entry 99 here; there are 7 papers"))
    #expect(try Played(": type:list\\ list-2 Enter").lines.first?.contains("2025-W45") == true)
    #expect(
      try Played(": type:list\\ nowhere Enter").footer.contains("No list is called “nowhere”"))
    #expect(
      try Played(": type:find\\ flash Enter Esc").lines.first?.contains("Transformer") == true)
    #expect(try Played(": type:find\\ flash Enter").lines.first?.contains("Search: flash") == true)
  }

  @Test("carries out every action by its name, and leaves with q")
  func actions() throws {
    #expect(try Played(": type:history Enter").lines.first?.contains("History") == true)
    #expect(try Played(": type:q Enter").wasLeft)
    #expect(try Played(": type:quit Enter").wasLeft)
    #expect(!(try Played(": Esc").wasLeft))
  }

  @Test("keeps a wrong line on the screen, with the reason under it")
  func problem() throws {
    let played = try Played(": type:mark\\ done Enter")
    #expect(prompt(played).hasPrefix(" :mark done"))
    #expect(played.footer.contains("“done” does not fit; write :mark STATUS."))
    #expect(played.library.changes.isEmpty)
    let mended = try Played(": type:mark\\ done Enter ^W type:read Enter")
    #expect(mended.library.changes.count == 1)
  }

  @Test("completes with Tab, round and back, and shows the words above the line")
  func completes() throws {
    #expect(prompt(try Played(": type:mark-u Tab")).hasPrefix(" :mark-unread"))
    #expect(prompt(try Played(": type:set\\ th Tab Tab")).hasPrefix(" :set theme=standard"))
    let cycled = try Played(": type:mark\\ re Tab Tab")
    #expect(prompt(cycled) == " :mark read")
    #expect(cycled.lines.dropLast(3).last?.hasPrefix(" reading  read") == true)
    #expect(prompt(try Played(": type:mark\\ re Tab Tab Tab")).hasPrefix(" :mark reading"))
    #expect(prompt(try Played(": type:mark\\ re S-Tab")) == " :mark read")
    #expect(prompt(try Played(": type:list\\ list- Tab")).hasPrefix(" :list list-1"))
  }

  @Test("goes through what was entered before, and keeps what is entered now")
  func history() throws {
    let library = FakeLibrary()
    library.commandLines = ["rate 1", "pass 1"]
    let played = try Played(": Up Up Enter : type:pass\\ 1 Enter : Up", library: library)
    #expect(library.keptCommands == ["rate 1", "pass 1"])
    #expect(prompt(played).hasPrefix(" :pass 1"))
    var memory = CommandMemory()
    for number in 0..<600 { memory.add("rate \(number)") }
    memory.add("rate 300")
    #expect(memory.entered.count == CommandMemory.limit)
    #expect(memory.entered.last == "rate 300")
  }

  @Test("shows options, and changes one until the browser is left")
  func options() throws {
    let library = FakeLibrary()
    let played = try Played(": type:set\\ theme=mono Enter", library: library)
    #expect(played.backend.applied.map(\.theme) == [.mono])
    #expect(played.footer.contains("theme is mono until you leave."))
    #expect(
      try Played(": type:set\\ theme Enter", library: library).footer.contains(
        "theme is mono (this session), by default standard"))
    #expect(try Played(": type:set\\ nothing Enter").footer.contains("no option “nothing”"))
    #expect(try Played(": type:set\\ nothing=1 Enter").footer.contains("no option “nothing”"))
    let listed = try Played(": type:set Enter")
    #expect(listed.screen.text().contains("mouse  false     The mouse"))
    #expect(prompt(try Played(": type:set Enter j Enter")).hasPrefix(" :set mouse=false"))
    let ascii = try Played(": type:set\\ theme=ascii Enter")
    #expect(ascii.screen.text().contains("x  1"))
  }

  @Test("writes an option down with set!, beside the loop, and draws as it says from then on")
  func keepsOption() throws {
    let library = FakeLibrary()
    let played = try Played(": type:set!\\ theme=mono Enter wake", library: library)
    #expect(library.keptOptions == ["theme=mono"])
    #expect(played.backend.applied.map(\.theme) == [.mono])
    #expect(played.footer.contains("theme is mono in config.toml, line 3."))
    let again = try Played(": type:set!\\ theme Enter wake", library: library)
    #expect(library.keptOptions == ["theme=mono", "theme=mono"])
    #expect(again.footer.contains("theme is mono in config.toml"))
    #expect(prompt(try Played(": type:set!\\ th Tab Tab")).hasPrefix(" :set! theme=standard"))
    #expect(try Played(": type:set!\\ no=1 Enter wake").footer.contains("no option “no”"))
    library.refusal = "The folder may not be written to."
    let refused = try Played(": type:set!\\ theme=dark Enter wake", library: library)
    #expect(refused.footer.contains("The folder may not be written to."))
    #expect(library.theme == "mono" && refused.backend.applied.isEmpty)
    #expect(try Played(": type:set Enter").screen.text().contains("set! keeps one"))
  }

  @Test(
    "says what a key does",
    arguments: [
      ("r", "r: Mark as read (mark-read)"), ("g\\ g", "g g: Go to the first line (first)"),
      ("y", "y goes on: u copy-address"), ("F9", "“F9” has no meaning"),
      ("mark-read", "mark-read: Mark as read · r"), ("nonsense", "neither a key nor an action"),
    ])
  func help(_ key: String, _ sentence: String) throws {
    #expect(try Played(": type:help\\ \(key) Enter").footer.contains(sentence))
  }

  @Test(
    "cuts a paste of a megabyte and says so, in every prompt", arguments: [":", "/", "^P", "t"])
  func longPaste(_ key: String) throws {
    let text = String(repeating: "attention\n", count: 100_000)
    var events = try keys(key)
    events.append(.paste(text))
    let played = try Played(events: events, size: Size(rows: 24, columns: 120))
    #expect(played.screen.text().contains("The rest was left out"))
    var input = LineInput()
    _ = input.handle(.paste(text))
    #expect(input.text.utf8.count <= LineInput.longest)
    _ = input.handle(.key(.character("x")))
    #expect(input.text.utf8.count <= LineInput.longest)
  }
}
