import Testing

@testable import Browser

@Suite("Fuzzy matching")
struct FuzzyPatternTests {
  private func positions(_ pattern: String, _ text: String) -> [Int]? {
    FuzzyPattern(pattern).match(FuzzyText(text))?.positions
  }

  @Test(
    "finds the letters in their order, where they count most",
    arguments: [
      ("mr", "Mark as read", [0, 8]), ("read", "Mark as read", [8, 9, 10, 11]),
      ("asr", "Mark as read", [5, 6, 8]), ("bt", "Copy the BibTeX entry", [11, 12]),
      ("w45", "2025-W45 Papers", [5, 6, 7]), ("ann", "banana bandana ann", [15, 16, 17]),
      ("mark read", "Mark as read", [0, 1, 2, 3, 8, 9, 10, 11]),
    ])
  func places(_ pattern: String, _ text: String, _ expected: [Int]) {
    #expect(positions(pattern, text) == expected)
  }

  @Test("folds accents and case on both sides")
  func folds() {
    #expect(positions("cafe", "Un Café") == [3, 4, 5, 6])
    #expect(positions("É", "e") == [0])
    #expect(positions("学習", "深層学習") == [2, 3])
  }

  @Test(
    "refuses what has not all letters in this order",
    arguments: [("xyz", "Mark"), ("kram", "Mark"), ("markk", "Mark"), ("a", "")])
  func refuses(_ pattern: String, _ text: String) {
    #expect(positions(pattern, text) == nil)
  }

  @Test(
    "prefers beginnings of words, neighbours and the same case",
    arguments: [
      ("rd", "Read", "Mark as read"), ("un", "undo", "Move up, then down"),
      ("sk", "skip", "Mark as skipped"), ("R", "Rating", "rating"), ("ab", "ab", "a-b"),
    ])
  func prefers(_ pattern: String, _ better: String, _ worse: String) throws {
    let pattern = FuzzyPattern(pattern)
    let high = try #require(pattern.match(FuzzyText(better)))
    let low = try #require(pattern.match(FuzzyText(worse)))
    #expect(high.score > low.score)
  }

  @Test("finds a title behind a short name as if it stood alone")
  func behindName() throws {
    let pattern = FuzzyPattern("att")
    let alone = try #require(pattern.match(FuzzyText("Attention Is All")))
    let behind = try #require(pattern.match(FuzzyText("Attention Is All", behind: "Transformer")))
    #expect(behind.score == alone.score)
    #expect(behind.positions == [13, 14, 15])
    let named = FuzzyPattern("tra").match(FuzzyText("Attention Is All", behind: "Transformer"))
    #expect(named?.positions == [0, 1, 2])
  }

  @Test("matches everything when nothing is typed")
  func empty() {
    #expect(FuzzyPattern("  ").isEmpty)
    #expect(positions("", "any") == [])
  }

  @Test("looks at a bounded part of texts and patterns of any length")
  func bounded() {
    let text = String(repeating: "a", count: 100_000)
    #expect(FuzzyText(text).letters.count == FuzzyText.longest)
    #expect(positions(text, text)?.count == FuzzyPattern.longest)
  }
}
