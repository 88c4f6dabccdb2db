import Terminal
import Testing

@testable import NcursesTerminal

@Suite("What is written over a frame")
struct OverlayTests {
  private func overlay(_ frame: Surface, linksAddresses: Bool = true) -> String {
    let overlay = Overlay(depth: .palette, linksAddresses: linksAddresses) {
      Theme.standard.rendering(of: $0, in: .palette)
    }
    return String(decoding: overlay.bytes(for: frame, rows: [0, 1, 2]), as: UTF8.self)
  }

  private func frame(_ address: String) -> Surface {
    var frame = Surface(size: Size(rows: 2, columns: 20))
    frame.write("arXiv 1706", at: Point(row: 1, column: 3), style: Style(.link))
    frame.link(3..<13, row: 1, to: address)
    return frame
  }

  @Test("An address is linked, in the look and the place of its text")
  func link() {
    #expect(
      overlay(frame("https://arxiv.org/abs/1706.03762"))
        == "\u{1B}7\u{1B}]8;;https://arxiv.org/abs/1706.03762\u{1B}\\"
        + "\u{1B}[2;4H\u{1B}[0;4;34marXiv 1706\u{1B}]8;;\u{1B}\\\u{1B}8")
  }

  @Test("Nothing is sent for what needs nothing")
  func nothing() {
    #expect(overlay(Surface(size: Size(rows: 2, columns: 20))).isEmpty)
    #expect(overlay(frame("https://arxiv.org"), linksAddresses: false).isEmpty)
  }

  @Test(
    "An address that could end its sequence, or is not of the web, is not linked",
    arguments: [
      "https://a\u{1B}\\b", "https://深.example", "file:///etc/passwd", "javascript:alert(1)",
      "https://a b", "https://" + String(repeating: "x", count: 3_000),
    ])
  func hostile(_ address: String) {
    #expect(overlay(frame(address)).isEmpty)
  }

  @Test("A link that something was drawn over is gone")
  func covered() {
    var covered = frame("https://arxiv.org")
    covered.write("x", at: Point(row: 1, column: 5))
    #expect(overlay(covered).isEmpty)
  }

  @Test("A link outside of the surface is left out")
  func outside() {
    var frame = Surface(size: Size(rows: 2, columns: 20))
    frame.link(25..<30, row: 1, to: "https://arxiv.org")
    frame.link(0..<3, row: 7, to: "https://arxiv.org")
    #expect(frame.links.isEmpty)
  }
}
