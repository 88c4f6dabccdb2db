import Foundation
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore
import Testing

// The documents of the project's origin are not part of it; they are tried where they lie beside it.
@Suite("What a person asks of an import")
struct ImportWishTests {
  private typealias Place = ImportRequest.EntryPlace
  private typealias Line = (title: String, arxiv: String, remark: String)

  /// A document in Lectern's own format, with one line for each entry.
  private func document(
    _ entries: [Line], title: String = "A week",
    path: String = "week.md"
  ) -> ImportDocument {
    let body = entries.map { entry in
      "- [\(entry.title)](https://arxiv.org/abs/\(entry.arxiv))\n  - arxiv: \(entry.arxiv)\n"
        + (entry.remark.isEmpty ? "" : "\n  \(entry.remark)\n") + "\n"
    }.joined()
    let text = "---\ntitle: \(title)\nkind: weekly\n---\n\n## Papers\n\n\(body)"
    return ImportDocument(path: path, source: ImportSource(name: path, data: Data(text.utf8)))
  }

  private func works(_ numbers: some Sequence<Int>, remark: String = "") -> [Line] {
    numbers.map { ("Work \($0)", "2501.\(10_000 + $0)", remark) }
  }

  private func titles(_ slug: String, of desk: Desk) throws -> [String] {
    let list = try desk.actions.list(named: slug)
    return try desk.library.rows(.list(list.id), start: 0, limit: 100).rows.map(\.title)
  }

  @Test("Each list of several documents goes where it is asked to, under its own head")
  func lists() throws {
    let desk = try Desk()
    let documents = [
      document(works([1]), title: "One", path: "1.md"),
      document(works([2]), title: "Two", path: "2.md"),
      document(works([3]), title: "Three", path: "3.md"),
    ]
    let request = ImportRequest(
      everyList: .init(kind: .notes),
      lists: [
        .init(document: 0, list: 0): .init(slug: "mine", title: "My list", issued: "2025-03-01"),
        .init(document: 2, list: 0): .init(slug: "mine", kind: .custom),
      ])
    let plan = try desk.actions.plan(importing: documents, request)
    #expect(plan.documents.flatMap(\.lists).map(\.slug) == ["mine", "two", "mine"])
    let (_, done) = try desk.actions.perform(importing: documents, request)
    #expect(done == plan)
    let list = try desk.actions.list(named: "mine")
    #expect(list.title == "My list" && list.kind == .notes && list.issued == "2025-03-01")
    #expect(list.entries == 2)
    #expect(try desk.actions.list(named: "two").kind == .notes)
    #expect(throws: ActionError.self) {
      try desk.actions.plan(
        importing: documents,
        ImportRequest(lists: [.init(document: 1, list: 0): .init(slug: "No Slug")]))
    }
  }

  @Test("An entry left out of a list that stands stays as it is, and one that is gone stays too")
  func leavingOut() throws {
    let desk = try Desk()
    _ = try desk.actions.perform(importing: [document(works(1...5, remark: "Old."))])
    let next = document(
      works([6, 3, 1], remark: "Old.") + works([2], remark: "New."), title: "A week")
    let plan = try desk.actions.plan(importing: [next])
    #expect(
      plan.documents[0].lists[0].entries.map { "\($0.change.name) \($0.title)" } == [
        "new Work 6", "moved Work 3", "same Work 1", "changed Work 2", "gone Work 4",
        "gone Work 5",
      ])
    let places = [1, 3, 4].map { Place(document: 0, list: 0, entry: $0) }
    let (outcome, done) = try desk.actions.perform(
      importing: [next], ImportRequest(leavingOut: Set(places)))
    #expect(
      done.documents[0].lists[0].entries.map(\.change) == [
        .new, .leftOut, .same, .leftOut, .leftOut, .gone(isKept: false),
      ])
    #expect(outcome.sentence == "Imported “A week”: 1 new, 1 same, 1 gone")
    #expect(
      try titles("a-week", of: desk) == ["Work 6", "Work 1", "Work 2", "Work 3", "Work 4"])
    let standing = try #require(try desk.library.looking { try $0.list(slug: "a-week") })
    #expect(standing.entries.allSatisfy { !$0.isGone && $0.remark == "Old." })
  }

  @Test("Leaving everything out changes nothing and makes no list")
  func leavingOutAll() throws {
    let desk = try Desk()
    let before = try desk.library.dump()
    let places = (0..<3).map { Place(document: 0, list: 0, entry: $0) }
    let (outcome, _) = try desk.actions.perform(
      importing: [document(works(1...3))], ImportRequest(leavingOut: Set(places)))
    #expect(!outcome.changed)
    #expect(try desk.library.dump() == before)
  }

  @Test("What is left out of a plan is what an import leaves out, whatever it is")
  func agreement() throws {
    var random = FixedRandom(state: 7)
    func chance(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
    for _ in 0..<40 {
      let desk = try Desk()
      let old = works((1...8).shuffled(using: &random), remark: "Old.").prefix(3 + chance(6))
      _ = try desk.actions.perform(importing: [document(Array(old))])
      let new = works((1...12).shuffled(using: &random)).prefix(1 + chance(12))
        .map { entry -> Line in
          (entry.title, entry.arxiv, chance(3) == 0 ? "New." : "Old.")
        }
      let plan = try desk.actions.plan(importing: [document(new)])
      let all = plan.documents[0].lists[0].entries.map(\.change)
      let left = Set(all.indices.filter { _ in chance(3) == 0 })
      let before = try desk.library.dump()
      let (outcome, done) = try desk.actions.perform(
        importing: [document(new)],
        ImportRequest(leavingOut: Set(left.map { Place(document: 0, list: 0, entry: $0) })))
      #expect(
        done.documents[0].lists[0].entries.map(\.change)
          == all.enumerated().map { left.contains($0.offset) ? .leftOut : $0.element })
      if outcome.changed { _ = try desk.say(.undo(1)) }
      #expect(try desk.library.dump() == before)
    }
  }

  @Test("A conflict names its entry, what contradicts what, and the other paper")
  func conflicts() throws {
    let desk = try Desk()
    let plan = try desk.actions.plan(
      importing: [
        document([
          ("BERT: Pre-training of Deep Bidirectional Transformers", "2501.00001", ""),
          ("Twice", "2501.00002", ""), ("Twice", "2501.00003", ""),
          ("A quite different heading", "1706.03762", ""),
        ])
      ])
    let conflicts = plan.documents[0].conflicts
    #expect(conflicts.map(\.kind) == [.sharedTitle, .sharedTitle, .sharedIdentifier])
    #expect(conflicts.map(\.place.entry) == [0, 2, 3])
    #expect(
      conflicts.map(\.identifier) == ["arxiv:2501.00001", "arxiv:2501.00003", "arxiv:1706.03762"])
    #expect(conflicts.map { $0.other?.key } == ["arxiv:1810.04805", "arxiv:2501.00002", nil])
    #expect(conflicts.map { $0.other?.line } == [nil, 11, nil])
    #expect(conflicts.allSatisfy { !$0.isMerged })
    #expect(plan.documents[0].lists[0].entries.map(\.isKnown) == [false, false, false, true])
  }

  @Test("An entry merged into the other paper becomes it, for later imports too; undo restores all")
  func merging() throws {
    let desk = try Desk()
    let entries: [Line] = [
      ("BERT: Pre-training of Deep Bidirectional Transformers", "2501.00001", "Mine."),
      ("Twice", "2501.00002", ""), ("Twice", "2501.00003", ""),
    ]
    let before = try desk.library.dump()
    let request = ImportRequest(
      merging: [.init(document: 0, list: 0, entry: 0), .init(document: 0, list: 0, entry: 2)])
    let plan = try desk.actions.plan(importing: [document(entries)], request)
    let (_, done) = try desk.actions.perform(importing: [document(entries)], request)
    #expect(done == plan)
    #expect(done.documents[0].conflicts.map(\.isMerged) == [true, true])
    #expect(try desk.paper("2501.00001") == desk.paper("1810.04805"))
    #expect(try desk.paper("2501.00003") == desk.paper("2501.00002"))
    let again = try desk.actions.plan(importing: [document(entries)])
    #expect(again.counts.same == 3 && again.documents[0].conflicts.isEmpty)
    _ = try desk.say(.undo(1))
    #expect(try desk.library.dump() == before)
    _ = try desk.say(.redo(1))
    #expect(try desk.paper("2501.00001") == desk.paper("1810.04805"))
  }

  @Test("An entry whose title belongs to another paper can be taken for that one")
  func mergingIntoTwin() throws {
    let desk = try Desk()
    let entries: [Line] = [("Attention Is All You Need", "1810.04805", "")]
    let plan = try desk.actions.plan(importing: [document(entries)])
    #expect(plan.documents[0].conflicts.map { $0.other?.key } == ["arxiv:1706.03762"])
    let before = try desk.library.dump()
    _ = try desk.actions.perform(
      importing: [document(entries)],
      ImportRequest(merging: [.init(document: 0, list: 0, entry: 0)]))
    #expect(try desk.detail("1706.03762").memberships.map(\.slug) == ["order", "a-week"])
    #expect(try desk.detail("1810.04805").memberships.map(\.slug) == ["order"])
    _ = try desk.say(.undo(1))
    #expect(try desk.library.dump() == before)
  }

  /// Notes in Markdown in which a title stands over a second paper by mistake.
  static let notes = """
    # Notes of the month

    [**Careful Rewards: Consistency for Reasoning**](https://arxiv.org/pdf/2506.10001)
    - What it does
        - It rewards answers that follow from their reasons

    [**Careful Rewards: Consistency for Reasoning**](https://arxiv.org/pdf/2506.10002)
    - Problem?
    - Outliers break small number formats
        - Train so that they do not come up

    """

  /// That document, and the one that is the origin of its shape where it is at hand.
  static let notesDocuments: [ImportDocument] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared/seeds").standardizedFileURL
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let origin = names.filter { $0.hasPrefix("003_") }.compactMap { name in
      (try? Data(contentsOf: folder.appendingPathComponent(name))).map { data in
        ImportDocument(path: name, source: ImportSource(name: name, data: data))
      }
    }
    let own = ImportSource(name: "notes.md", data: Data(notes.utf8))
    return [ImportDocument(path: "notes.md", source: own)] + origin
  }()

  @Test("A repeated title over two papers is a conflict that can be kept or merged")
  func realNotes() throws {
    for document in Self.notesDocuments {
      let desk = try Desk()
      let before = try desk.library.dump()
      let conflicts = try desk.actions.plan(importing: [document]).documents[0].conflicts
      #expect(conflicts.map(\.kind) == [.sharedTitle])
      let conflict = try #require(conflicts.first)
      let mine = String(conflict.identifier.dropFirst("arxiv:".count))
      let other = try #require(conflict.other?.key?.dropFirst("arxiv:".count))
      _ = try desk.actions.perform(importing: [document])
      #expect(try desk.paper(mine) != desk.paper(String(other)))
      _ = try desk.say(.undo(1))
      #expect(try desk.library.dump() == before)
      let request = ImportRequest(merging: [conflict.place])
      let plan = try desk.actions.plan(importing: [document], request)
      let (_, done) = try desk.actions.perform(importing: [document], request)
      #expect(done == plan)
      #expect(try desk.paper(mine) == desk.paper(String(other)))
      let again = try desk.actions.plan(importing: [document])
      #expect(again.counts.same == again.counts.entries && again.documents[0].conflicts.isEmpty)
      _ = try desk.say(.undo(1))
      #expect(try desk.library.dump() == before)
    }
  }

  @Test("Taking back an import into another list restores that list")
  func retargeted() throws {
    let desk = try Desk()
    _ = try desk.mark("BERT", .read)
    let before = try desk.library.dump()
    let (outcome, _) = try desk.actions.perform(
      importing: [document(works(1...3))],
      ImportRequest(
        lists: [.init(document: 0, list: 0): .init(slug: "order", title: "Another title")]))
    #expect(outcome.changed)
    #expect(try desk.actions.list(named: "order").title == "Another title")
    _ = try desk.say(.undo(1))
    #expect(try desk.library.dump() == before)
  }
}

/// Numbers that are the same in every run: a linear congruential generator (Knuth, MMIX).
private struct FixedRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}
