import Terminal
import TestSupport
import Testing

@testable import Browser

@Suite("The footer")
struct FooterTests {
  @Test(
    "calls leaving a screen by that name, once, and quitting where it quits",
    arguments: [
      ("", "q quit", "Esc"), ("h", "q quit", "Esc"), ("l", "q back", "Esc"),
      ("T", "Esc leave", "q quit"), ("T", "Esc leave", "q leave"),
      ("f type:a Enter", "Esc back", "q quit"), ("Space", "Esc back", "q quit"),
      ("z", "Esc back", "q quit"), ("S", "q close", "Esc"), ("H", "q close", "Esc"),
    ])
  func leaving(_ script: String, _ shown: String, _ missing: String) throws {
    let footer = try Played(script, columns: 240).footer
    #expect(footer.contains(shown), "\(footer)")
    #expect(!footer.contains(missing), "\(footer)")
  }

  @Test("has q for going back where no other key does")
  func noBack() throws {
    let (keyMap, _) = KeyMap.standard(overriding: [("back", [])])
    let settings = BrowserSettings(keyMap: keyMap)
    #expect(try Played("T", columns: 240, settings: settings).footer.contains("q leave"))
    #expect(try Played("z", columns: 240, settings: settings).footer.contains("q back"))
    #expect(try Played("", columns: 240, settings: settings).footer.contains("q quit"))
  }
}
