import ReadingActions
import ReadingModel
import ReadingStore
import Testing

@Suite("Naming papers and lists")
struct LookupTests {
  @Test(
    "A paper answers to every form of its name",
    arguments: [
      "1810.04805", "arxiv:1810.04805", "arXiv:1810.04805v2", "https://arxiv.org/abs/1810.04805",
      "http://arxiv.org/pdf/1810.04805v1.pdf", "10.48550/arXiv.1810.04805", "BERT", "bert",
      "pre-training bidirectional",
    ])
  func names(name: String) throws {
    let desk = try Desk()
    #expect(try desk.detail(name).key == "arxiv:1810.04805")
  }

  @Test("Words that several titles hold are answered with the candidates")
  func ambiguous() throws {
    let desk = try Desk()
    #expect {
      try desk.paper("language models")
    } throws: { error in
      guard case .ambiguous(_, let candidates) = error as? ActionError else { return false }
      return candidates.contains { $0.hasPrefix("arxiv:2005.14165\t") } && candidates.count == 2
    }
  }

  @Test("A misspelt title is answered with the nearest")
  func misspelt() throws {
    let desk = try Desk()
    #expect {
      try desk.paper("Atention Is Al You Need")
    } throws: { error in
      guard case .notFound("paper", _, let nearest) = error as? ActionError else { return false }
      return nearest.first?.hasPrefix("arxiv:1706.03762\t") == true
    }
  }

  @Test("A misspelt list is answered with the nearest")
  func lists() throws {
    let desk = try Desk()
    #expect {
      try desk.actions.list(named: "ordr")
    } throws: {
      $0 as? ActionError
        == .notFound(kind: "list", name: "ordr", nearest: ["order\tAn order"])
    }
  }
}
