import Browser
import Foundation
import ReadingActions
import ReadingModel
import ReadingStore
import Testing

@testable import LecternCommands

@Suite("The desk that imports for the browser")
struct LiveImportDeskTests {
  /// A folder with a library and the desk on it.
  private final class Room {
    let url: URL
    let library: Library
    let desk: LiveImportDesk

    init() throws {
      url = FileManager.default.temporaryDirectory.appending(path: "lectern-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      library = try Library.open(at: url.appending(path: "library.db").path()) {
        [
          ReadingList(
            slug: "order", title: "An order", kind: .order,
            sections: [
              ReadingSection(
                title: nil,
                entries: [
                  Entry(
                    paper: Paper(
                      title: "Attention Is All You Need",
                      identifiers: [Identifier(canonical: "1706.03762", scheme: .arxiv)]))
                ])
            ])
        ]
      }
      desk = LiveImportDesk(
        library, home: url.path(), dailyBackup: DailyBackup(library))
    }

    deinit {
      try? library.close()
      try? FileManager.default.removeItem(at: url)
    }

    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: url.appending(path: name))
    }

    func order(_ path: String) -> ImportOrder { order(exact: Array(path.utf8), shown: path) }

    func order(exact: [UInt8], shown: String) -> ImportOrder {
      ImportOrder(material: .line(ImportPath(shown: shown, exact: exact)))
    }

    func plan(_ order: ImportOrder) throws -> ImportPlan { try desk.plan(order, JobControl()) }
  }

  private let list =
    "# Works\n\n- [One work](https://arxiv.org/abs/2501.00001)\n"
    + "- [Another work](https://arxiv.org/abs/2501.00002)\n"

  @Test("A path goes on with the names of its folder, hidden ones only when asked for")
  func names() throws {
    let room = try Room()
    for name in ["list.md", "list.bib", ".listed", "other"] { try room.write(name, "") }
    try FileManager.default.createDirectory(
      at: room.url.appending(path: "lists"), withIntermediateDirectories: true)
    let found = try room.desk.names(beginning: Array("~/list".utf8))
    #expect(found.map(\.shown) == ["list.bib", "list.md", "lists"])
    #expect(found.map(\.isFolder) == [false, false, true])
    #expect(try room.desk.names(beginning: Array("~/.l".utf8)).map(\.shown) == [".listed"])
    #expect(try room.desk.names(beginning: Array("~/nothing/x".utf8)).isEmpty)
  }

  @Test("Of very many names some hundreds are offered")
  func manyNames() throws {
    let room = try Room()
    for number in 0..<600 { try room.write("x\(number)", "") }
    #expect(try room.desk.names(beginning: Array("~/x".utf8)).count == FolderNames.most)
  }

  @Test("A name that is no UTF-8 is shown clean and opened as the disk has it")
  func exactName() throws {
    let room = try Room()
    let name: [UInt8] = Array("a".utf8) + [0xFF, 0x1B] + Array(".md".utf8)
    let path = Array((room.url.path() + "/").utf8) + name
    let file = fopen(path.map { CChar(bitPattern: $0) } + [0], "w")
    try #require(file != nil)
    fputs(list, file)
    fclose(file)
    let found = try #require(try room.desk.names(beginning: Array("~/a".utf8)).first)
    #expect(found.exact == name && found.shown == "a\u{FFFD}.md")
    let plan = try room.plan(room.order(exact: path, shown: found.shown))
    #expect(plan.counts.new == 2)
  }

  @Test("An arXiv id, a DOI or an address is one entry; what names nothing is said to be missing")
  func lines() throws {
    let room = try Room()
    for line in [
      "https://arxiv.org/abs/2501.00001", "2501.00001", "doi:10.1000/182",
      "https://example.org/an-article",
    ] {
      let plan = try room.plan(room.order(line))
      #expect(plan.counts.entries == 1, "\(line)")
    }
    #expect(
      try room.plan(room.order("https://arxiv.org/pdf/1706.03762v5")).documents[0].lists[0]
        .entries[0].isKnown)
    let missing = #expect(throws: Failure.self) { try room.plan(room.order("gone.md")) }
    #expect(missing?.description == "There is no file “gone.md”.")
  }

  @Test("A pipe is refused, since its end may never come")
  func pipe() throws {
    let room = try Room()
    mkfifo(room.url.appending(path: "pipe.md").path(), 0o600)
    #expect(throws: Failure.self) { try room.plan(room.order("~/pipe.md")) }
    try room.write("list.md", list)
    #expect(try room.plan(room.order(room.url.path())).documents.count == 1)
  }

  @Test("Pasted text is a document that says how many lines it has")
  func pasted() throws {
    let room = try Room()
    let plan = try room.plan(ImportOrder(material: .pasted(list)))
    #expect(plan.documents.map(\.path) == ["pasted text, 4 lines"])
    #expect(plan.counts.new == 2)
  }

  @Test("What is imported is what was planned, even when the file is another one by now")
  func same() throws {
    let room = try Room()
    try room.write("list.md", list)
    var order = room.order("~/list.md")
    #expect(try room.plan(order).counts.new == 2)
    #expect(try room.library.lists().count == 1)
    try room.write("list.md", "")
    order.request.leavingOut = [.init(document: 0, list: 0, entry: 1)]
    order.request.lists[.init(document: 0, list: 0)] = .init(slug: "mine")
    let result = try room.desk.perform(order, JobControl())
    #expect(result.outcome.sentence.hasPrefix("Imported “Works”: 1 new"))
    let mine = try #require(try room.library.list(slug: "mine"))
    #expect(result.list == mine.id && mine.entries == 1)
    #expect(!room.desk.isWriting)
    _ = try Actions(library: room.library).perform(.undo(1))
    #expect(try room.library.list(slug: "mine") == nil)
    room.desk.forget()
    #expect(try room.plan(order).documents[0].problem != nil)
  }
}
