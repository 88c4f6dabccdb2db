import ReadingActions
import ReadingModel
import ReadingStore
import Testing

@Suite("What to read next")
struct NextReadingTests {
  @Test("An order is followed as its prerequisites are read")
  func order() throws {
    let desk = try Desk()
    let list = try desk.actions.list(named: "order")
    let first = try #require(try desk.actions.nextUp(in: list, count: 1).first)
    #expect(first.row.key == "arxiv:1706.03762" && first.reason.hasPrefix("because"))
    _ = try desk.mark("1706.03762", .read)
    let next = try desk.actions.nextUp(in: list, count: 5)
    #expect(next.map(\.row.position) == [2, 3])
    _ = try desk.mark("BERT", .skipped)
    _ = try desk.mark("GPT-3", .read)
    #expect(try desk.actions.nextUp(in: list, count: 5).map(\.row.position) == [4])
  }

  @Test("Without a list, what is being read comes before the queue and the queue before the order")
  func everything() throws {
    let desk = try Desk()
    _ = try desk.mark("InstructGPT", .queued)
    _ = try desk.mark("GPT-3", .reading)
    let next = try desk.actions.nextUp(in: nil, count: 3)
    #expect(next.map(\.row.shortName) == ["GPT-3", "InstructGPT", nil])
    #expect(next.map(\.list) == [nil, nil, "order"])
    #expect(next[1].reason == "because it is number 1 in your queue")
  }

  @Test("The path to a paper names what is unread before it, in order")
  func path() throws {
    let desk = try Desk()
    let chain = try desk.actions.path(to: desk.paper("InstructGPT"))
    #expect(chain.map(\.key) == ["arxiv:1706.03762", "arxiv:2005.14165", "arxiv:2203.02155"])
    _ = try desk.mark("1706.03762", .read)
    #expect(try desk.actions.path(to: desk.paper("InstructGPT")).count == 2)
  }
}
