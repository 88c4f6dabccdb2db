import Browser
import Terminal
import TestSupport
import Testing

@Suite("The screens of reading")
struct ReaderScreenTests {
  private static let scripts = [
    ("pane", "l"), ("reader", "l z"), ("reader-end", "l z G"), ("links", "O G"),
  ]

  @Test("look as recorded, in colour and without it", arguments: ScreenTests.sizes, scripts)
  func screens(_ size: Size, _ screen: (name: String, script: String)) throws {
    let shown = try Played(
      screen.script, rows: size.rows, columns: size.columns, library: FakeLibrary(.reading)
    ).screen
    try expectSnapshot(
      of: shown.text() + shown.looks(in: .standard, named: "standard")
        + shown.looks(in: .mono, named: "mono"),
      named: "\(screen.name)-\(size.columns)x\(size.rows)")
  }

  @Test("look as recorded in ASCII", arguments: ScreenTests.sizes, scripts)
  func ascii(_ size: Size, _ screen: (name: String, script: String)) throws {
    let shown = try Played(
      screen.script, rows: size.rows, columns: size.columns, library: FakeLibrary(.reading),
      settings: BrowserSettings(glyphs: .ascii)
    ).screen.ascii()
    try expectSnapshot(of: shown, named: "ascii-\(screen.name)-\(size.columns)x\(size.rows)")
  }
}
