import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

/// Golden screens of triage, weeks, filters and saved searches.
@Suite("The screens of weeks and of finding")
struct WeeksScreenTests {
  /// Scripts that lead to each screen.
  static let scripts = [
    ("triage", "J J T"), ("triage-order", "T"), ("triage-later", "J J T l"),
    ("triage-end", "J J T a r s"), ("week", "["), ("filter", "f type:status:unread"),
    ("filtered", "f type:status:unread Enter v"), ("wrong-filter", "f type:bert\\ year:x Enter"),
    ("wrong-filter-right", "f type:transformers\\ of\\ every\\ kind\\ and\\ size\\ year:x Enter"),
    ("saved", "/ type:atten Enter F type:Attention Enter h G"),
    ("save", "f type:status:unread Enter F type:Open"), ("catch-up", "C"),
    ("catch-up-question", "C ^U type:2025-03-01 Enter"), ("all-selected", "*"),
    ("list-finder", "h f type:llm"), ("mark-place", "M"),
  ]

  @Test("look as recorded", arguments: ScreenTests.sizes, scripts)
  func screens(_ size: Size, _ screen: (name: String, script: String)) throws {
    let played = try Played(
      screen.script, rows: size.rows, columns: size.columns,
      settings: BrowserSettings(weeklyBudget: 5))
    try expectSnapshot(of: played.screen, named: "\(screen.name)-\(size.columns)x\(size.rows)")
  }

  @Test("need nothing but ASCII where only that is wanted", arguments: ScreenTests.sizes)
  func ascii(_ size: Size) throws {
    for script in ["J J T a r s", "J J T l", "f type:status:unread Enter v"] {
      let played = try Played(
        script, rows: size.rows, columns: size.columns,
        settings: BrowserSettings(glyphs: .ascii))
      #expect(played.screen.ascii().text().allSatisfy { $0.isASCII })
    }
  }
}
