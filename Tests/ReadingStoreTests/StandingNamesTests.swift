import ReadingModel
import Testing

@testable import ReadingStore

@Suite("The names that papers of the library have")
struct StandingNamesTests {
  private func names(of papers: [Paper], _ change: (LibraryEditor) throws -> Void = { _ in }) throws
    -> StandingNames
  {
    let library = try Library.inMemory(added: Fixture.then)
    _ = try library.change(at: Fixture.now) { editor in
      for paper in papers { _ = try editor.add(paper, paper.titleKey, at: Fixture.now) }
      try change(editor)
      return "Added"
    }
    return try library.looking { try $0.names() }
  }

  @Test("Every identifier, title and beginning that is there is known, and few others are")
  func known() throws {
    let papers = (1...500).map { number in
      let words = (0...(number % 9)).map { place in
        String((number * 7_919 + place * 104_729) % 1_000_000, radix: 36)
      }
      return Paper(
        title: words.joined(separator: " "),
        identifiers: [Identifier(canonical: "10.1/\(number)", scheme: .doi)])
    }
    let names = try names(of: papers)
    for paper in papers {
      #expect(names.mayHave(paper.identifiers[0]))
      #expect(names.mayHave(titleKey: paper.titleKey))
      let words = paper.titleKey.split(separator: "-")
      for count in 1...words.count {
        #expect(names.mayHaveTitle(near: words[..<count].joined(separator: "-")))
      }
      // What begins as the title does, in three words, may be a longer form of it.
      if words.count >= 3 { #expect(names.mayHaveTitle(near: paper.titleKey + "-more")) }
    }
    let strangers = (1...500).count { number in
      names.mayHave(Identifier(canonical: "10.2/\(number)", scheme: .doi))
        || names.mayHave(Identifier(canonical: "10.1/\(number)", scheme: .acl))
        || names.mayHave(titleKey: "0\(number)-x") || names.mayHaveTitle(near: "0\(number)")
    }
    // Four questions each, of which up to an eighth may be answered wrongly.
    #expect(strangers < 500 * 4 / 8)
  }

  @Test("What a paper was called once is known too")
  func former() throws {
    let names = try names(of: [Paper(title: "Old Title of a Paper")]) { editor in
      let id = PaperID(rawValue: 1)
      let facts = try editor.lookup.facts(of: id)
      var renamed = facts
      renamed.title = "New"
      try editor.bring(id, from: facts, to: renamed)
      try editor.name(id, [Identifier(canonical: "2401.00001", scheme: .arxiv)])
    }
    #expect(names.mayHave(titleKey: "old-title-of-a-paper") && names.mayHave(titleKey: "new"))
    #expect(names.mayHave(Identifier(canonical: "2401.00001", scheme: .arxiv)))
  }

  @Test("An empty library has none")
  func empty() throws {
    let names = try names(of: [])
    #expect(!names.mayHave(titleKey: "a") && !names.mayHaveTitle(near: "a"))
    #expect(!names.mayHave(Identifier(canonical: "1", scheme: .doi)))
  }
}
