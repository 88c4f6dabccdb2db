import Foundation
import TestSupport
import Testing

/// The program in a real terminal, as a person uses it.
@Suite("The daily round, in tmux", .enabled(if: TmuxTerminal.isInstalled), .serialized)
struct DailyRoundTests {
  @Test("A mark and a note are still there after quitting and starting again")
  func marksAndNotesStay() throws {
    let program = try BuiltProgram()
    let terminal = try openBrowser(program)
    try terminal.press("r")
    try terminal.wait(for: "the mark") { $0.contains("Marked “Attention Is All You Need” as read") }
    try terminal.press("e")
    try terminal.wait(for: "the editor") { $0.contains("Note on") }
    try terminal.type("attention stayed")
    try terminal.press("C-s")
    try terminal.wait(for: "the note") { $0.contains("Saved a note on") }
    try quit(terminal)
    try terminal.type("clear; \(BuiltProgram.path)")
    try terminal.press("Enter")
    // It opens at what is next; the paper that was read stands above.
    try terminal.wait(for: "the lists") { $0.contains("1 of 31 read") }
    try terminal.press("k")
    try terminal.wait(for: "the note in the paper pane") {
      $0.contains("attention stayed") && $0.contains("1 of 31 read")
    }
    #expect(try program.run("note", "1706.03762").output == "attention stayed\n")
    let folder = program.home.appendingPathComponent("notes").path
    let export = ["export", "--format", "markdown", "-o", folder]
    #expect(try program.run(list: export).output.hasPrefix("Wrote 1 of 1 notes"))
    let file = folder + "/Attention Is All You Need.md"
    let contents = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(String(decoding: contents, as: UTF8.self).contains("attention stayed"))
    #expect(try program.run(list: export).output.hasPrefix("Wrote 0 of 1 notes"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == contents)
  }

  @Test("A program killed in the note editor offers the draft at the next start")
  func draftIsOffered() throws {
    let program = try BuiltProgram()
    let terminal = try openBrowser(program)
    try terminal.press("e")
    try terminal.wait(for: "the editor") { $0.contains("Note on") }
    try terminal.type("half a thought about attention")
    try terminal.wait(for: "the text") { $0.contains("half a thought about attention") }
    let process = try #require(try terminal.foregroundProcess())
    #expect(kill(process, SIGKILL) == 0)
    // The killed program left the terminal raw, where only ^J ends a line.
    try terminal.press("C-j")
    try terminal.type("stty sane; clear; \(BuiltProgram.path)")
    try terminal.press("C-j")
    try terminal.wait(for: "the offer") {
      $0.contains("Not saved: a note on “Attention Is All You Need”")
    }
    try terminal.press("e")
    try terminal.wait(for: "the draft") { $0.contains("half a thought about attention") }
  }

  @Test("Suspending gives the shell back, and fg brings the screen back")
  func suspendAndResume() throws {
    let program = try BuiltProgram()
    let terminal = try openBrowser(program)
    try terminal.press("C-z")
    try terminal.wait(for: "the shell") { $0.contains("ready>") && !$0.contains("of 31 read") }
    #expect(try terminal.state("#{alternate_on}") == "0")
    try terminal.type("fg")
    try terminal.press("Enter")
    try terminal.wait(for: "the browser") { $0.contains("of 31 read") }
    try quit(terminal)
  }

  @Test("The screen follows the size of the terminal")
  func resize() throws {
    let program = try BuiltProgram()
    let terminal = try openBrowser(program)
    try terminal.resize(columns: 80, rows: 24)
    try terminal.wait(for: "the narrow screen") { screen in
      screen.split(separator: "\n", omittingEmptySubsequences: false).first?
        .contains("31") == true
    }
    try terminal.resize(columns: 40, rows: 10)
    try terminal.wait(for: "the small screen") { $0.contains("Attention Is All") }
    try terminal.resize(columns: 120, rows: 40)
    try terminal.wait(for: "three panes") { $0.contains("WEEKLY LISTS") }
    try quit(terminal)
  }

  @Test("SIGTERM and SIGHUP leave the terminal as it was", arguments: [SIGTERM, SIGHUP])
  func signals(signal: Int32) throws {
    let program = try BuiltProgram()
    let terminal = try openBrowser(program)
    let process = try #require(try terminal.foregroundProcess())
    #expect(kill(process, signal) == 0)
    try terminal.wait(for: "the shell") { $0.contains("ready>") && !$0.contains("of 31 read") }
    #expect(try terminal.state("#{alternate_on}") == "0")
    try terminal.type("echo still-echoing")
    try terminal.press("Enter")
    try terminal.wait(for: "echo") { $0.contains("\nstill-echoing") }
  }

  @Test("A crash gives the terminal back")
  func crash() throws {
    let program = try BuiltProgram()
    let terminal = try openBrowser(program)
    let process = try #require(try terminal.foregroundProcess())
    #expect(kill(process, SIGABRT) == 0)
    try terminal.wait(for: "the shell") { $0.contains("ready>") }
    #expect(try terminal.state("#{alternate_on}") == "0")
    try terminal.type("echo still-echoing")
    try terminal.press("Enter")
    try terminal.wait(for: "echo") { $0.contains("\nstill-echoing") }
  }

  @Test("An editor that is left with an error changes nothing; one that saves does")
  func externalEditor() throws {
    let program = try BuiltProgram()
    let editor = try program.editor(
      "[ -e abort ] && { echo lost >\"$1\"; exit 1; }\necho from the editor >\"$1\"")
    let abort = program.home.appendingPathComponent("abort")
    try "".write(to: abort, atomically: true, encoding: .utf8)
    let terminal = try openBrowser(program, with: ["VISUAL": editor])
    try terminal.press("E")
    try terminal.wait(for: "the refusal") { $0.contains("stays as it was") }
    #expect(try program.run("note", "1706.03762").output.isEmpty)
    try FileManager.default.removeItem(at: abort)
    try terminal.press("E")
    try terminal.wait(for: "the note") { $0.contains("Saved a note on") }
    try quit(terminal)
    #expect(try program.run("note", "1706.03762").output == "from the editor\n")
  }

  private func openBrowser(
    _ program: BuiltProgram, with variables: [String: String] = [:]
  ) throws -> TmuxTerminal {
    let terminal = try TmuxTerminal(program)
    for (name, value) in variables {
      try terminal.type("export \(name)='\(value)'")
      try terminal.press("Enter")
    }
    try terminal.type("clear; \(BuiltProgram.path)")
    try terminal.press("Enter")
    // The welcome stands in front the first time; any key that leaves it shows the lists.
    try terminal.wait(for: "the welcome") { $0.contains("Welcome") }
    try terminal.press("Enter")
    try terminal.wait(for: "the lists") { $0.contains("of 31 read") && !$0.contains("Welcome") }
    return terminal
  }

  private func quit(_ terminal: TmuxTerminal) throws {
    try terminal.press("C-c")
    try terminal.wait(for: "the shell") { $0.contains("ready>") && !$0.contains("of 31 read") }
  }
}
