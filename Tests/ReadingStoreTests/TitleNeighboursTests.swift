import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Papers with titles near a title")
struct TitleNeighboursTests {
  private static let titles = [
    "A Survey", "A Survey of Deep", "A Survey of Deep Nets", "A Survey of Deep Nets for Vision",
    "A Survey of Deeper Nets", "A Survey of Doors", "BERT", "BERT: Pre-training", "BERTology",
    "BERT-2: More", "Zebra",
  ]

  private func near(
    _ words: String, of titleKey: String? = nil, upTo last: Int64 = 100
  ) throws -> [String] {
    let library = try Library.inMemory(added: Fixture.then)
    _ = try library.change(at: Fixture.now) { editor in
      for title in Self.titles {
        let paper = Paper(title: title)
        _ = try editor.add(paper, paper.titleKey, at: Fixture.now)
      }
      return "Added"
    }
    return try library.looking { lookup in
      try lookup.papers(near: words, of: titleKey ?? words, upTo: PaperID(rawValue: last))
        .map(\.facts.title)
    }
  }

  @Test("Titles that begin with whole words are found, and the beginnings of the title")
  func found() throws {
    #expect(try near("bert") == ["BERT", "BERT-2: More", "BERT: Pre-training"])
    #expect(try near("bert", upTo: 7) == ["BERT"])
    #expect(try near("bertology") == ["BERTology"])
    #expect(
      try near("a-survey-of-deep-nets") == [
        "A Survey of Deep Nets", "A Survey of Deep Nets for Vision", "A Survey of Deep",
      ])
    #expect(
      try near("a-survey-of-deep-nets-for-cars") == ["A Survey of Deep Nets", "A Survey of Deep"])
    #expect(try near("a-survey-of-deep", of: "a-survey-of-deep-nets-x").count == 3)
    #expect(try near("nothing-like-it") == [] && near("a-s") == [] && near("0") == [])
  }

  @Test("A short name is found as a whole, whatever its case and punctuation")
  func named() throws {
    let library = try Library.inMemory(added: Fixture.then)
    _ = try library.change(at: Fixture.now) { editor in
      for name in ["GPT-3", "InstructGPT", "quo\"te"] {
        try editor.insert(Paper(title: "Title of \(name)", shortName: name), at: Fixture.now)
      }
      return "Added"
    }
    try library.looking { lookup in
      let last = try #require(try lookup.lastPaper())
      let named = { try lookup.papers(named: $0, upTo: last).map(\.facts.shortName) }
      #expect(try named("gpt-3") == ["GPT-3"] && named("InstructGPT") == ["InstructGPT"])
      #expect(try named("Quo\"te") == ["quo\"te"] && named("…") == [] && named("Title") == [])
    }
  }
}
