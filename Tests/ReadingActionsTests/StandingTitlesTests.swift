import ReadingModel
import Testing

@testable import ReadingActions

@Suite("Papers that stood near titles")
struct StandingTitlesTests {
  @Test("are looked for once, whether there are any or none", arguments: [0, 1])
  func once(count: Int64) {
    var standing = StandingTitles()
    var asked = 0
    let papers = (0..<count).map {
      ShortTitleCandidate(PaperID(rawValue: $0 + 1), Paper(title: "Deep Nets"))
    }
    let look = {
      asked += 1
      return papers
    }
    for _ in 0..<3 { #expect(standing.papers(near: "deep", of: "deep-nets", look) == papers) }
    #expect(asked == 1)
    // A whole title asks for its own beginnings as well.
    _ = standing.papers(near: "deep", of: "deep", look)
    #expect(asked == 2)
  }
}
