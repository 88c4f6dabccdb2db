import Foundation
import Testing

@testable import LecternCommands

@Suite("Other programs")
struct ProgramTests {
  @Test(
    "Only allowed schemes reach the opener, and nothing that could be an option or two words",
    arguments: [
      "javascript:alert(1)", "file:///etc/passwd", "https:example.org", "-version", "",
      "https://example.org/a b", "https://example.org/\u{1B}[31m", "ftp://example.org",
    ])
  func refusedLinks(address: String) {
    let opener = LinkOpener(configured: ["/nonexistent/opener"], schemes: ["http", "https"])
    #expect {
      try opener.open(address)
    } throws: {
      ($0 as? Failure)?.sentence.contains("links are opened") == true
    }
  }

  @Test("An address goes to the opener as one argument, whatever a shell would make of it")
  func oneArgument() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lectern-opener-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let address = "https://example.org/?a=1&b=$(touch%20x);rm'\"`"
    // `test` gets the address as its operand and succeeds only when it is that one argument.
    #expect(try ProgramRunner.run(["test", address, "=", address], remedy: "") == 0)
    let opener = LinkOpener(configured: ["true"], schemes: ["https"])
    #expect(try opener.open(address) == "Opened \(address)")
  }

  @Test("A program that is missing is named in a sentence, with what to do now")
  func missing() {
    #expect {
      try ProgramRunner.run(["/nonexistent/program"], remedy: "name another one")
    } throws: {
      "\($0)"
        == "“/nonexistent/program” could not be started (No such file or directory); name another "
        + "one."
    }
    #expect("\(Failure(sentence: "only this"))" == "Only this.")
  }

  @Test("An exit status and a signal are told apart")
  func statuses() throws {
    #expect(try ProgramRunner.run(["true"], remedy: "") == 0)
    #expect(try ProgramRunner.run(["false"], remedy: "") == 1)
  }

  @Test("A link in Markdown escapes what would end it")
  func markdownLink() {
    #expect(
      MarkdownLink.print("A [sic] *title*", to: "https://e.org/a_(b)")
        == "[A \\[sic\\] \\*title\\*](https://e.org/a_%28b%29)")
  }

  @Test("A text that is no moment comes back as it is", arguments: ["", "soon", "2026-03-01"])
  func noMoment(text: String) {
    #expect(LocalTime.text(of: text) == text)
  }

  @Test("A moment is told to the minute")
  func moment() {
    let text = LocalTime.text(of: "2026-03-01T12:03:59.123Z")
    #expect(text.count == 16 && text.hasSuffix("3"))
  }
}
