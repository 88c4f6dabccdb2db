import Terminal
import Testing

@testable import NcursesTerminal

@Suite("What a terminal reports besides keys")
struct TerminalReportsTests {
  @Test(
    "The mouse is told by SGR reports, with any modifier",
    arguments: [
      ("\u{1B}[<0;1;1M", MouseEvent(.press, at: Point(row: 0, column: 0))),
      ("\u{1B}[<0;120;40m", MouseEvent(.release, at: Point(row: 39, column: 119))),
      ("\u{1B}[<32;5;6M", MouseEvent(.drag, at: Point(row: 5, column: 4))),
      ("\u{1B}[<64;5;6M", MouseEvent(.wheelUp, at: Point(row: 5, column: 4))),
      ("\u{1B}[<65;5;6M", MouseEvent(.wheelDown, at: Point(row: 5, column: 4))),
      ("\u{1B}[<20;5;6M", MouseEvent(.press, at: Point(row: 5, column: 4))),
    ])
  func mouse(_ bytes: String, _ event: MouseEvent) {
    var decoder = InputDecoder()
    #expect(decoder.decode(bytes.utf8) == [.mouse(event)])
    #expect(bytes.utf8.flatMap { decoder.decode([$0]) } == [.mouse(event)])
  }

  @Test(
    "What is no report of the left button or the wheel is nothing",
    arguments: [
      "\u{1B}[<1;5;6M", "\u{1B}[<35;5;6M", "\u{1B}[<0;0;6M", "\u{1B}[<0;5M", "\u{1B}[<;;M",
      "\u{1B}[<0;99999999999999999999;6M", "\u{1B}[<66;5;6M",
    ])
  func nothing(_ bytes: String) {
    var decoder = InputDecoder()
    #expect(decoder.decode(bytes.utf8) == [])
    #expect(!decoder.isWaiting)
  }

  @Test("The focus is told")
  func focus() {
    var decoder = InputDecoder()
    #expect(decoder.decode("\u{1B}[I\u{1B}[O".utf8) == [.focused(true), .focused(false)])
  }

  @Test("The answer to the question for the cursor is found among keys")
  func cursor() throws {
    let found = try #require(CursorReport.find(in: Array("j\u{1B}[12;3Rk".utf8)))
    #expect(found.column == 3)
    #expect(found.rest == Array("jk".utf8))
    #expect(CursorReport.find(in: Array("\u{1B}[A\u{1B}[12;".utf8)) == nil)
    #expect(CursorReport.find(in: []) == nil)
  }

  @Test("A title reaches the terminal without anything that could end its sequence")
  func title() {
    let sent = titleSequence(for: "Ti\u{1B}\\tle\u{7}\n\u{202E}深")
    #expect(String(decoding: sent, as: UTF8.self) == "\u{1B}]2;Ti\\tle深\u{1B}\\")
    #expect(titleSequence(for: String(repeating: "x", count: 5_000)).count < 300)
  }

  @Test("Inside GNU screen the clipboard's sequence goes through in short pieces")
  func screen() {
    let text = String(repeating: "x", count: 400)
    let sent = String(
      decoding: clipboardSequence(for: text, inside: .screen), as: UTF8.self)
    let pieces = sent.components(separatedBy: "\u{1B}\\").dropLast()
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 242 })
    #expect(
      pieces.map { String($0.dropFirst(2)) }.joined()
        == String(decoding: clipboardSequence(for: text, inside: nil), as: UTF8.self))
    #expect(Multiplexer { ["STY": "1.pts"][$0] } == .screen)
    #expect(Multiplexer { ["STY": "1.pts", "TMUX": "/tmp/x"][$0] } == .tmux)
    #expect(Multiplexer { _ in nil } == nil)
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
