import Terminal
import TestSupport
import Testing

@testable import Browser

@Suite("Keys and sizes that come faster than frames")
struct BurstTests {
  private func frames(_ script: String) throws -> Int {
    let backend = TestBackend(
      size: Size(rows: 24, columns: 80), script: try keys(script), isFast: true)
    do {
      try Runtime(backend: backend, environment: FakeLibrary(), settings: BrowserSettings()).run()
    } catch is TestBackend.ScriptEnded {}
    return backend.frames.count
  }

  @Test("A storm of sizes is one frame for a burst")
  func sizes() throws {
    let storm = (0..<20).map { "resize:\(60 + $0)x\(20 + $0)" }.joined(separator: " ")
    #expect(try frames(storm) == 2)
  }

  @Test("A key held down still shows, one frame for 32 presses at least")
  func held() throws {
    let drawn = try frames("j*200")
    #expect((2...1 + 200 / 32 + 1).contains(drawn))
  }

  @Test("A terminal too small says so in whole words where they fit, and comes back")
  func tooSmall() throws {
    let small = try Played("resize:10x3")
    #expect(small.screen.text() == "Too small:\n 20 column\ns and 4 ro\n")
    #expect(
      try Played("resize:20x3").screen.text() == "Too small: 20\ncolumns and 4 rows\nare needed.\n")
    #expect(try Played("resize:1x1").screen.text() == "T\n")
    #expect(try Played("resize:0x0").screen.text().isEmpty)
    #expect(try Played("resize:10x3 j resize:120x40 k").screen == Played("j k").screen)
  }
}
