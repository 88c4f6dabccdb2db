import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

@Suite("The statistics")
struct StatisticsTests {
  @Test("open over the list one was at and are left with Esc")
  func opens() throws {
    let played = try Played("S")
    #expect(played.lines[0].contains("Statistics"))
    #expect(played.lines.contains { $0.contains("Transformer to agents  5 left of 7") })
    #expect(try Played("S Esc").cursorRow.contains("GPT-3"))
  }

  @Test("tell the pace and the day it leads to, or that there is none")
  func pace() throws {
    #expect(
      try said("S").contains("At the pace of the last 28 days, 2 papers, done by 2026-05-10."))
    #expect(
      try said("S l").contains(
        "None was done in the last 28 days, so there is no pace to tell an end from."))
    #expect(try Played("S h").footer.contains("This is the first list."))
    #expect(try Played("S l l l l").footer.contains("This is the last list."))
  }

  /// The words on the screen, as if they stood on one line.
  private func said(_ script: String) throws -> String {
    try Played(script).screen.text().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("say that nothing was read where nothing was")
  func nothing() throws {
    let library = FakeLibrary(.large(9))
    library.readings = []
    let lines = try Played("S", library: library).lines
    #expect(lines.contains { $0.contains("Nothing was read yet.") })
    #expect(lines.contains { $0.contains("9 left of 9") })
  }

  @Test("scroll to their end and no farther")
  func scrolls() throws {
    let played = try Played("S G", rows: 24, columns: 80)
    #expect(played.lines.contains { $0.contains("BLIND SPOTS") })
    #expect(try Played("S G k*99", rows: 24, columns: 80).lines.contains { $0.contains("Mon ") })
  }

  @Test("follow what another program changes, and stay where they are")
  func changedElsewhere() throws {
    let library = FakeLibrary()
    library.wasChangedElsewhere = true
    let played = try Played("S l wake", library: library)
    #expect(played.lines.contains { $0.contains("Papers you should know  4 left of 4") })
  }

  @Test("say what is wrong when the library cannot be read")
  func failure() throws {
    let library = FakeLibrary()
    library.brokenStatistics = "The library could not be read."
    let played = try Played("S", library: library)
    #expect(played.footer.contains("The library could not be read."))
    #expect(!played.lines[0].contains("Statistics"))
  }

  @Test("fit any terminal as text", arguments: [(120, false), (80, true), (40, false), (12, true)])
  func text(_ columns: Int, _ isASCII: Bool) throws {
    let page = StatisticsPage.text(
      try FakeLibrary().statistics(), glyphs: isASCII ? .ascii : .unicode, columns: columns)
    #expect(page.contains { $0.contains("Mon") })
    if columns >= 40 {
      #expect(page.allSatisfy { displayWidth(of: $0) <= columns })
    }
    if isASCII { #expect(page.joined().allSatisfy { $0.isASCII }) }
  }
}
