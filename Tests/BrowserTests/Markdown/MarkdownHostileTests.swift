import Terminal
import TestSupport
import Testing

@testable import Browser

@Suite("Markdown that means ill")
struct MarkdownHostileTests {
  /// What a text of 200 kB is made of; each would take an hour if it took the square of its length.
  private static let pieces = [
    "*", "_", "[", "]", "![", "`", "``a`", "* ", "**a *a ", "a* ", "*a_ ", "_a* b_ *", "[a](",
    "[](b",
    "![![", "](a)", "[a](b \"", "<", "<a:", "&", "&#", "$", "$a ", "\\", "> ", "- ", "1. ",
    "- a\n  ",
    "| ", "|-", "|\n", "# ", "~~~\n", "```\n- ", "http://", "https://a.org(", "https://a.org).",
    "[http://a.org](", "\n\n", "a\n", ">\n", "- [x] ", "*a* ", "日", "e\u{301}", "\u{301}",
    "🇯*🇵*", "👩‍👩‍👧‍👦", "<br>", "  \n", "===\n", "a|b\n-|-\n",
  ]

  @Test("takes no longer than its length allows, whatever it is made of", arguments: pieces)
  func long(_ piece: String) {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    let effort = Effort.of {
      var page = MarkdownPage(columns: 60, glyphs: .unicode)
      #expect(page.lines(of: text).allSatisfy { $0.width <= 60 })
    }
    #expect(effort < 5_000, "250 is usual at most.")
  }

  @Test("never draws beyond its width, nor half a cluster", arguments: 0..<60)
  func width(_ seed: Int) {
    var state = UInt64(seed + 1)
    func next(_ bound: Int) -> Int {
      // Knuth's MMIX generator: the same texts in every run.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let words = Self.pieces + ["word ", "a", "\n", "\n\n", "    ", "x", "ह", "नि", "한"]
    let text = (0..<60).map { _ in words[next(words.count)] }.joined()
    for columns in [1, 2, 5, 9, 17, 40] {
      for glyphs in [Glyphs.unicode, .ascii] {
        var page = MarkdownPage(columns: columns, glyphs: glyphs)
        for line in page.lines(of: text) {
          // A cluster of two columns has nowhere to go in one.
          #expect(line.width <= max(columns, 2), "\(columns): \(line.plain)\n\(text)")
          #expect(!line.plain.contains { $0.isNewline }, "\(text)")
        }
      }
    }
  }
}
