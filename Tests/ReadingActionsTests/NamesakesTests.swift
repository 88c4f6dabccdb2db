import ReadingModel
import Testing

@testable import ReadingActions

@Suite("Papers of one title")
struct NamesakesTests {
  /// Draws from few values, so that papers are alike in every way.
  private struct Draw {
    var state: UInt64

    mutating func callAsFunction(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }

    mutating func paper(_ id: Int) -> Namesakes.Paper {
      let schemes: [IdentifierScheme] = [.arxiv, .doi, .url]
      let identifiers = schemes.filter { _ in self(3) == 0 }
        .map { Identifier(canonical: "\(id)", scheme: $0) }
      let year = self(4)
      let author = self(4)
      return Namesakes.Paper(
        PaperID(rawValue: Int64(id)), identifiers, year: year == 0 ? nil : 2_000 + year,
        firstAuthor: author == 0 ? nil : "author \(author)")
    }
  }

  /// The rule, paper by paper.
  private func fits(_ entry: Namesakes.Paper, _ paper: Namesakes.Paper) -> Bool {
    let bothNamed = entry.firstAuthor != nil && paper.firstAuthor != nil
    return entry.schemes & paper.schemes == 0
      && (!bothNamed || entry.firstAuthor == paper.firstAuthor)
      && PaperLikeness.yearsAgree(entry.year, paper.year, sameAuthor: bothNamed)
  }

  @Test("Few or many, the same are found as by looking at each", arguments: 1...20)
  func found(seed: UInt64) {
    var draw = Draw(state: seed)
    var namesakes = Namesakes()
    var papers: [Namesakes.Paper] = []
    for number in 0..<80 {
      let entry = draw.paper(1_000 + number)
      #expect(
        namesakes.first(fitting: entry) == papers.first { fits(entry, $0) }?.id)
      let others = papers.filter { $0.schemes & entry.schemes != 0 }
      let told = namesakes.contradicting(entry, first: 3)
      #expect(told.first == others.prefix(3).map(\.id) && told.count == others.count)
      let paper = draw.paper(number)
      namesakes.append(paper)
      papers.append(paper)
      let changed = draw.paper(draw(UInt64(papers.count)))
      namesakes.update(changed)
      papers[Int(changed.id.rawValue)] = changed
    }
    #expect(namesakes.papers == papers)
  }
}
