import Foundation
import TestSupport
import Testing

/// What the program turns on in a terminal, and that it is off wherever the terminal is given back.
@Suite("The modes of the terminal, in tmux", .enabled(if: TmuxTerminal.isInstalled), .serialized)
struct TerminalModesTests {
  /// The mouse as tmux knows it, and the title.
  private static let format = "#{mouse_button_flag}#{mouse_sgr_flag}#{alternate_on} #{pane_title}"
  private static let on = "111 Transformer to agents – Lectern"

  @Test("The mouse and the title are given back while stopped and at the end, and after a crash")
  func modes() throws {
    let terminal = try open("mouse = true\ntitle = true\nambiguous-width = \"probe\"\n").terminal
    let own = String(try terminal.state(Self.format).drop { $0 != " " })
    #expect(try terminal.state(Self.format) == Self.on, "\(own)")
    try terminal.press("C-z")
    try terminal.wait(for: "the shell") { _ in
      let state = try terminal.state(Self.format)
      return state.hasPrefix("000 ") && !state.contains("Lectern")
    }
    try terminal.type("fg")
    try terminal.press("Enter")
    try terminal.wait(for: "the browser again") { _ in
      try terminal.state(Self.format) == Self.on
    }
    let process = try #require(try terminal.foregroundProcess())
    #expect(kill(process, SIGSEGV) == 0)
    try terminal.wait(for: "the shell after the crash") { _ in
      let state = try terminal.state(Self.format)
      return state.hasPrefix("000 ") && !state.contains("Lectern")
    }
  }

  @Test("Nothing of the mouse is turned on unless it is asked for, and :set asks at once")
  func live() throws {
    let (program, terminal) = try open("")
    #expect(try terminal.state(Self.format).hasPrefix("001"))
    try terminal.type(":set mouse=true")
    try terminal.press("Enter")
    try terminal.wait(for: "the sentence") { $0.contains("mouse is true until you leave") }
    #expect(try terminal.state(Self.format).hasPrefix("111"))
    try terminal.type(":set theme=light")
    try terminal.press("Enter")
    try terminal.wait(for: "the theme") { $0.contains("theme is \"light\"") }
    try terminal.press("C-c")
    try terminal.wait(for: "the shell") { _ in
      try terminal.state(Self.format).hasPrefix("000")
    }
    let history = program.home.appendingPathComponent(".local/state/lectern/history")
    #expect(
      try String(contentsOf: history, encoding: .utf8) == "set mouse=true\nset theme=light\n")
  }

  private func open(
    _ configuration: String
  ) throws -> (program: BuiltProgram, terminal: TmuxTerminal) {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent(".config/lectern/config.toml")
    let seen = program.home.appendingPathComponent(".local/state/lectern/welcome-seen")
    for (file, text) in [(file, configuration), (seen, "")] {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let terminal = try TmuxTerminal(program)
    try terminal.type("clear; \(BuiltProgram.path)")
    try terminal.press("Enter")
    try terminal.wait(for: "the lists") { $0.contains("of 31 read") }
    return (program, terminal)
  }
}
