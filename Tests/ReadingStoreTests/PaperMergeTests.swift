import GRDB
import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Two papers that are one")
struct PaperMergeTests {
  private let later = "2026-03-02T10:00:00Z"

  private func change(
    _ library: Library, at now: String = Fixture.now, _ body: (LibraryEditor) throws -> Void
  ) throws {
    _ = try library.change(at: now) { editor in
      try body(editor)
      return "Changed"
    }
  }

  private func merge(_ other: PaperID, into kept: PaperID, in library: Library) throws {
    try change(library, at: later) { try $0.merge(other, into: kept, at: later) }
  }

  @Test(
    "The paper that is kept has everything of both, and the history leads there and back",
    arguments: [
      true, false,
    ])
  func everything(onDisk: Bool) throws {
    let folder = try TemporaryFolder()
    let library = try onDisk ? folder.library() : Fixture.library()
    let gpt = try library.id("arxiv:2005.14165")
    let blog = try library.id("url:https://example.org/blog")
    let attention = try library.id("arxiv:1706.03762")
    let instruct = try library.id("arxiv:2203.02155")
    try change(library) { editor in
      try editor.setStatus(.queued, of: blog, at: Fixture.then)
      try editor.setStatus(.queued, of: attention, at: Fixture.then)
      try editor.setStatus(.queued, of: gpt, at: Fixture.now)
      try editor.setPass(2, of: blog, at: later)
      try editor.setRating(4, of: blog, at: later)
      try editor.addTag("both", to: gpt)
      try editor.addTag("both", to: blog)
      try editor.addTag("theirs", to: blog)
      try editor.saveNote(paper: gpt, note: nil, body: "mine", at: Fixture.now)
      try editor.saveNote(paper: blog, note: nil, body: "theirs", at: Fixture.now)
      try editor.addPrerequisite(blog, required: attention, why: "theirs")
      try editor.addPrerequisite(instruct, required: blog, why: "later")
    }
    let start = try library.dump()
    let before = (try #require(try library.paper(gpt)), try #require(try library.paper(blog)))
    try merge(blog, into: gpt, in: library)
    let after = try #require(try library.paper(gpt))
    #expect(try library.paper(blog) == nil)
    #expect(after.paper.title == before.0.paper.title && after.key == before.0.key)
    #expect(after.paper.identifiers == before.0.paper.identifiers + before.1.paper.identifiers)
    #expect(after.progress == Progress(status: .queued, pass: 2, rating: 4))
    #expect(try library.rows(.queue, start: 0, limit: 9).rows.map(\.paper) == [gpt, attention])
    #expect(after.tags == ["both", "theirs"] && after.notes.map(\.body) == ["mine", "theirs"])
    #expect(Set(after.memberships.map(\.slug)) == ["order", "week"])
    #expect(after.prerequisites.map(\.paper) == [attention])
    #expect(after.requiredBy.map(\.paper) == [instruct])
    #expect(try library.find(key: before.1.key) == gpt)
    #expect(try library.find(key: "title:\(before.1.paper.titleKey)") == gpt)
    #expect(try library.rows(.search(Query.parse("theirs")), start: 0, limit: 9).total == 1)
    #expect(try library.faults() == [])
    #expect(try library.examine().filter { $0.state == .damaged } == [])
    let end = try library.dump()
    #expect(try library.undo(at: later) != nil)
    #expect(try library.dump() == start)
    #expect(try library.redo(at: later) != nil)
    #expect(try library.dump() == end)
    #expect(try library.faults() == [])
    try library.close()
  }

  @Test("In a list that has both, the first entry stays with both remarks, and nothing has a gap")
  func sameList() throws {
    let library = try Fixture.library()
    let (bert, instruct) = (try library.id("arxiv:1810.04805"), try library.id("arxiv:2203.02155"))
    let start = try library.dump()
    try merge(instruct, into: bert, in: library)
    let list = try #require(try library.list(slug: "order"))
    let document = try library.document(of: list.id)
    var expected = Fixture.order.sections.flatMap(\.entries).map(\.remark)
    expected.removeLast()
    #expect(document.sections.flatMap(\.entries).map(\.remark) == expected)
    #expect(document.sections.map(\.title) == [nil, "Empty", "Models"])
    let entry = try #require(
      document.sections.flatMap(\.entries).first { $0.remark == "The encoder." })
    #expect(
      entry.prerequisites.map(\.key)
        == ["arxiv:1706.03762", "arxiv:2005.14165", "title:not-here"])
    #expect(try library.faults() == [])
    #expect(try library.examine().allSatisfy { $0.state == .sound })
    #expect(try library.undo(at: later) != nil)
    #expect(try library.dump() == start)
  }

  @Test("Remarks of both stand below each other; one that says the same does not")
  func remarks() {
    #expect(Remark.joined("a", "b") == "a\n\nb")
    #expect(Remark.joined("a", "") == "a" && Remark.joined("", "b") == "b")
    #expect(Remark.joined("a", "a") == "a")
  }

  @Test("Papers of which one comes before the other become one that waits for nothing")
  func prerequisitesBetween() throws {
    let library = try Fixture.library()
    let (attention, bert) = (try library.id("arxiv:1706.03762"), try library.id("arxiv:1810.04805"))
    try change(library) { try $0.addPrerequisite(bert, required: attention, why: "mine") }
    let start = try library.dump()
    try merge(attention, into: bert, in: library)
    let detail = try #require(try library.paper(bert))
    #expect(detail.prerequisites.isEmpty)
    #expect(detail.requiredBy.map(\.key) == ["arxiv:2005.14165"])
    let list = try #require(try library.list(slug: "order")).id
    #expect(
      try library.rows(.list(list), start: 0, limit: 9).rows.first { $0.paper == bert }?.waitingFor
        == [])
    #expect(try library.rows(.nextUp, start: 0, limit: 9).rows.map(\.paper).contains(bert))
    // What the list says stays, so that exporting it loses nothing.
    #expect(
      try library.document(of: list).sections.flatMap(\.entries).flatMap(\.prerequisites)
        .contains(Prerequisite(key: "arxiv:1706.03762", why: "it is half of it")))
    #expect(try library.examine().allSatisfy { $0.state == .sound })
    #expect(try library.undo(at: later) != nil)
    #expect(try library.dump() == start)
  }

  @Test("Papers with another one between them are refused, with the circle that there would be")
  func circle() throws {
    let library = try Fixture.library()
    let (attention, instruct) = (
      try library.id("arxiv:1706.03762"), try library.id("arxiv:2203.02155")
    )
    let start = try library.dump()
    #expect {
      try merge(instruct, into: attention, in: library)
    } throws: { error in
      guard case .cycle(let names) = error as? LibraryError else { return false }
      return names.count == 3 && names.contains("GPT-3")
    }
    #expect(try library.dump() == start)
    #expect(throws: LibraryError.noSuchPaper) {
      try merge(attention, into: attention, in: library)
    }
  }

  @Test("The further status stands with its date, and every event once")
  func progress() throws {
    let library = try Fixture.library()
    let (bert, blog) = (
      try library.id("arxiv:1810.04805"), try library.id("url:https://example.org/blog")
    )
    try change(library) { editor in
      try editor.setStatus(.skipped, of: bert, at: Fixture.then)
      try editor.setStatus(.reading, of: bert, at: later)
      try editor.setStatus(.skipped, of: blog, at: Fixture.then)
      try editor.setStatus(.read, of: blog, at: Fixture.now)
    }
    try merge(blog, into: bert, in: library)
    #expect(try library.paper(bert)?.progress.status == .read)
    let events = try library.reading { database in
      try database.rows(
        "SELECT at, status FROM reading_event WHERE paper = ? ORDER BY at", bert.rawValue
      ).map { "\($0[0] as String) \($0[1] as String)" }
    }
    #expect(
      events == ["\(Fixture.then) skipped", "\(Fixture.now) read", "\(later) reading"])
    let changed = try library.reading { database in
      try database.value("SELECT changed FROM progress WHERE paper = ?", bert.rawValue) as String?
    }
    #expect(changed == Fixture.now)
    #expect(try library.faults() == [])
  }

  @Test("Facts that are missing are filled, a chosen one is kept from imports, an edited one wins")
  func facts() throws {
    let library = try Library.inMemory()
    var (kept, other) = (PaperID(rawValue: 0), PaperID(rawValue: 0))
    try change(library) { editor in
      kept = try editor.insert(
        Paper(
          title: "A text", year: 2020, identifiers: [Identifier(canonical: "10.1/a", scheme: .doi)],
          links: [Link(kind: .paper, url: "https://a.org")], hasWorkingTitle: true),
        at: Fixture.now)
      other = try editor.insert(
        Paper(
          title: "The title", shortName: "T", authors: ["A"], year: 2021, venue: "V",
          abstract: "Words", identifiers: [Identifier(canonical: "2501.00001", scheme: .arxiv)],
          links: [
            Link(kind: .paper, url: "https://b.org"), Link(kind: .code, url: "https://c.org"),
          ]), at: Fixture.then)
      try editor.edit(other, [.venue("Mine")])
    }
    try merge(other, into: kept, in: library)
    let detail = try #require(try library.paper(kept))
    #expect(
      detail.paper
        == Paper(
          title: "The title", shortName: "T", authors: ["A"], year: 2020, venue: "Mine",
          abstract: "Words",
          identifiers: [
            Identifier(canonical: "10.1/a", scheme: .doi),
            Identifier(canonical: "2501.00001", scheme: .arxiv),
          ],
          links: [
            Link(kind: .paper, url: "https://a.org"), Link(kind: .page, url: "https://b.org"),
            Link(kind: .code, url: "https://c.org"),
          ]))
    #expect(detail.key == "arxiv:2501.00001" && detail.added == Fixture.then)
    for key in ["doi:10.1/a", "title:a-text", "title:the-title"] {
      #expect(try library.find(key: key) == kept)
    }
    #expect(try library.looking { try $0.editedFacts(of: kept) } == [.venue, .year])
    #expect(try library.examine().allSatisfy { $0.state == .sound })
  }

  @Test("An identifier is split off with its link, its entry and what lists require by it")
  func split() throws {
    let library = try Fixture.library()
    let (bert, gpt) = (try library.id("arxiv:1810.04805"), try library.id("arxiv:2005.14165"))
    let week = try #require(try library.list(slug: "week")).id
    try merge(gpt, into: bert, in: library)
    try change(library) { editor in
      try editor.saveNote(paper: bert, note: nil, body: "stays", at: Fixture.now)
    }
    let start = try library.dump()
    var new = bert
    try change(library, at: later) { editor in
      new = try editor.split(
        [Identifier(canonical: "2005.14165", scheme: .arxiv)], from: bert, title: nil,
        takingEntriesOf: [week], at: later)
    }
    let parts = (try #require(try library.paper(bert)), try #require(try library.paper(new)))
    #expect(parts.0.key == "arxiv:1810.04805" && parts.1.key == "arxiv:2005.14165")
    #expect(parts.1.paper.hasWorkingTitle && parts.1.paper.title == "arXiv 2005.14165")
    #expect(parts.0.notes.count == 1 && parts.1.notes.isEmpty)
    #expect(parts.1.memberships.map(\.slug) == ["week"])
    #expect(!parts.0.memberships.map(\.slug).contains("week"))
    #expect(parts.1.requiredBy.map(\.key) == ["arxiv:2203.02155"])
    #expect(try library.find(key: "arxiv:2005.14165") == new)
    #expect(try library.faults() == [])
    #expect(try library.examine().allSatisfy { $0.state == .sound })
    let end = try library.dump()
    #expect(try library.undo(at: later) != nil)
    #expect(try library.dump() == start)
    #expect(try library.redo(at: later) != nil)
    #expect(try library.dump() == end)
  }

  @Test("A paper that loses its only identifier has its title’s key, and a link goes with its name")
  func splitAll() throws {
    let library = try Library.inMemory()
    var (paper, new) = (PaperID(rawValue: 0), PaperID(rawValue: 0))
    let identifiers = [
      Identifier(canonical: "2501.00001", scheme: .arxiv),
      Identifier(canonical: "10.1/b", scheme: .doi),
    ]
    try change(library) { editor in
      paper = try editor.insert(
        Paper(
          title: "Wrong", identifiers: identifiers,
          links: [
            Link(kind: .code, url: "https://code.org/x"),
            Link(kind: .page, url: "https://arxiv.org/pdf/2501.00001v2"),
          ]), at: Fixture.now)
    }
    try change(library) { editor in
      new = try editor.split(
        identifiers, from: paper, title: "Right", takingEntriesOf: [], at: later)
    }
    let parts = (try #require(try library.paper(paper)), try #require(try library.paper(new)))
    #expect(parts.0.key == "title:wrong" && parts.0.paper.identifiers.isEmpty)
    #expect(parts.0.paper.links == [Link(kind: .code, url: "https://code.org/x")])
    #expect(parts.1.key == "arxiv:2501.00001" && parts.1.paper.title == "Right")
    #expect(
      parts.1.paper.links == [Link(kind: .paper, url: "https://arxiv.org/pdf/2501.00001v2")])
    #expect(try library.find(key: "arxiv:2501.00001") == new)
    #expect(try library.examine().allSatisfy { $0.state == .sound })
  }

  @Test("Any merges, splits and edits leave a sound library, and undo leads back", arguments: 1...6)
  func random(seed: UInt64) throws {
    let library = try Fixture.library()
    var generator = RandomChanges(seed: seed)
    for step in 10..<40 {
      try change(library, at: "2026-03-01T10:00:\(step)Z") {
        try generator.change($0, at: "2026-03-01T10:00:\(step)Z")
      }
    }
    let start = try library.dump()
    let steps = try library.history(limit: nil).count
    for step in 10..<60 {
      let moment = "2026-03-02T10:00:\(step)Z"
      do {
        try change(library, at: moment) { try generator.settle($0, at: moment) }
      } catch LibraryError.cycle {}
      #expect(try library.faults() == [])
      #expect(
        try library.examine().filter { $0.state != .sound && $0.name != "duplicates" } == [])
    }
    let end = try library.dump()
    let made = try library.history(limit: nil).count - steps
    #expect(made > 20)
    for _ in 0..<made { #expect(try library.undo(at: later) != nil) }
    #expect(try library.dump() == start)
    for _ in 0..<made { #expect(try library.redo(at: later) != nil) }
    #expect(try library.dump() == end)
    #expect(try library.faults() == [])
  }
}
