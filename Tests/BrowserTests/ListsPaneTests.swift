import ReadingModel
import Terminal
import Testing

@testable import Browser

@Suite("The pane of lists")
struct ListsPaneTests {
  private func summary(_ id: Int64, _ kind: ListKind, _ title: String) -> ListSummary {
    ListSummary(
      id: ListID(rawValue: id), slug: title, title: title, kind: kind, issued: "2025-02-24",
      entries: 10, read: 3, skipped: 1)
  }

  @Test("groups lists by what they are for and gives weekly ones their week")
  func groups() {
    var pane = ListsPane()
    pane.show(
      [summary(1, .notes, "Notes"), summary(2, .weekly, "Papers"), summary(3, .order, "Order")],
      counts: PaneCounts(nextUp: 1, reading: 2, queue: 3, all: 4))
    #expect(
      pane.items.map(\.label) == [
        "Next up", "Reading now", "Queue", "All papers", "Order", "2025-W09 Papers", "Notes",
      ])
    #expect(
      pane.lines(height: 10).dropFirst(4) == [
        .blank, .heading("READING ORDERS"), .item(4), .blank, .heading("WEEKLY LISTS"), .item(5),
        .blank, .heading("NOTES AND LINKS"), .item(6),
      ])
    #expect(pane.lines(height: 20).contains(.progress(5)))
    #expect(!pane.lines(height: 20).contains(.progress(6)))
  }

  @Test("keeps the cursor on its list when lists come and go")
  func keepsCursor() {
    var pane = ListsPane()
    pane.show([summary(1, .order, "One")], counts: PaneCounts())
    pane.select(.list(ListID(rawValue: 1)))
    pane.show([summary(2, .order, "Two"), summary(1, .order, "One")], counts: PaneCounts())
    #expect(pane.items[pane.cursor].label == "One")
    pane.show([], counts: PaneCounts())
    #expect(pane.items[pane.cursor].label == "All papers")
  }

  @Test(
    "has a bar that is full or empty only when the list is",
    arguments: [(0, 31, 0), (1, 1000, 1), (15, 30, 5), (999, 1000, 9), (31, 31, 10), (0, 0, 0)])
  func bars(_ done: Int, _ total: Int, _ full: Int) {
    let bar = Glyphs.unicode.progressBar(done: done, of: total, columns: 10)
    #expect(bar.full.count == full)
    #expect(bar.full.count + bar.empty.count == 10)
  }
}
