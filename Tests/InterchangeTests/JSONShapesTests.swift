import Interchange
import ReadingModel
import Testing

@Suite("JSON of the commands")
struct JSONShapesTests {
  private let summary = ListSummary(
    id: ListID(rawValue: 1), slug: "s", title: "T", kind: .order, issued: nil, entries: 3, read: 1,
    skipped: 0)

  private func listed(_ position: Int, section: String?) -> ListedPaper {
    ListedPaper(
      id: PaperID(rawValue: Int64(position)), key: "title:p\(position)",
      paper: Paper(title: "P\(position)"), progress: Progress(), tags: [], position: position,
      section: section)
  }

  private func bare(_ position: Int, _ more: String = "") -> String {
    "{\"position\":\(position),\"key\":\"title:p\(position)\",\"title\":\"P\(position)\","
      + "\"authors\":[],\"year\":null,\"arxiv\":null,\"doi\":null,\"url\":null,\"code\":null,"
      + "\"status\":\"unread\",\"pass\":0,\"rating\":null,\"tags\":[],\"remark\":\"\"\(more)}"
  }

  @Test("Lists have their counts, and null for a day that is not known")
  func lists() {
    #expect(
      JSONShapes.lists([summary]).printed
        == "[{\"slug\":\"s\",\"title\":\"T\",\"kind\":\"order\",\"issued\":null,\"entries\":3,"
        + "\"read\":1,\"skipped\":0}]")
    #expect(JSONShapes.lists([]).printed == "[]")
  }

  @Test("A list has its entries by section, with every key")
  func list() {
    var papers = [listed(1, section: nil), listed(2, section: "A"), listed(3, section: "A")]
    papers[1].isGone = true
    let (here, gone) = (",\"gone\":false", ",\"gone\":true")
    #expect(
      JSONShapes.list(summary, papers: papers).printed
        == "{\"slug\":\"s\",\"title\":\"T\",\"kind\":\"order\",\"issued\":null,\"sections\":["
        + "{\"title\":null,\"entries\":[\(bare(1, here))]},"
        + "{\"title\":\"A\",\"entries\":[\(bare(2, gone)),\(bare(3, here))]}]}")
  }

  @Test("A search has the text that matched")
  func search() {
    var hit = listed(1, section: nil)
    hit.snippet = Snippet(
      field: "title", runs: [.init(text: "a ", matched: false), .init(text: "b", matched: true)])
    #expect(
      JSONShapes.search([hit, listed(2, section: nil)]).printed
        == "[\(bare(1, ",\"snippet\":\"a b\"")),\(bare(2, ",\"snippet\":null"))]")
  }

  @Test("A paper has everything that is known of it")
  func show() {
    let reference = PaperReference(
      paper: PaperID(rawValue: 2), key: "title:b", name: "B", status: .read)
    let detail = PaperDetail(
      id: PaperID(rawValue: 1), key: "arxiv:1706.03762",
      paper: Paper(
        title: "A", authors: ["X", "et al."], year: 2017, abstract: "Text",
        identifiers: [
          Identifier(canonical: "1706.03762", scheme: .arxiv),
          Identifier(canonical: "10.1000/1", scheme: .doi),
        ],
        links: [Link(kind: .paper, url: "https://a.org"), Link(kind: .code, url: "https://c.org")]),
      progress: Progress(status: .read, pass: 3, rating: 5), tags: ["moe"],
      notes: [
        Note(
          id: NoteID(rawValue: 7), body: "n\n", created: "2026-01-01", updated: "2026-01-02",
          versions: 2)
      ],
      memberships: [
        Membership(
          list: ListID(rawValue: 1), slug: "s", listTitle: "S", section: nil, position: 9,
          remark: "r", isGone: true)
      ],
      prerequisites: [reference], requiredBy: [], added: "2026-01-01T00:00:00Z")
    #expect(
      JSONShapes.show(detail).printed
        == "{\"position\":9,\"key\":\"arxiv:1706.03762\",\"title\":\"A\",\"authors\":[\"X\","
        + "\"et al.\"],\"year\":2017,\"arxiv\":\"1706.03762\",\"doi\":\"10.1000/1\","
        + "\"url\":\"https://a.org\",\"code\":\"https://c.org\",\"status\":\"read\",\"pass\":3,"
        + "\"rating\":5,\"tags\":[\"moe\"],\"remark\":\"r\",\"abstract\":\"Text\","
        + "\"short_name\":null,\"venue\":null,"
        + "\"identifiers\":[\"arxiv:1706.03762\",\"doi:10.1000/1\"],"
        + "\"lists\":[{\"slug\":\"s\",\"section\":null,\"position\":9,\"remark\":\"r\","
        + "\"gone\":true}],"
        + "\"notes\":[{\"id\":7,\"body\":\"n\\n\",\"created\":\"2026-01-01\","
        + "\"updated\":\"2026-01-02\",\"versions\":2}],"
        + "\"prerequisites\":[\"title:b\"],\"required_by\":[]}")
  }

  @Test("Suggestions, chains and history have their reasons, places and states")
  func others() {
    let row = EntryRow(paper: PaperID(rawValue: 1), key: "title:a", position: 4, title: "A")
    #expect(
      JSONShapes.next([NextUp(row: row, list: "s", reason: "because")]).printed
        == "[{\"position\":4,\"key\":\"title:a\",\"title\":\"A\",\"authors\":[],\"year\":null,"
        + "\"status\":\"unread\",\"list\":\"s\",\"reason\":\"because\"}]")
    let node = GraphNode(
      paper: PaperID(rawValue: 1), key: "title:a", name: "a", title: "A", position: 0,
      status: .queued)
    #expect(
      JSONShapes.path([node]).printed
        == "[{\"position\":null,\"key\":\"title:a\",\"title\":\"A\",\"status\":\"queued\"}]")
    let step = HistoryStep(id: 3, label: "Marked", at: "2026-01-01T00:00:00Z", state: .undone)
    #expect(
      JSONShapes.history([step]).printed
        == "[{\"id\":3,\"label\":\"Marked\",\"at\":\"2026-01-01T00:00:00Z\",\"revisited\":null,"
        + "\"state\":\"undone\"}]")
  }

  @Test("Strings are escaped where JSON or a terminal needs it, and stay UTF-8 otherwise")
  func escapes() {
    #expect(
      JSON.string("\"\\/\n\r\t\u{0}\u{1B}\u{7F}\u{9B}\u{2028}é注👩‍💻").printed
        == "\"\\\"\\\\/\\n\\r\\t\\u0000\\u001b\\u007f\\u009b\\u2028é注👩‍💻\"")
  }
}
