import ReadingModel
import Testing

@testable import Browser

@Suite("What matched in a title")
struct TitleMatchesTests {
  @Test(
    "is the beginning of words, accents and case apart",
    arguments: [
      ("Attention Is All", "atten", "[Atten]tion Is All"),
      ("Café au lait", "cafe", "[Café] au lait"),
      ("Self-attention", "att", "Self-[att]ention"), ("Straße", "strass", "[Straß]e"),
      ("Attention", "tion", "Attention"), ("深層学習", "深層", "[深層]学習"), ("", "a", ""),
    ])
  func runs(_ title: String, _ word: String, _ marked: String) {
    let runs = TitleMatches.runs(of: title, matching: [word])
    #expect(runs.map { $0.matched ? "[\($0.text)]" : $0.text }.joined() == marked)
  }

  @Test("comes from words for titles and for any text, not from those that must not match")
  func words() throws {
    let query = try Query.parse("Flash title:Exact author:dao -slow (or2 or \"two words\")")
    #expect(TitleMatches.words(of: query) == ["flash", "exact", "or2", "two", "words"])
  }
}
