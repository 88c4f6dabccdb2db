import Browser
import ReadingModel
import TestSupport
import Testing

@Suite("Weeks in the browser")
struct WeeksTests {
  @Test(
    "go from one to the next, whatever is shown",
    arguments: [
      ("[", "2025-W45"), ("[ [", "2025-W09"), ("]", "2025-W45"), ("[ [ ]", "2025-W45"),
      ("w", "2025-W45"), ("J J w", "2025-W45"), ("[ f type:a Enter [", "2025-W09"),
    ])
  func going(_ script: String, _ week: String) throws {
    for columns in [120, 80, 40] {
      #expect(try Played(script, columns: columns).lines[0].hasPrefix(" \(week)"))
    }
  }

  @Test(
    "say where they end",
    arguments: [
      ("[ [ [", "This is the oldest weekly list."), ("[ ]", "This is the newest weekly list."),
      ("w", "No list was issued this week; this is the newest."),
    ])
  func ends(_ script: String, _ sentence: String) throws {
    #expect(try Played(script).footer.contains(sentence))
  }

  @Test("show this week with all its lists, where some were issued in it")
  func thisWeek() throws {
    let library = FakeLibrary()
    library.today = "2025-11-05"
    let played = try Played("w", library: library)
    #expect(played.lines[0].hasPrefix(" This week"))
    #expect(played.lines[0].hasSuffix("4 papers"))
    #expect(played.lines.dropFirst().contains { $0.contains(" This week ") })
    #expect(try !Played("w").lines.contains { $0.contains(" This week ") })
  }

  @Test("have a header that says how their papers stand and what the budget has")
  func header() throws {
    let title = try Played("[", settings: BrowserSettings(weeklyBudget: 5)).lines[0]
    #expect(title.contains("3 new · 1 queued · 1 of 5 this week"))
    #expect(try !Played("[").lines[0].contains("this week"))
    #expect(try !Played("", settings: BrowserSettings(weeklyBudget: 5)).lines[0].contains("of 5"))
    let narrow = try Played("[", columns: 40, settings: BrowserSettings(weeklyBudget: 5)).lines[0]
    #expect(!narrow.contains("new"))
  }

  @Test("are caught up with as one step, after a question")
  func catchUp() throws {
    let library = FakeLibrary()
    let asked = try Played("C ^U type:2025-03-01 Enter", library: library)
    #expect(asked.footer.contains("Skip 2 papers of 1 weekly list before 2025-03-01?"))
    #expect(library.changes.isEmpty)
    let played = try Played("C ^U type:2025-03-01 Enter y", library: library)
    #expect(library.changes == [.catchUp(before: "2025-03-01")])
    #expect(played.footer.contains("as skipped · u undo"))
    #expect(library.shelf.papers[PaperID(rawValue: 14)]?.progress.status == .skipped)
    // DPO stands in the reading order as well.
    #expect(library.shelf.papers[PaperID(rawValue: 5)]?.progress.status == .unread)
    _ = try Played("u", library: library)
    #expect(library.shelf.papers[PaperID(rawValue: 14)]?.progress.status == .unread)
  }

  @Test(
    "are not caught up with for a day that is none or that has nothing",
    arguments: [
      ("C ^U type:soon Enter", "“soon” is no day"),
      ("C ^U type:2025-01-01 Enter", "No unread paper stands only in weekly lists before"),
      ("C Esc", ""), ("C ^U Enter", ""),
    ])
  func refusals(_ script: String, _ sentence: String) throws {
    let library = FakeLibrary()
    let played = try Played(script, library: library)
    #expect(library.changes.isEmpty)
    #expect(sentence.isEmpty || played.footer.contains(sentence))
  }

  @Test("offer the Monday of this week as the day")
  func monday() throws {
    #expect(try Played("C").footer.contains("2026-02-23"))
  }
}
