import Foundation
import TestSupport
import Testing

/// Terminals, keys and other programs that do what they should not.
@Suite("Bad input, in tmux", .enabled(if: TmuxTerminal.isInstalled), .serialized)
struct BadInputTests {
  @Test("A terminal of ten columns says what it needs, and what was typed there is kept")
  func tiny() throws {
    let program = try BuiltProgram()
    let terminal = try TmuxTerminal.browser(program)
    try terminal.press("e")
    try terminal.wait(for: "the editor") { $0.contains("Note on") }
    try terminal.type("before ")
    try terminal.wait(for: "the text") { $0.contains("before") }
    try terminal.resize(columns: 10, rows: 3)
    try terminal.wait(for: "what is needed") { $0.contains("Too small") }
    try terminal.type("and while")
    try terminal.resize(columns: 120, rows: 40)
    try terminal.wait(for: "all of the text") { $0.contains("before and while") }
    try terminal.press("C-s")
    try terminal.wait(for: "the note") { $0.contains("Saved a note on") }
    try terminal.leave()
    #expect(try program.done("note", "1706.03762") == "before and while\n")
  }

  @Test("A storm of sizes ends in the screen of the last one")
  func resizeStorm() throws {
    let program = try BuiltProgram()
    let terminal = try TmuxTerminal.browser(program)
    for step in 0..<60 {
      try terminal.resize(columns: 10 + step * 37 % 160, rows: 3 + step * 13 % 50)
      if step % 7 == 0 { try terminal.press("j") }
      if step % 11 == 0 { try terminal.press("m") }
      if step % 11 == 1 { try terminal.press("Escape") }
    }
    try terminal.resize(columns: 80, rows: 24)
    let screen = try terminal.wait(for: "the last size") { screen in
      let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.count >= 24 && lines[23].contains("? help") && lines[0].contains("/31 ")
        && lines[1].allSatisfy { $0 == "─" } && lines[1].count == 80
    }
    #expect(screen.contains("▌"))
    try terminal.leave()
  }

  @Test("Keys that come faster than any hand end where the last one leads")
  func heldKeys() throws {
    let program = try BuiltProgram()
    let terminal = try TmuxTerminal.browser(program)
    for _ in 0..<10 { try terminal.press(Array(repeating: "j", count: 200)) }
    try terminal.press("k", "r")
    try terminal.wait(for: "the mark on the last but one") {
      $0.contains("1 of 31 read") && $0.contains("Marked “Adaptive Mixtures of Local Experts”")
    }
    for _ in 0..<5 { try terminal.press(Array(repeating: ["+", "-"], count: 50).flatMap(\.self)) }
    try terminal.press("u", "u", "U")
    try terminal.wait(for: "the last key") { $0.contains("as unread") }
    try terminal.leave()
    #expect(try program.run("doctor").code == 0)
    #expect(try program.done("history").split(separator: "\n").count > 300)
  }

  @Test("An editor that is missing, killed or hangs loses nothing and is said in a sentence")
  func editors() throws {
    let program = try BuiltProgram()
    let killed = try script(program, "killed", "echo lost >\"$1\"; kill -9 $$")
    let hanging = try script(program, "hanging", "echo $$ >hangs; exec sleep 1000")
    for (editor, sign) in [
      ("/nonexistent/editor", "“/nonexistent/editor” could not be started (No such file"),
      (killed, "stays as it was"),
    ] {
      let terminal = try TmuxTerminal.browser(program, shell: ["export VISUAL='\(editor)'"])
      try terminal.press("E")
      try terminal.wait(for: sign) { $0.contains(sign) }
      try terminal.press("e")
      try terminal.wait(for: "the editor here") { $0.contains("Note on") }
      try terminal.type("typed")
      try terminal.wait(for: "the text") { $0.contains("typed") }
      try terminal.press("C-x")
      try terminal.wait(for: sign) { $0.contains("typed") && $0.contains(String(sign.suffix(15))) }
      try terminal.press("Escape")
      try terminal.wait(for: "the question") { $0.contains("d discard") }
      try terminal.press("d")
      try terminal.wait(for: "the panes") { $0.contains("? help") }
      try terminal.leave()
    }
    let terminal = try TmuxTerminal.browser(program, shell: ["export VISUAL='\(hanging)'"])
    try terminal.press("E")
    let mark = program.home.appendingPathComponent("hangs").path
    try terminal.wait(for: "the editor to hang") { _ in
      FileManager.default.fileExists(atPath: mark)
    }
    try terminal.press("C-c")
    try terminal.wait(for: "the browser") { $0.contains("stays as it was") }
    try terminal.leave()
    #expect(try program.run("note", "1706.03762").output.isEmpty)
    #expect(try program.done("history").isEmpty)
  }

  @Test("An opener that is missing is said; one that hangs holds nothing up")
  func openers() throws {
    let program = try BuiltProgram()
    let hanging = try script(program, "hanging", "echo $$ >hangs; exec sleep 1000")
    let configuration = program.home.appendingPathComponent(".config/lectern/config.toml")
    try FileManager.default.createDirectory(
      at: configuration.deletingLastPathComponent(), withIntermediateDirectories: true)
    try "opener = [\"/nonexistent/opener\"]\n".write(
      to: configuration, atomically: true, encoding: .utf8)
    var terminal = try TmuxTerminal.browser(program)
    try terminal.press("o")
    try terminal.wait(for: "the sentence") { $0.contains("could not be started") }
    try terminal.leave()
    try "opener = [\"\(hanging.replacing(" ", with: "\", \""))\"]\n".write(
      to: configuration, atomically: true, encoding: .utf8)
    terminal = try TmuxTerminal.browser(program)
    try terminal.press("o")
    try terminal.wait(for: "the sentence") { $0.contains("Opened https://arxiv.org") }
    let mark = program.home.appendingPathComponent("hangs")
    try terminal.wait(for: "the opener to hang") { _ in
      FileManager.default.fileExists(atPath: mark.path)
    }
    try terminal.press("r")
    try terminal.wait(for: "the mark") { $0.contains("1 of 31 read") }
    try terminal.leave()
    let opener = try String(contentsOf: mark, encoding: .utf8)
    kill(try #require(Int32(opener.trimmingCharacters(in: .whitespacesAndNewlines))), SIGKILL)
  }

  @Test("A terminal that takes no clipboard changes nothing else")
  func clipboard() throws {
    let program = try BuiltProgram()
    let terminal = try TmuxTerminal.browser(program)
    for (key, words) in [("u", "address"), ("t", "title"), ("b", "BibTeX entry"), ("k", "key")] {
      try terminal.press("y", key)
      try terminal.wait(for: words) { $0.contains("Copied the \(words)") }
    }
    #expect(try terminal.screen().hasPrefix(" Transformer to agents"))
    try terminal.leave()
  }

  @Test(
    "Every terminal with a cursor shows the same screen",
    arguments: ["xterm-256color", "screen", "screen-256color", "tmux-256color", "linux", "vt100"])
  func terminals(name: String) throws {
    let program = try BuiltProgram()
    let terminal = try TmuxTerminal.browser(
      program, columns: 80, rows: 24, shell: ["export TERM=\(name)"])
    try terminal.press("g", "g", "r")
    let screen = try terminal.wait(for: "the mark") { $0.contains("1/31") }
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix(" Transformer to agents") && lines[1].allSatisfy { $0 == "─" })
    #expect(lines.contains { $0.hasPrefix("▌  ✓  1  Transformer  Attention Is All You Need") })
    #expect(lines.count { $0.contains("  2018") || $0.contains("  2017") } >= 2)
    try terminal.leave()
  }

  @Test("A terminal without a cursor is refused with a sentence, and stays as it was")
  func dumbTerminal() throws {
    let program = try BuiltProgram()
    let terminal = try TmuxTerminal(program)
    for (name, sentence) in [
      ("dumb", "The terminal “dumb” cannot move its cursor"), ("nonsense", "“nonsense”"),
    ] {
      try terminal.enter("clear; stty -a >before; TERM=\(name) \(BuiltProgram.path); echo code $?")
      try terminal.wait(for: "the sentence") { $0.contains(sentence) && $0.contains("\ncode 2") }
      try terminal.enter("clear; stty -a | diff - before && echo the\"\" same")
      try terminal.wait(for: "the modes of before") { $0.contains("the same") }
    }
  }

  /// Writes a line of shell and gives the words that run it.
  ///
  /// The file is not run itself: another test may start a program while it is open to be written.
  private func script(_ program: BuiltProgram, _ name: String, _ line: String) throws -> String {
    let file = program.home.appendingPathComponent(name)
    try "\(line)\n".write(to: file, atomically: true, encoding: .utf8)
    return "sh \(file.path)"
  }
}
