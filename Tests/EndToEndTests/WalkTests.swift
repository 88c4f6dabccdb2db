import Foundation
import TestSupport
import Testing

/// Walks through the screens that a week with papers leads through.
@Suite("A week, in tmux", .enabled(if: TmuxTerminal.isInstalled), .serialized)
struct WalkTests {
  @Test("A week is decided one paper at a time, and taken back the same way")
  func triage() throws {
    let program = try BuiltProgram()
    try program.done("lists")
    let before = try program.done("export", "--format", "json")
    let terminal = try TmuxTerminal.browser(program, columns: 80, rows: 24)
    try terminal.press("w")
    try terminal.wait(for: "the newest week") { $0.contains("2025-W45") }
    try terminal.press("T")
    for (key, number) in zip(["a", "r", "s", "l", "s", "s", "s", "s", "s", "s"], 1...) {
      try terminal.wait(for: "paper \(number)") { $0.contains("\(number) of 10") }
      try terminal.press(key)
    }
    // What was left for later comes again.
    try terminal.wait(for: "the paper for later") { $0.contains("10 of 10") }
    try terminal.press("i")
    try terminal.wait(for: "the end") { $0.contains("Esc leave") && $0.contains("Marked") }
    let statuses = try program.done("list", "papers-you-should-know").split(separator: "\n").map {
      $0.split(separator: "\t")[1]
    }
    #expect(
      statuses == [
        "queued", "read", "skipped", "reading", "skipped", "skipped", "skipped", "skipped",
        "skipped", "skipped",
      ])
    // What was left for later is taken back too, and is no step of the history.
    for left in [9, 8, 7, 6, 5, 4, 3, 3, 2, 1, 0] {
      try terminal.press("u")
      try terminal.wait(for: "\(left) decisions") { _ in
        try program.done("history").split(separator: "\n").count { $0.contains("\tdone\t") } == left
      }
    }
    try terminal.leave()
    #expect(try program.done("export", "--format", "json") == before)
  }

  @Test("A bulk mark asks once, is one step, and one key takes it back")
  func bulk() throws {
    let program = try BuiltProgram()
    try program.done("mark", "read", "1706.03762")
    let before = try program.done("export", "--format", "json")
    let terminal = try TmuxTerminal.browser(program)
    try terminal.press("*")
    try terminal.wait(for: "the selection") { $0.contains("All of them are selected") }
    try terminal.press("s")
    try terminal.wait(for: "the question") { $0.contains("papers as skipped?") }
    #expect(try program.done("export", "--format", "json") == before)
    try terminal.press("y")
    try terminal.wait(for: "the sentence") { $0.contains("u undo") && $0.contains("skipped") }
    #expect(try program.done("history").split(separator: "\n").count == 2)
    #expect(
      try program.done("list", "reading-order").split(separator: "\n")
        .allSatisfy { $0.contains("\tskipped\t") })
    try terminal.press("u")
    try terminal.wait(for: "the mark to be taken back") { $0.contains("1 of 31 read") }
    try terminal.leave()
    #expect(try program.done("export", "--format", "json") == before)
  }

  @Test("A paper is marked on the map, and the statistics count it")
  func mapAndStatistics() throws {
    let program = try BuiltProgram()
    let terminal = try TmuxTerminal.browser(program)
    try terminal.press("g", "g", "m")
    try terminal.wait(for: "the map") { $0.contains("Map · ") && $0.contains("○  1 Transformer") }
    try terminal.press("r")
    try terminal.wait(for: "the mark on the map") { $0.contains("✓  1 Transformer") }
    try terminal.press("l")
    try terminal.wait(for: "what builds on it") { $0.contains("After ✓ 1 Transformer") }
    try terminal.press("q")
    try terminal.wait(for: "the panes") { $0.contains("1 of 31 read") }
    try terminal.press("S")
    try terminal.wait(for: "the statistics") {
      $0.contains("1 read · 0 skipped") && $0.contains("30 left of 31")
    }
    try terminal.press("q", "u")
    try terminal.wait(for: "the mark to be taken back") { $0.contains("0 of 31 read") }
    try terminal.leave()
  }
}
