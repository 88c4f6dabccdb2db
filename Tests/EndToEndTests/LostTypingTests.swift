import Foundation
import TestSupport
import Testing

/// What was typed when the program ends without being asked to.
@Suite("Typing that is cut off, in tmux", .enabled(if: TmuxTerminal.isInstalled), .serialized)
struct LostTypingTests {
  /// Two thousand words, no two of them equal, twelve on a line.
  private static let note = stride(from: 0, to: 2_000, by: 12).map { start in
    (start..<min(start + 12, 2_000)).map { "word\($0)" }.joined(separator: " ")
  }.joined(separator: "\n")

  @Test("A kill in the middle of a long note loses nothing that was on the screen")
  func killed() throws {
    let program = try BuiltProgram()
    let terminal = try TmuxTerminal.browser(program)
    try write(Self.note, in: terminal)
    try terminal.type(" and zebra")
    try terminal.wait(for: "what was typed") { $0.contains(" and zebra") }
    // A frame is drawn only after the draft is on the disk.
    #expect(try draft(of: program) == Self.note + " and zebra")
    let process = try #require(try terminal.foregroundProcess())
    try terminal.type(" more")
    #expect(kill(process, SIGKILL) == 0)
    try wait(forEndOf: process)
    let left = try draft(of: program)
    #expect((Self.note + " and zebra more").hasPrefix(left))
    #expect(left.hasPrefix(Self.note + " and zebra"))
    // The killed program left the terminal raw, where only ^J ends a line.
    try terminal.press("C-j")
    try terminal.type("stty sane; clear; \(BuiltProgram.path)")
    try terminal.press("C-j")
    try takeOffer(in: terminal)
    #expect(try program.run("note", "1706.03762").output == left + "\n")
    #expect(try program.run("doctor").code == 0)
  }

  @Test("A terminal that is closed loses nothing at all")
  func closed() throws {
    let program = try BuiltProgram()
    let first = try TmuxTerminal.browser(program)
    try write(Self.note, in: first)
    try first.type(" to the end")
    try first.wait(for: "what was typed") { $0.contains(" to the end") }
    let process = try #require(try first.foregroundProcess())
    first.close()
    try wait(forEndOf: process)
    #expect(try draft(of: program) == Self.note + " to the end")
    let second = try TmuxTerminal(program)
    try second.openBrowser()
    try takeOffer(in: second)
    #expect(try program.run("note", "1706.03762").output == Self.note + " to the end\n")
    // The draft is gone with the saving; the next start offers nothing.
    #expect(try program.run("doctor").output.contains("No note waits to be saved."))
  }

  @Test(
    "Where the disk is full the note stays in the editor and on the draft, and a sentence says so")
  func fullDisk() throws {
    let program = try BuiltProgram()
    try program.done("lists")
    // Files may not grow beyond 32 KB: enough for a draft, too little for the log of a change.
    let terminal = try TmuxTerminal.browser(program, shell: ["trap '' XFSZ; ulimit -f 64"])
    try write("kept all the same", in: terminal)
    try terminal.press("C-s")
    try terminal.wait(for: "the sentence") {
      $0.contains("is full or does not accept data") || $0.contains("full")
    }
    #expect(try terminal.screen().contains("kept all the same"))
    try terminal.leave()
    let again = try TmuxTerminal(program)
    try again.openBrowser()
    try takeOffer(in: again)
    #expect(try program.run("note", "1706.03762").output == "kept all the same\n")
    #expect(try program.run("doctor").code == 0)
  }

  /// Opens the editor and puts a text into it.
  private func write(_ text: String, in terminal: TmuxTerminal) throws {
    try terminal.press("e")
    try terminal.wait(for: "the editor") { $0.contains("Note on") }
    try terminal.paste(text)
    let end = text.suffix(8)
    try terminal.wait(for: "the pasted text") { $0.contains(end) }
  }

  /// Takes the offer of the draft, and saves it.
  private func takeOffer(in terminal: TmuxTerminal) throws {
    try terminal.wait(for: "the offer") {
      $0.contains("Not saved: a note on “Attention Is All You Need”")
    }
    try terminal.press("e")
    try terminal.wait(for: "the draft") { $0.contains("Note on “Attention") }
    try terminal.press("C-s")
    try terminal.wait(for: "the note") { $0.contains("Saved a note on") }
    try terminal.leave()
  }

  /// The text of the one draft there is.
  private func draft(of program: BuiltProgram) throws -> String {
    let folder = program.home.appendingPathComponent(".local/state/lectern/drafts")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".draft") }
    #expect(files.count == 1)
    let text = try String(
      contentsOf: folder.appendingPathComponent(files.first ?? ""), encoding: .utf8)
    return text.split(separator: "\n", maxSplits: 5, omittingEmptySubsequences: false)
      .dropFirst(5).joined(separator: "\n")
  }

  /// Waits until a process is there no more.
  private func wait(forEndOf process: Int32) throws {
    let deadline = Date().addingTimeInterval(20)
    while FileManager.default.fileExists(atPath: "/proc/\(process)/fd/0") {
      try #require(Date() < deadline, "the process does not end")
    }
  }
}
