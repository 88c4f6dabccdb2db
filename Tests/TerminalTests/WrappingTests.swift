import Terminal
import Testing

/// Texts in which lines have reason to break badly.
let wrappingSamples = [
  "", " ", "\n", "\n\n", "a", "Long context is affordable only once attention stops writing.",
  "Can Large Language Models Detect Errors in Long Chain-of-Thought Reasoning?",
  "深層学習のサーベイ：「基礎」から応用まで、すべて。", "한국어 논문 목록 과 English mixed 文字",
  "https://arxiv.org/abs/2502.19361/supplementary-material?format=pdf",
  "   leading   and trailing   ",
  "👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧 🇩🇪🇫🇷🇯🇵 👍🏽👍🏽", "e\u{301}e\u{301}e\u{301} " + String(repeating: "x", count: 90),
  "first paragraph\n\nsecond — with a dash—and another\n", "a\u{1B}[31m\u{202E}b c\td", "一\n二\r\n三",
]

@Suite("Wrapping")
struct WrappingTests {
  private func lines(
    _ text: String, _ columns: Int, firstIndent: Int = 0, hangingIndent: Int = 0
  ) -> [String] {
    wrap(text, columns: columns, firstIndent: firstIndent, hangingIndent: hangingIndent)
      .map { String(repeating: ".", count: $0.indent) + text[$0.content] }
  }

  @Test(
    "Lines end where a reader expects it",
    arguments: [
      ("one two three", 7, ["one two", "three"]), ("one two", 7, ["one two"]),
      ("one  two", 4, ["one", "two"]), ("one two ", 7, ["one two"]),
      ("well-known fact", 6, ["well-", "known", "fact"]), ("and/or", 4, ["and/", "or"]),
      ("2024-25", 6, ["2024-2", "5"]), ("a (b c)", 4, ["a (b", "c)"]), ("–1 –1", 3, ["–1", "–1"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]), ("ab cdefgh", 4, ["ab", "cdef", "gh"]),
      ("深層学習", 5, ["深層", "学習"]), ("深層、学習", 4, ["深", "層、", "学習"]),
      ("深「層」", 5, ["深", "「層", "」"]), ("BERT の深層", 7, ["BERT の", "深層"]),
      ("深", 1, ["深"]), ("深層", 1, ["深", "層"]), ("a\nb", 9, ["a", "b"]),
      ("a\n\nb", 9, ["a", "", "b"]), ("a\n", 9, ["a", ""]), ("", 9, [""]),
      ("a\r\nb", 9, ["a", "b"]),
      ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ])
  func breaks(text: String, columns: Int, expected: [String]) {
    #expect(lines(text, columns) == expected)
  }

  @Test("The first line of a paragraph and the others have their own indent")
  func indents() {
    #expect(
      lines("one two three\nfour five", 8, hangingIndent: 2) == [
        "one two", "..three", "four", "..five",
      ])
    #expect(lines("one two", 8, firstIndent: 3) == ["...one", "two"])
    #expect(lines("abcdefgh", 4, hangingIndent: 9) == ["abcd", "..ef", "..gh"])
    #expect(lines("abcd efghij", 8, hangingIndent: 4) == ["abcd", "....efgh", "....ij"])
  }

  @Test("No line is wider than its columns, unless it is one cluster", arguments: 1...40)
  func width(columns: Int) {
    for text in wrappingSamples {
      for (first, hanging) in [(0, 0), (2, 0), (0, 4), (7, 3), (50, 50)] {
        for line in wrap(text, columns: columns, firstIndent: first, hangingIndent: hanging) {
          let content = text[line.content]
          #expect(line.width == displayWidth(of: content))
          #expect(line.indent + line.width <= columns || content.count == 1)
          #expect(content.last?.isWhitespace != true)
        }
      }
    }
  }

  @Test("The lines cover the text, each where the one before ends", arguments: 1...40)
  func cover(columns: Int) {
    for text in wrappingSamples {
      let lines = wrap(text, columns: columns, hangingIndent: 2)
      #expect(lines.first?.range.lowerBound == text.startIndex)
      #expect(lines.last?.range.upperBound == text.endIndex)
      for (line, next) in zip(lines, lines.dropFirst()) {
        #expect(line.range.upperBound == next.range.lowerBound)
        #expect(!line.range.isEmpty)
      }
      #expect(lines.map { text[$0.range] }.joined() == text)
      for line in lines {
        #expect(line.content.lowerBound == line.range.lowerBound)
        let end = text[line.content.upperBound..<line.range.upperBound]
        #expect(!end.contains { !$0.isWhitespace })
      }
    }
  }

  @Test("A width below one counts as one", arguments: [0, -5, Int.min])
  func noColumns(columns: Int) {
    #expect(lines("ab", columns) == ["a", "b"])
  }
}
