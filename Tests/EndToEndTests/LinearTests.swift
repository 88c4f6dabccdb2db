import Foundation
import TestSupport
import Testing

/// The linear mode at a terminal, as a person uses it.
@Suite("The linear mode, in tmux", .enabled(if: TmuxTerminal.isInstalled), .serialized)
struct LinearTests {
  @Test("The daily round in lines on a terminal that can only print")
  func dailyRound() throws {
    let program = try BuiltProgram()
    let terminal = try open(program)
    try say(terminal, "next", for: "4: Adaptive Mixtures")
    try say(terminal, "read 1", for: "Marked “Attention Is All You Need” as read.")
    try say(terminal, "list reading-order", for: "20 of 31; `more` goes on.")
    try say(terminal, "more", for: "31: ")
    try say(terminal, "3", for: "Read first: Transformer, read")
    try say(terminal, "note", for: "a line with one dot saves it")
    try say(terminal, "masked words", for: "note: masked words")
    try say(terminal, ".", for: "Saved a note on “BERT”.")
    try say(terminal, "undo", for: "Undone: Saved a note on “BERT”. `redo` does it again.")
    try say(terminal, "skip 2 4", for: "Mark 2 papers as skipped? Answer yes or no.")
    try say(terminal, "yes", for: "Marked 2 papers as skipped.")
    #expect(try terminal.state("#{alternate_on}") == "0")
    try say(terminal, "quit", for: "ready>")
    #expect(try program.run("list", "reading-order").output.contains("\tskipped\t"))
  }

  @Test("^C leaves, and the note that was being typed is kept as a draft")
  func interrupt() throws {
    let program = try BuiltProgram()
    let terminal = try open(program)
    try say(terminal, "show 1706.03762", for: "State: unread.")
    try say(terminal, "note", for: "a line with one dot saves it")
    try say(terminal, "half a thought", for: "note: half a thought\nnote:")
    try terminal.press("C-c")
    try terminal.wait(for: "the shell") { screen in
      screen.contains("is kept as a draft.") && screen.contains("\nready>")
    }
    let next = try program.run("--linear", input: "draft\n.\n")
    #expect(next.output.contains("Saved a note on “Attention Is All You Need”."))
    #expect(try program.run("note", "1706.03762").output == "half a thought\n")
  }

  @Test("A note being typed is on disk when the program is killed")
  func killed() throws {
    let program = try BuiltProgram()
    let terminal = try open(program)
    try say(terminal, "show 1706.03762", for: "State: unread.")
    try say(terminal, "note", for: "a line with one dot saves it")
    try say(terminal, "half a thought", for: "note: half a thought\nnote:")
    let process = try #require(try terminal.foregroundProcess())
    #expect(kill(process, SIGKILL) == 0)
    try terminal.wait(for: "the shell") { $0.contains("ready>") }
    let next = try program.run("--linear", input: "draft\n.\n")
    #expect(next.output.contains("Saved a note on “Attention Is All You Need”."))
  }

  private func open(_ program: BuiltProgram) throws -> TmuxTerminal {
    let terminal = try TmuxTerminal(program)
    try terminal.type("clear; TERM=dumb \(BuiltProgram.path) --linear")
    try terminal.press("Enter")
    try terminal.wait(for: "the prompt") { $0.contains("\nlectern:") && $0.contains("Next is ") }
    return terminal
  }

  /// Types a line and waits for what is said to it.
  private func say(_ terminal: TmuxTerminal, _ line: String, for answer: String) throws {
    try terminal.type(line)
    try terminal.press("Enter")
    // Lines longer than the terminal are broken by it, wherever that is.
    let wanted = answer.filter { $0 != "\n" }
    try terminal.wait(for: answer) { screen in
      screen.contains(answer) || screen.filter { $0 != "\n" }.contains(wanted)
    }
  }
}
