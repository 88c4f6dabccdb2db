import Foundation
import TestSupport
import Testing

@testable import LecternCommands

@Suite("Macros in the configuration")
struct MacroConfigurationTests {
  @Test("are read in their order, and kept apart from what cannot be followed")
  func reads() throws {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent("mine.toml")
    try Data(
      """
      [keys]
      undo = "x"

      [macros]
      "g r" = "mark-read; next-unread"
      F2 = "fly; undo"
      "x" = "redo"
      "Hyper-x" = "redo"

      """.utf8
    ).write(to: file)
    let checked = try program.run("config", "check", "--config", file.path)
    #expect(checked.code == 1)
    let lines = checked.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines.contains { $0.hasPrefix("mine.toml:6: the macro “F2”: There is no command “fly”") })
    #expect(lines.contains { $0.hasPrefix("mine.toml:2: “x” is undo now and no longer the macro") })
    #expect(lines.contains { $0.hasPrefix("mine.toml:8: the macro “Hyper-x”: ") })
    let keys = try program.run("keys", "--config", file.path)
    #expect(keys.output.contains("\nMacros\n"))
    #expect(keys.output.contains("mark-read; next-unread"))
    #expect(
      try program.run("config", "show", "--config", file.path).output.contains("macros\tg r, F2, "))
  }
}
