import Foundation
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore
import Testing

@Suite("Lists that leave Lectern and come back")
struct ListRoundTripTests {
  private func document(_ text: String, _ name: String) -> ImportDocument {
    ImportDocument(path: name, source: ImportSource(name: name, data: Data(text.utf8)))
  }

  /// A list of two works, of which the second is gone from it and was read.
  private func desk() throws -> Desk {
    let desk = try Desk()
    let head = "---\ntitle: A week\nslug: a-week\nkind: weekly\n---\n\n## Papers\n\n"
    let works = (1...2).map {
      "- Work \($0)\n  - year: 2025\n  - arxiv: 2501.0000\($0)\n\n  Remark \($0).\n\n"
    }
    _ = try desk.actions.perform(importing: [document(head + works.joined(), "week.md")])
    _ = try desk.mark("2501.00002", .read)
    _ = try desk.actions.perform(importing: [document(head + works[0], "week.md")])
    return desk
  }

  private func listed(_ desk: Desk) throws -> [ListedPaper] {
    let list = try desk.actions.list(named: "a-week")
    return try desk.library.listed(.list(list.id), limit: nil)
  }

  @Test("An entry that is gone from its list stays gone and labelled", arguments: ["json", "csv"])
  func gone(format: String) throws {
    let desk = try desk()
    let papers = try listed(desk)
    #expect(papers.map(\.isGone) == [false, true])
    let text =
      format == "csv"
      ? CSVPrinter.print(papers)
      : JSONShapes.list(try desk.actions.list(named: "a-week"), papers: papers).printed
    let export = document(text, "a-week.\(format)")
    let request = ImportRequest(everyList: .init(slug: "a-week", keepsHead: true))
    let (outcome, plan) = try desk.actions.perform(importing: [export], request)
    #expect(!outcome.changed, "\(plan)")
    // In another library the list comes with everything that the format holds.
    let other = try Desk()
    _ = try other.actions.perform(
      importing: [export],
      ImportRequest(everyList: .init(slug: "a-week", title: "A week", kind: .weekly)))
    let again = try listed(other)
    #expect(again.map(\.isGone) == [false, true])
    #expect(again.map(\.section) == papers.map(\.section))
    #expect(again.map(\.remark) == papers.map(\.remark))
    #expect(again.map(\.progress) == papers.map(\.progress))
    #expect(again.map(\.paper) == papers.map(\.paper))
    // Where the list has an entry still, a document that says it is gone changes that.
    let back = try other.actions.perform(
      importing: [
        document(text.replacing(format == "csv" ? "\"yes\"" : "true", with: "\"\""), export.path)
      ],
      request)
    #expect(
      back.plan.documents[0].lists[0].entries[1].change == .changed(["back in the list"]))
    let gone = try other.actions.plan(importing: [export], request)
    #expect(
      gone.documents[0].lists[0].entries[1].change == .changed(["no longer in the list"]))
  }
}
