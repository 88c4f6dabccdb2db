import Foundation
import TestSupport
import Testing

@Suite("Bad input")
struct BadInputTests {
  @Test(
    "Every refusal has its exit code and one sentence",
    arguments: [
      (["frobnicate"], 2, "frobnicate"),
      (["mark", "devoured", "1706.03762"], 2, "devoured"),
      (["mark", "read", "1706.03762", "--pass", "7"], 2, "0, 1, 2 or 3"),
      (["next", "--count", "0"], 2, "1 or more"),
      (["undo", "0"], 2, "1 or more"),
      (["export", "--list", "a", "--query", "b"], 2, "exclude"),
      ([], 2, "needs a terminal"),
      (["list", "reading-ordr"], 3, "reading-order"),
      (["show", "Atention is all you need"], 3, "arxiv:1706.03762"),
      (["show", "language models"], 3, "several"),
      (["next", "nowhere"], 3, "no list answers"),
      (["queue", "remove", "BERT"], 1, "not in the queue"),
      (["tag", "BERT", "+"], 1, "no tag was named"),
    ])
  func refusals(arguments: [String], code: Int32, words: String) throws {
    let result = try BuiltProgram().run(list: arguments)
    #expect(result.code == code)
    #expect(result.complaint.contains(words))
    #expect(result.output.isEmpty)
  }

  @Test("A file that is no library is refused and left as it was")
  func noLibrary() throws {
    let program = try BuiltProgram()
    let text = String(repeating: "these are not the pages you are looking for\n", count: 200)
    try text.write(toFile: program.library, atomically: true, encoding: .utf8)
    let result = try program.run("lists")
    #expect(result.code == 4 && result.complaint.contains("is not a Lectern library"))
    #expect(try String(contentsOfFile: program.library, encoding: .utf8) == text)
  }

  @Test("A library of a newer program is refused and left as it was")
  func newerLibrary() throws {
    let program = try BuiltProgram()
    _ = try program.run("lists")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: program.library))
    // The user version stands at offset 60, big-endian (SQLite file format, section 1.3).
    bytes.replaceSubrange(60..<64, with: [0, 0, 3, 231])
    try bytes.write(to: URL(fileURLWithPath: program.library))
    let result = try program.run("mark", "read", "BERT")
    #expect(result.code == 4 && result.complaint.contains("newer Lectern (schema 999)"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: program.library)) == bytes)
  }

  @Test("A damaged library is refused with exit 4, whatever is asked")
  func damagedLibrary() throws {
    let program = try BuiltProgram()
    _ = try program.run("lists")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: program.library))
    bytes.replaceSubrange(200..<bytes.count, with: repeatElement(0xA5, count: bytes.count - 200))
    try bytes.write(to: URL(fileURLWithPath: program.library))
    for arguments in [["lists"], ["mark", "read", "BERT"]] {
      let result = try program.run(list: arguments)
      #expect(result.code == 4 && result.complaint.hasPrefix("lectern: "))
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: program.library)) == bytes)
  }

  @Test("A place where no library can be made is refused with exit 4")
  func noFolder() throws {
    let program = try BuiltProgram()
    let result = try program.run("--library", "/proc/lectern/library.db", "lists")
    #expect(result.code == 4 && result.complaint.contains("/proc/lectern/library.db"))
  }

  @Test("A wrong key in the configuration is named with its line, and the default stays")
  func badConfiguration() throws {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent("config.toml").path
    try "ascii = true\n\n[keys]\nmark-read = \"NoSuchKey\"\n".write(
      toFile: file, atomically: true, encoding: .utf8)
    let check = try program.run("--config", file, "config", "check")
    #expect(check.code == 1 && check.output.contains("config.toml:4: mark-read"))
    let keys = try program.run("--config", file, "keys").output
    #expect(keys.split(separator: "\n").contains { $0.contains("mark-read") && $0.contains("r ") })
  }

  @Test("An unknown terminal is named", .enabled(if: TmuxTerminal.isInstalled))
  func unknownTerminal() throws {
    let program = try BuiltProgram()
    let terminal = try TmuxTerminal(program)
    try terminal.type("TERM=no-such-terminal \(BuiltProgram.path); echo code $?")
    try terminal.press("Enter")
    try terminal.wait(for: "the refusal") {
      $0.contains("no-such-terminal") && $0.contains("code 2")
    }
  }
}
