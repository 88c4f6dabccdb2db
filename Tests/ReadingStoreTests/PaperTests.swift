import ReadingModel
import Testing

@testable import ReadingStore

@Suite("One paper")
struct PaperTests {
  let library: Library

  init() throws { library = try Fixture.library() }

  @Test("A detail has the facts, the lists and both ends of the graph")
  func detail() throws {
    let bert = try library.id("arxiv:1810.04805")
    let detail = try #require(try library.paper(bert))
    #expect(detail.paper == Fixture.bert)
    #expect(detail.key == "arxiv:1810.04805")
    #expect(detail.added == Fixture.then)
    #expect(detail.memberships.map(\.slug) == ["order", "week"])
    #expect(detail.memberships.map(\.section) == ["Models", "News"])
    #expect(detail.memberships.map(\.position) == [2, 2])
    #expect(detail.memberships.map(\.remark) == ["The encoder.", ""])
    #expect(detail.prerequisites.map(\.name) == ["Transformer"])
    #expect(detail.prerequisites.map(\.why) == ["it is half of it"])
    let first = try #require(try library.paper(library.id("arxiv:1706.03762")))
    #expect(first.requiredBy.map(\.name) == ["BERT", "GPT-3"])
    #expect(try library.paper(PaperID(rawValue: 99)) == nil)
  }

  @Test(
    "A key, an identifier or a title finds the paper",
    arguments: [
      ("arxiv:1706.03762", "Transformer"), ("title:attention-is-all-you-need", "Transformer"),
      ("url:https://example.org/blog", "Überblick: résumé of “attention”"),
    ])
  func find(key: String, name: String) throws {
    let id = try library.id(key)
    let found = try library.paper(id)
    #expect(found?.paper.shortName ?? found?.paper.title == name)
  }

  @Test("What is not there is not found")
  func notFound() throws {
    #expect(try library.find(key: "doi:10.1/none") == nil)
    #expect(try library.find(Identifier(canonical: "0000.00000", scheme: .arxiv)) == nil)
    #expect(
      try library.find(Identifier(canonical: "1706.03762", scheme: .arxiv))
        == library.id("arxiv:1706.03762"))
  }

  @Test(
    "Words find titles and short names, the exact one first",
    arguments: [
      ("bert", ["BERT"]), ("attention", ["Überblick: résumé of “attention”", "Transformer"]),
      ("transformer", ["Transformer", "BERT"]), ("ALL atten", ["Transformer"]),
      ("uberblick", ["Überblick: résumé of “attention”"]), ("vaswani", []), ("", []),
      ("\" OR *", []), ("gpt-3", ["GPT-3"]),
    ])
  func titled(words: String, names: [String]) throws {
    #expect(Set(try library.papers(titled: words, limit: 9).map(\.name)) == Set(names))
    if let first = names.first {
      #expect(try library.papers(titled: words, limit: 1).map(\.name) == [first])
    }
  }

  @Test(
    "A misspelt name finds the nearest",
    arguments: [
      ("Brt", "BERT"), ("atention is al you need", "Transformer"), ("tranfsormer", "Transformer"),
      ("uberblik", "Überblick: résumé of “attention”"), ("nstructgpt", "InstructGPT"),
    ])
  func suggestions(words: String, name: String) throws {
    #expect(try library.suggestions(for: words, limit: 3).map(\.name).contains(name))
  }

  @Test("A word that is near nothing suggests nothing")
  func noSuggestions() throws {
    #expect(try library.suggestions(for: "xylophone", limit: 3).isEmpty)
    #expect(try library.suggestions(for: "…", limit: 3).isEmpty)
  }

  @Test("The graph of a list has its papers in order with what they require")
  func graph() throws {
    let list = try #require(try library.list(slug: "order"))
    let nodes = try library.graphNodes(of: list.id)
    #expect(nodes.map(\.name) == ["Transformer", "BERT", "GPT-3", "InstructGPT"])
    #expect(nodes.map(\.position) == [1, 2, 3, 4])
    #expect(nodes[1].prerequisites == [.init(paper: nodes[0].paper, why: "it is half of it")])
    #expect(nodes[3].prerequisites.map(\.paper) == [nodes[2].paper])
  }

  @Test("What stands before a paper is found through others")
  func before() throws {
    let nodes = try library.prerequisites(before: library.id("arxiv:2203.02155"))
    #expect(nodes.map(\.name) == ["Transformer", "GPT-3", "InstructGPT"])
    #expect(nodes.map(\.position) == [0, 0, 0])
  }
}
