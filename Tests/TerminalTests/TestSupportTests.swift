import Foundation
import Terminal
import TestSupport
import Testing

@Suite("The test terminal")
struct TestSupportTests {
  @Test("A script of keys becomes events")
  func script() throws {
    #expect(
      try keys("j Enter ^P M-x Space") == [
        .key(.character("j")), .key(.enter), .key(.control("p")), .key(.alt("x")),
        .key(.character(" ")),
      ])
    #expect(
      try keys("type:a\\ b\\n q") == [
        .key(.character("a")), .key(.character(" ")), .key(.character("b")), .key(.enter),
        .key(.character("q")),
      ])
    #expect(try keys("paste:one\\ntwo:") == [.paste("one\ntwo:")])
    #expect(
      try keys("Up*2 \\\\ * :") == [
        .key(.up), .key(.up), .key(.character("\\")), .key(.character("*")), .key(.character(":")),
      ])
    #expect(
      try keys("resize:100x30 wake resume terminate") == [
        .resized(Size(rows: 30, columns: 100)), .woken, .resumed, .terminationRequested,
      ])
    #expect(try keys("").isEmpty)
    #expect(throws: KeyNotationError.unknownKey("nope")) { try keys("j nope") }
    #expect(throws: KeyNotationError.unknownKey("resize:9")) { try keys("resize:9") }
  }

  @Test("The terminal plays one event for each wait, resizes, and says when the script is over")
  func plays() throws {
    let size = Size(rows: 30, columns: 100)
    let terminal = TestBackend(
      size: Size(rows: 2, columns: 9), script: try keys("j resize:100x30"))
    #expect(try terminal.waitForEvents() == [.key(.character("j"))])
    #expect(try terminal.waitForEvents() == [.resized(size)])
    #expect(terminal.size == size)
    #expect(throws: TestBackend.ScriptEnded()) { try terminal.waitForEvents() }
    let burst = TestBackend(size: size, script: try keys("j k"), inOneBatch: true)
    #expect(try burst.waitForEvents().count == 2)
  }

  @Test("The terminal keeps what it was asked to do")
  func records() {
    let terminal = TestBackend(size: Size(rows: 1, columns: 1), script: [])
    terminal.draw(Surface(size: terminal.size))
    terminal.copyToClipboard("x")
    terminal.suspend()
    terminal.ring()
    let answer = terminal.release { 7 }
    #expect(answer == 7)
    #expect(terminal.frames.count == 1)
    #expect(terminal.clipboard == ["x"])
    #expect((terminal.releases, terminal.suspensions, terminal.rings) == (1, 1, 1))
  }

  @Test("A golden file that is missing or differs fails, and an equal one passes")
  func golden() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let goldens = folder.appendingPathComponent("__Snapshots__/SomeTests")
    try FileManager.default.createDirectory(at: goldens, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("first\nsecond\n".utf8).write(to: goldens.appendingPathComponent("two lines.txt"))
    let test = folder.appendingPathComponent("SomeTests.swift").path
    try expectSnapshot(of: "first\nsecond\n", named: "two lines", filePath: test)
    try withKnownIssue {
      try expectSnapshot(of: "first\nchanged\n", named: "two lines", filePath: test)
    } matching: {
      $0.comments.contains { $0.rawValue.contains("-2 second\n+2 changed") }
    }
    try withKnownIssue {
      try expectSnapshot(of: "", named: "no such file", filePath: test)
    } matching: {
      $0.comments.contains { $0.rawValue.contains("RECORD_SNAPSHOTS=1") }
    }
  }
}
