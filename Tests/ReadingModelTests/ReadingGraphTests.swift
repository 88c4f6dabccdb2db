import ReadingModel
import Testing

@Suite("Reading graph")
struct ReadingGraphTests {
  private func node(_ number: Int, _ status: Status = .unread, after: [Int] = []) -> GraphNode {
    GraphNode(
      paper: PaperID(rawValue: Int64(number)), key: "title:p\(number)", name: "P\(number)",
      title: "Paper \(number)", position: number, status: status,
      prerequisites: after.map { .init(paper: PaperID(rawValue: Int64($0)), why: "") })
  }

  private func suggestions(_ nodes: [GraphNode], count: Int = 10) -> [String] {
    ReadingGraph(nodes: nodes).next(count: count).map { "\($0.node.name) \($0.reason)" }
  }

  @Test("A new order starts with its first paper")
  func beginning() {
    let nodes = [node(1), node(2, after: [1]), node(3, after: [2]), node(4)]
    #expect(
      suggestions(nodes) == [
        "P1 because it comes first and needs nothing before it; it opens P2",
        "P4 because it needs nothing before it",
      ])
    #expect(suggestions(nodes, count: 1).count == 1)
    #expect(suggestions(nodes, count: 0).isEmpty)
    #expect(suggestions([]).isEmpty)
  }

  @Test("A reason names what was read and what was skipped")
  func ground() {
    #expect(
      suggestions([node(1, .read), node(2, .read), node(3, after: [1, 2])])
        == ["P3 because you have read its two prerequisites, P1 and P2"])
    #expect(
      suggestions([node(1, .read), node(2, .queued, after: [1])])
        == ["P2 because you have read its prerequisite, P1"])
    #expect(
      suggestions([node(1, .skipped), node(2, after: [1])])
        == ["P2 because you have skipped its prerequisite, P1"])
    #expect(
      suggestions([node(1, .skipped), node(2, .read), node(3, after: [1, 2])])
        == ["P3 because you have read P2 and skipped P1"])
    #expect(
      suggestions([node(1, .read), node(2)])
        == ["P2 because it is next in the order and needs nothing before it"])
    #expect(suggestions([node(1, .reading)]) == ["P1 because you are reading it"])
  }

  @Test("Of many names the first three are said")
  func manyNames() {
    let read = (1...5).map { node($0, .read) }
    let nodes = read + [node(6, after: [1, 2, 3, 4, 5])] + (7...10).map { node($0, after: [6]) }
    #expect(
      suggestions(nodes) == [
        "P6 because you have read its five prerequisites, P1, P2, P3 and 2 more; "
          + "it opens P7, P8, P9 and 1 more"
      ])
  }

  @Test("A paper opens only what is not done and waits for nothing else")
  func opens() {
    let nodes = [
      node(1, .reading), node(2), node(3, after: [1]), node(4, after: [1, 2]),
      node(5, .read, after: [1]), node(6, after: [3]), node(7, .skipped, after: [1]),
    ]
    #expect(
      suggestions(nodes) == [
        "P1 because you are reading it; it opens P3",
        "P2 because it needs nothing before it",
      ])
  }

  @Test("A paper that waits, or stands in a cycle, is not suggested")
  func waiting() {
    #expect(suggestions([node(1, after: [2]), node(2, after: [1])]).isEmpty)
    #expect(suggestions([node(1, .queued, after: [2]), node(2, .read, after: [1])]).count == 1)
    #expect(
      suggestions([node(2, after: [99, 2])])
        == ["P2 because it comes first and needs nothing before it"])
  }

  @Test("The chain to a paper can be read from its first to its last")
  func chain() {
    let graph = ReadingGraph(nodes: [
      node(6), node(1), node(2, .read), node(3, after: [4, 1]), node(4, after: [2]),
      node(5, after: [3, 2]), node(7, after: [5, 6]), node(8, .skipped, after: [6]),
      node(9, after: [8]),
    ])
    #expect(
      graph.chain(to: PaperID(rawValue: 7)).map(\.name) == ["P1", "P4", "P3", "P5", "P6", "P7"])
    #expect(graph.chain(to: PaperID(rawValue: 5)).map(\.name) == ["P1", "P4", "P3", "P5"])
    #expect(graph.chain(to: PaperID(rawValue: 9)).map(\.name) == ["P9"])
    #expect(graph.chain(to: PaperID(rawValue: 2)).map(\.name) == ["P2"])
    #expect(graph.chain(to: PaperID(rawValue: 99)).isEmpty)
  }

  @Test("A cycle does not catch the chain")
  func chainThroughCycle() {
    let graph = ReadingGraph(nodes: [node(1, after: [2]), node(2, after: [1]), node(3, after: [1])])
    #expect(graph.chain(to: PaperID(rawValue: 3)).map(\.name) == ["P1", "P2", "P3"])
    #expect(graph.chain(to: PaperID(rawValue: 1)).map(\.name) == ["P2", "P1"])
  }

  @Test("A chain of many papers is as quick as it is long")
  func longChain() {
    let graph = ReadingGraph(nodes: (1...20_000).map { node($0, after: [$0 - 1]) })
    let chain = graph.chain(to: PaperID(rawValue: 20_000))
    #expect(chain.map(\.position) == Array(1...20_000))
  }

  @Test("A prerequisite that closes a cycle names the way around it")
  func cycle() {
    let graph = ReadingGraph(nodes: [
      node(1), node(2, after: [1]), node(3, after: [2]), node(4, after: [3, 1]),
    ])
    func names(_ paper: Int64, _ required: Int64) -> [String]? {
      graph.cycle(adding: PaperID(rawValue: paper), required: PaperID(rawValue: required))
    }
    #expect(names(1, 3) == ["P1", "P3", "P2", "P1"])
    #expect(names(1, 4) == ["P1", "P4", "P1"])
    #expect(names(2, 2) == ["P2", "P2"])
    #expect(names(4, 2) == nil)
    #expect(names(1, 99) == nil)
  }
}
