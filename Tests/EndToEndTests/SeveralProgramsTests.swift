import Foundation
import TestSupport
import Testing

/// Several programs on one library.
///
/// `make several` is the long form of it.
@Suite("Several programs, in tmux", .enabled(if: TmuxTerminal.isInstalled), .serialized)
struct SeveralProgramsTests {
  @Test("A browser shows what another program did at its next key, whatever that was")
  func nextKey() throws {
    let program = try BuiltProgram()
    try program.done("lists")
    let first = try TmuxTerminal.browser(program)
    let second = try TmuxTerminal.browser(program)
    try first.press("r")
    try first.wait(for: "the mark") { $0.contains("1 of 31 read") }
    try second.press("j")
    try second.wait(for: "the mark of the first") { $0.contains("1 of 31 read") }
    try second.press("r")
    try second.wait(for: "the mark") { $0.contains("2 of 31 read") }
    try first.press("j")
    try first.wait(for: "the mark of the second") { $0.contains("2 of 31 read") }
    try program.done("mark", "read", "1810.04805")
    try program.done("note", "2005.14165", "From a command.")
    try first.press("j", "j")
    try first.wait(for: "the mark and the note of the commands") {
      $0.contains("3 of 31 read") && $0.contains("From a command.")
    }
    let list = program.home.appendingPathComponent("other.bib").path
    try "@misc{a, title = {Never Seen Before}}\n".write(
      toFile: list, atomically: true, encoding: .utf8)
    try program.done("import", list, "--list", "brand-new", "--title", "Brand new")
    try second.press("k")
    try second.wait(for: "the list that was imported") { $0.contains("Brand new") }
    try program.done("undo")
    try second.press("j")
    try second.wait(for: "the list to go") { !$0.contains("Brand new") }
    // One history for all: the newest step is taken back wherever it was made.
    try first.press("u")
    try first.wait(for: "the note to go") { !$0.contains("From a command.") }
    try first.leave()
    try second.leave()
    #expect(try program.run("doctor").code == 0)
  }

  @Test("Two browsers, a loop of commands and an import at once lose nothing")
  func atOnce() throws {
    let program = try BuiltProgram()
    try program.done("mark", "reading", "2005.14165")
    let before = try program.done("export", "--format", "json")
    let entries = (0..<400).map { "- [Paper \($0)](https://example.org/\($0))\n" }.joined()
    try "# Many\n\n\(entries)".write(
      to: program.home.appendingPathComponent("many.md"), atomically: true, encoding: .utf8)
    let first = try TmuxTerminal.browser(program)
    let second = try TmuxTerminal.browser(program)
    try first.press("g", "g")
    try second.press("J")
    try second.wait(for: "the week") { $0.contains("0 of 10 read") }
    let shell = try TmuxTerminal(program)
    let lectern = BuiltProgram.path
    try shell.enter(
      "\(lectern) import many.md >imported 2>&1 & i=0; while [ $i -lt 30 ]; do i=$((i+1)); "
        + "\(lectern) tag 1706.03762 +t$i >>tagged 2>>refused; done; wait; echo all\"\" done")
    for number in 1...10 {
      try first.press("r")
      try second.press("r")
      try first.wait(for: "mark \(number)") { $0.contains("\(number) of 31 read") }
      try second.wait(for: "mark \(number) of the week") { $0.contains("\(number) of 10 read") }
      try first.press("j")
      try second.press("j")
    }
    try shell.wait(for: "the commands") { $0.contains("all done") }
    try first.leave()
    try second.leave()

    func lines(_ name: String) throws -> [Substring] {
      try String(contentsOf: program.home.appendingPathComponent(name), encoding: .utf8)
        .split(separator: "\n")
    }
    #expect(try lines("refused") == [])
    #expect(try lines("tagged").count == 30)
    #expect(try lines("imported").contains { $0.contains("400") })
    let steps = try program.done("history").split(separator: "\n").count
    #expect(steps == 1 + 10 + 10 + 30 + 1)
    #expect(try program.run("doctor").code == 0)
    try program.done("undo", "\(steps - 1)")
    #expect(try program.done("export", "--format", "json") == before)
    #expect(try program.run("doctor").code == 0)
  }
}
