import Foundation
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore
import Testing

@Suite("Importing lists")
struct ImportTests {
  /// A document in Lectern's own format, with one line for each entry.
  private func document(
    _ body: String, title: String = "A week", path: String = "week.md"
  ) -> ImportDocument {
    let text = "---\ntitle: \(title)\nkind: weekly\n---\n\n## Papers\n\n\(body)"
    return ImportDocument(
      path: path, source: ImportSource(name: path, data: Data(text.utf8)))
  }

  private func entry(_ title: String, _ arxiv: String, remark: String = "") -> String {
    "- [\(title)](https://arxiv.org/abs/\(arxiv))\n  - arxiv: \(arxiv)\n"
      + (remark.isEmpty ? "" : "\n  \(remark)\n") + "\n"
  }

  private func changes(_ plan: ImportPlan) -> [String] {
    plan.documents.flatMap(\.lists).flatMap(\.entries).map { "\($0.change.name) \($0.title)" }
  }

  @Test("A dry run shows what the import then does, and changes nothing")
  func dryRun() throws {
    let desk = try Desk()
    let documents = [
      document(entry("New work", "2501.00001") + entry("BERT", "1810.04805", remark: "Again."))
    ]
    let before = try desk.library.lists()
    let plan = try desk.actions.plan(importing: documents)
    #expect(try desk.library.lists() == before)
    #expect(changes(plan) == ["new New work", "new BERT"])
    #expect(plan.documents[0].lists[0].entries.map(\.isKnown) == [false, true])
    let (outcome, done) = try desk.actions.perform(importing: documents)
    #expect(done == plan)
    #expect(outcome.sentence == "Imported “A week”: 2 new, 0 same")
    #expect(try desk.library.history(limit: 1).first?.label == outcome.sentence)
    #expect(try desk.detail("BERT").memberships.map(\.slug) == ["order", "a-week"])
  }

  @Test("Importing the same document again changes nothing and is no step")
  func again() throws {
    let desk = try Desk()
    let documents = [document(entry("New work", "2501.00001", remark: "Good."))]
    _ = try desk.actions.perform(importing: documents)
    let steps = try desk.library.history(limit: nil).count
    let (outcome, plan) = try desk.actions.perform(importing: documents)
    #expect(!outcome.changed)
    #expect(outcome.sentence == "Nothing to import: 0 new, 1 same")
    #expect(plan.counts.same == 1 && plan.counts.new == 0)
    #expect(try desk.library.history(limit: nil).count == steps)
  }

  @Test("An edited list shows exactly its edits, and what is the reader's stays")
  func edited() throws {
    let desk = try Desk()
    let papers = (1...6).map { ("Work \($0)", "2501.0000\($0)") }
    _ = try desk.actions.perform(
      importing: [document(papers.map { entry($0.0, $0.1, remark: "Remark.") }.joined())])
    _ = try desk.mark("2501.00002", .read)
    _ = try desk.say(.saveNote(desk.paper("2501.00005"), note: nil, body: "Mine."))
    // 1 stays, 2 and 5 go (both are the reader's), 3 goes, 4 gets a title and a remark, 6 moves up, 7
    // comes.
    let next = document(
      entry("Work 6", "2501.00006", remark: "Remark.")
        + entry("Work 1", "2501.00001", remark: "Remark.")
        + entry("Work four", "2501.00004", remark: "Another.")
        + entry("Work 7", "2501.00007"))
    let (outcome, plan) = try desk.actions.perform(importing: [next])
    #expect(
      changes(plan) == [
        "moved Work 6", "same Work 1", "changed Work four", "new Work 7", "gone, kept Work 2",
        "gone Work 3", "gone, kept Work 5",
      ])
    #expect(
      plan.documents[0].lists[0].entries[2].change == .changed(["title", "remark"]))
    #expect(
      outcome.sentence == "Imported “A week”: 1 new, 1 same, 1 changed, 1 moved, 3 gone")
    #expect(try desk.detail("2501.00002").progress.status == .read)
    #expect(try desk.detail("2501.00005").notes.map(\.body) == ["Mine."])
    #expect(try desk.detail("2501.00002").memberships.map(\.slug) == ["a-week"])
    #expect(try desk.detail("2501.00003").memberships.isEmpty)
    #expect(try desk.detail("2501.00004").paper.title == "Work four")
    let (outcome2, _) = try desk.actions.perform(importing: [next])
    #expect(!outcome2.changed)
    _ = try desk.say(.undo(1))
    #expect(try desk.detail("2501.00003").memberships.map(\.position) == [3])
  }

  @Test("A title over two identifiers and an identifier over two titles are shown, not merged")
  func conflicts() throws {
    let desk = try Desk()
    let (_, plan) = try desk.actions.perform(
      importing: [
        document(
          entry("The same title", "2501.00001") + entry("The same title", "2501.00002")
            + entry("A quite different heading", "1810.04805"))
      ])
    #expect(plan.documents[0].conflicts.map(\.line) == [11, 14])
    #expect(plan.documents[0].conflicts[0].message.contains("arxiv:2501.00001 in line 8"))
    #expect(plan.documents[0].conflicts[1].message.contains("“BERT: Pre-training"))
    #expect(try desk.paper("2501.00001") != desk.paper("2501.00002"))
    #expect(try desk.detail("1810.04805").paper.title.hasPrefix("BERT"))
  }

  @Test("A title alone is matched with a compatible year and author, else it is another work")
  func titles() throws {
    let desk = try Desk()
    let body = """
      - Attention is all you need
        - year: 2018
        - authors: Nobody; Else

      - Attention Is All You Need!
        - year: 2017

      - Language models are few-shot learners
        - year: 1999

      """
    let plan = try desk.actions.plan(importing: [document(body)])
    #expect(plan.documents[0].lists[0].entries.map(\.isKnown) == [false, true, false])
  }

  @Test("Two documents for one list are put together, and a stranger of the same name stays apart")
  func lists() throws {
    let desk = try Desk()
    _ = try desk.actions.perform(
      importing: [
        document(entry("One", "2501.00001"), path: "a.md"),
        document(entry("Two", "2501.00002"), path: "b.md"),
      ])
    #expect(try desk.actions.list(named: "a-week").entries == 2)
    let (_, plan) = try desk.actions.perform(
      importing: [document(entry("Three", "2501.00003"), path: "c.md")])
    #expect(plan.documents[0].lists.map(\.slug) == ["a-week-2"])
    #expect(plan.documents[0].warnings.count == 1)
    #expect(try desk.actions.list(named: "a-week").entries == 2)
  }

  @Test("What is left out by hand does not come, and the request names the list")
  func request() throws {
    let desk = try Desk()
    let request = ImportRequest(
      everyList: .init(slug: "mine", title: "My list", kind: .notes, issued: "2025-03-01"),
      leavingOut: [.init(document: 0, list: 0, entry: 0)])
    let (_, plan) = try desk.actions.perform(
      importing: [document(entry("One", "2501.00001") + entry("Two", "2501.00002"))], request)
    #expect(changes(plan) == ["left out One", "new Two"])
    let list = try desk.actions.list(named: "mine")
    #expect(list.title == "My list" && list.kind == .notes && list.issued == "2025-03-01")
    #expect(list.entries == 1)
    #expect(throws: ActionError.self) {
      try desk.actions.plan(importing: [], ImportRequest(everyList: .init(slug: "No Slug")))
    }
    #expect(throws: ActionError.self) {
      try desk.actions.plan(importing: [], ImportRequest(format: "papyrus"))
    }
  }

  @Test("A document without entries is told, the others come in")
  func problems() throws {
    let desk = try Desk()
    let nothing = ImportDocument(
      path: "x.bin", source: ImportSource(name: "x.bin", data: Data([0])))
    let (outcome, plan) = try desk.actions.perform(
      importing: [nothing, document(""), document(entry("One", "2501.00001"))])
    #expect(outcome.changed)
    #expect(
      plan.documents.map { $0.problem?.hasPrefix("found no entries") } == [true, true, nil])
  }

  @Test("Of many papers with one title a few are named and the rest counted")
  func manyOfOneTitle() throws {
    let desk = try Desk()
    let count = 40
    let body = (0..<count).map { entry("Introduction", "2501.\(10_000 + $0)") }.joined()
    let (_, plan) = try desk.actions.perform(importing: [document(body)])
    #expect(plan.counts.new == count)
    let conflicts = plan.documents[0].conflicts
    // One for the second paper, two for the third, then three and, from the fifth on, the rest.
    #expect(conflicts.count == 0 + 1 + 2 + 3 + 4 * (count - 4))
    #expect(
      conflicts.suffix(2).map(\.message) == [
        "the title “Introduction” stands over arxiv:2501.10039 here and over arxiv:2501.10002 in "
          + "line 14; both papers are kept",
        "the title “Introduction” stands over 36 more papers; all are kept",
      ])
    #expect(try desk.actions.list(named: "a-week").entries == count)
  }

  @Test(
    "Works of one title without identifiers are told apart by author and year, and keep their keys")
  func titlesAlone() throws {
    let desk = try Desk()
    let body = (0..<60).map { number in
      "- Introduction\n  - year: \(1950 + number % 2 * 5)\n  - authors: Name\(number / 2)\n\n"
    }.joined()
    let (_, plan) = try desk.actions.perform(importing: [document(body)])
    #expect(plan.counts.new == 60 && plan.documents[0].conflicts.isEmpty)
    let keys = ["", "-1955", "-1950", "-2", "-57"].map { "title:introduction\($0)" }
    for key in keys { #expect(try desk.detail(key).paper.title == "Introduction") }
    let (outcome, again) = try desk.actions.perform(importing: [document(body)])
    #expect(!outcome.changed && again.counts.same == 60)
  }

  @Test("A long document is read by another thread, to the same plan and the same library")
  func longDocument() throws {
    let filler = String(repeating: "word ", count: 100)
    let body = (0..<1_200).map { number in
      entry("Work \(number % 1_000)", "2501.\(10_000 + number % 1_100)", remark: filler)
    }.joined()
    #expect(body.utf8.count > 1 << 19)
    let long = document(body)
    // What a short document brings is read by the thread that writes.
    let parts = (0..<1_200).map { number in
      document(
        entry("Work \(number % 1_000)", "2501.\(10_000 + number % 1_100)", remark: filler))
    }
    let (one, many) = (try Desk(), try Desk())
    let preview = try one.actions.plan(importing: [long])
    let (_, plan) = try one.actions.perform(importing: [long])
    #expect(preview.counts == plan.counts)
    _ = try many.actions.perform(importing: parts)
    let list = try one.actions.list(named: "a-week")
    #expect(try many.actions.list(named: "a-week").entries == list.entries)
    for arxiv in ["2501.10000", "2501.10999", "2501.11099"] {
      #expect(try one.detail(arxiv).paper == many.detail(arxiv).paper)
    }
    #expect(throws: Never.self) { try one.actions.perform(importing: [long]) }
    #expect(try one.library.history(limit: nil).count == 1)
  }

  @Test("An import that is stopped in the middle leaves nothing behind")
  func stoppedInTheMiddle() throws {
    let desk = try Desk()
    let before = try desk.library.lists()
    let filler = String(repeating: "word ", count: 100)
    let many = (0..<3_000).map { entry("Work \($0)", "2501.\(10_000 + $0)", remark: filler) }
    var asked = 0
    #expect(throws: ActionError.refused("stopped; nothing was imported")) {
      try desk.actions.perform(
        importing: [document(many.joined())],
        isCancelled: {
          asked += 1
          return asked == 8
        })
    }
    #expect(asked == 8)
    #expect(try desk.library.lists() == before)
    #expect(try desk.library.history(limit: nil).isEmpty)
    #expect(throws: ActionError.self) { try desk.paper("2501.10000") }
    #expect(try desk.actions.perform(importing: [document(many[0])]).outcome.changed)
  }

  @Test("How far an import is rises to the whole")
  func progress() throws {
    let desk = try Desk()
    let filler = String(repeating: "word ", count: 200)
    let long = document(
      (0..<1_200).map { entry("Work \($0)", "2501.\(10_000 + $0)", remark: filler) }.joined())
    #expect(long.source.bytes.count > 1 << 20)
    var reports: [ImportProgress] = []
    _ = try desk.actions.perform(importing: [long, long], report: { reports.append($0) })
    #expect(reports.map(\.entries) == Array(stride(from: 256, through: 2_304, by: 256)) + [2_400])
    let shares = reports.compactMap(\.share)
    #expect(shares.count == reports.count && shares == shares.sorted() && shares.last == 1)
    #expect(abs(shares[3] - 0.4267) < 0.01)
    reports = []
    _ = try desk.actions.perform(
      importing: [document(entry("One", "2501.00001"))], report: { reports.append($0) })
    #expect(reports.map(\.entries) == [1])
  }

  @Test("An import that is stopped leaves nothing behind")
  func stopped() throws {
    let desk = try Desk()
    let many = (0..<600).map { entry("Work \($0)", "2501.\(10_000 + $0)") }.joined()
    #expect(throws: ActionError.refused("stopped; nothing was imported")) {
      try desk.actions.perform(importing: [document(many)], isCancelled: { true })
    }
    #expect(try desk.library.lists().count == 1)
    #expect(try desk.library.history(limit: nil).isEmpty)
  }
}
