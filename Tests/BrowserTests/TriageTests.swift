import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

@Suite("Triage")
struct TriageTests {
  private func statuses(_ library: FakeLibrary, _ numbers: Int64...) -> [Status?] {
    numbers.map { library.shelf.papers[PaperID(rawValue: $0)]?.progress.status }
  }

  @Test("begins with the first unread paper of the newest weekly list, or of the list shown")
  func begins() throws {
    // From a reading order the order itself is gone through.
    #expect(try Played("T").lines[0].contains("Triage · Transformer to agents"))
    var lines = try Played("L T").lines
    #expect(lines[0].contains("Triage · 2025-W45 Papers you should know"))
    #expect(lines[0].contains("2 of 4"))
    #expect(lines.joined().contains("深層学習による"))
    lines = try Played("J J T").lines
    #expect(lines[0].contains("Triage · 2025-W09 LLM papers for the week"))
    #expect(lines[0].contains("1 of 3"))
    #expect(lines.joined().contains("1. Progress"))
    #expect(lines.joined().contains("A Report without Address"))
  }

  @Test("takes one key for each paper and ends with what was decided")
  func decides() throws {
    let library = FakeLibrary()
    var played = try Played("J J T a", library: library)
    #expect(played.lines[0].contains("2 of 3"))
    #expect(played.footer.contains("Marked “A Report without Address” as queued · u"))
    played = try Played("J J T r s", library: library)
    #expect(statuses(library, 14, 5, 15) == [.queued, .read, .skipped])
    let text = played.lines.joined(separator: "\n")
    #expect(played.lines[0].contains("3 of 3"))
    #expect(text.contains("All 3 papers are decided."))
    #expect(text.contains("✓ 1 read   + 1 queued   – 1 skipped"))
    #expect(text.contains("tude of marks"))
    #expect(text.contains("✓ DPO"))
    #expect(library.changes.count == 3)
  }

  @Test("leaves a paper for the next round, which comes after the others")
  func later() throws {
    let library = FakeLibrary()
    var played = try Played("J J T l", library: library)
    #expect(played.lines.joined().contains("Direct Preference Optimization"))
    #expect(played.footer.contains("“A Report without Address” comes again later · u take back"))
    played = try Played("J J T l s", library: library)
    #expect(played.lines.joined().contains("tude of marks"))
    played = try Played("J J T l s l", library: FakeLibrary())
    #expect(played.footer.contains("Here are those you left for later."))
    #expect(played.lines.joined().contains("A Report without Address"))
    #expect(played.lines[0].contains("2 of 3"))
    #expect(try Played("J J T l u").lines.joined().contains("A Report without Address"))
  }

  @Test("goes back by one decision, whatever it was, and no further than its own")
  func stepsBack() throws {
    let library = FakeLibrary()
    let played = try Played("g g p J J T s l u u", library: library)
    #expect(statuses(library, 14, 5) == [.unread, .unread])
    #expect(played.lines[0].contains("1 of 3"))
    #expect(played.lines.joined().contains("A Report without Address"))
    #expect(library.changes.count { $0 == .undo(1) } == 1)
    let other = FakeLibrary()
    #expect(
      try Played("r J J T u", library: other).footer.contains("Nothing was decided here yet."))
    #expect(statuses(other, 3) == [.read])
  }

  @Test("takes a note back before the mark that came before it")
  func notes() throws {
    let library = FakeLibrary()
    _ = try Played("J J T + e type:Why? ^S u", library: library)
    #expect(library.shelf.papers[PaperID(rawValue: 14)]?.notes.isEmpty == true)
    #expect(library.shelf.papers[PaperID(rawValue: 14)]?.progress.rating == 1)
  }

  @Test(
    "is left and taken up where it was",
    arguments: ["J J T s Esc j T", "J J T s q T", "J J T s l Esc T", "J J T l s q J K T"])
  func resumes(_ script: String) throws {
    let played = try Played(script)
    #expect(played.lines[0].contains("Triage"))
    #expect(!played.lines.joined().contains("A Report without Address"))
  }

  @Test("writes notes and opens works from its paper")
  func actions() throws {
    let library = FakeLibrary()
    var played = try Played("T o e type:Big. ^S", library: library)
    #expect(library.openedLinks == ["https://arxiv.org/abs/2005.14165"])
    #expect(library.shelf.papers[PaperID(rawValue: 3)]?.notes.map(\.body) == ["Big."])
    #expect(played.lines[0].contains("Triage"))
    #expect(played.lines.joined().contains("Size alone teaches a model"))
    played = try Played("T G", library: library)
    #expect(played.lines[0].contains("Triage"))
    #expect(try Played("T /").footer.contains("Triage goes on · Esc leaves it."))
  }

  @Test("handles keys that come at once one paper after the other")
  func burst() throws {
    let library = FakeLibrary()
    _ = try Played("J J T s a l r", library: library, inOneBatch: true)
    #expect(statuses(library, 14, 5, 15) == [.skipped, .queued, .read])
  }

  @Test("ends at once where nothing is unread, and says so without a weekly list")
  func nothing() throws {
    let text = try Played("J J J T", columns: 80).lines.joined(separator: "\n")
    #expect(text.contains("All 2 papers are decided."))
    #expect(!text.contains("THIS TIME"))
    let played = try Played("T", library: FakeLibrary(.init()))
    #expect(played.footer.contains("There is no weekly list"))
  }

  @Test("says that the papers could not be read, and goes on when they can")
  func failure() throws {
    let library = FakeLibrary()
    library.blindness = "The library is locked by another program; try again."
    let played = try Played("T", library: library)
    #expect(!played.wasLeft)
    library.blindness = nil
    #expect(try Played("J J T", library: library).lines[0].contains("1 of 3"))
  }

  @Test("shows what leads away from a list that is decided, and nothing else")
  func closingHints() throws {
    #expect(try Played("J J J T").footer.hasPrefix(" Esc leave  u take back  ? help"))
  }

  @Test("keeps the selection of the panes out of it")
  func selection() throws {
    let library = FakeLibrary()
    _ = try Played("J J g g V G T s", library: library)
    #expect(statuses(library, 14, 5, 15) == [.skipped, .unread, .unread])
  }
}
