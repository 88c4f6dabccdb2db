import ReadingModel
import Testing

@Suite("Safe text")
struct SafeTextTests {
  @Test(
    "A line has one space between words and nothing that a terminal obeys",
    arguments: [
      ("Attention Is All You Need", "Attention Is All You Need"),
      (" a \t b\r\n\n c\u{A0}\u{3000}d ", "a b c d"),
      ("", ""),
      (" \n ", ""),
      ("nul\0 bell\u{7} back\u{8}", "nul bell back"),
      ("\u{1B}[31;1mred\u{1B}[0m", "red"),
      ("\u{9B}31mred", "red"),
      ("\u{1B}]0;owned\u{7}title", "title"),
      ("\u{1B}]8;;https://a.org\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
      ("\u{9D}52;c;AAAA\u{9C}clip", "clip"),
      ("\u{1B}Pq#0\u{1B}\\sixel", "sixel"),
      ("\u{1B}(0lqk", "lqk"),
      ("\u{1B}cboth\u{1B}", "cboth"),
      ("\u{1B}]0;no end of it", "0;no end of it"),
      ("\u{85}a\u{80}b\u{9F}", "ab"),
      ("\u{7F}a\u{AD}b\u{200B}c\u{2060}d\u{FEFF}", "abcd"),
      ("a\u{202E}gpj.exe\u{202C}\u{2066}x\u{2069}\u{200F}", "agpj.exex"),
      ("a\u{FFF9}b\u{3164}c", "abc"),
      ("\u{E0041}\u{E0042}smuggled", "smuggled"),
      ("👩‍💻 and 👨‍👩‍👧‍👦", "👩‍💻 and 👨‍👩‍👧‍👦"),
      ("🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️ 1️⃣ 🇸🇪", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️ 1️⃣ 🇸🇪"),
      ("می\u{200C}خواهم", "می\u{200C}خواهم"),
      ("क्\u{200D}ष", "क्\u{200D}ष"),
      ("a\u{200D} b\u{200D}", "a b"),
      ("\u{200D}👩 \u{FE0F}x", "👩 x"),
      ("e\u{301}", "é"),
      ("\u{301}lead", "lead"),
      ("Å \u{212B}", "Å Å"),
      ("각 각", "각 각"),
    ])
  func line(text: String, expected: String) {
    let safe = SafeText.line(text)
    #expect(Array(safe.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(Array(SafeText.line(safe).utf8) == Array(safe.utf8))
  }

  @Test(
    "A block keeps its lines and their indentation",
    arguments: [
      ("one\r\ntwo\rthree\u{2028}four", "one\ntwo\nthree\nfour"),
      ("\n\n  a  \n\n\n    b \n \n", "  a\n\n\n    b"),
      ("\tcode\n- a  b", "    code\n- a  b"),
      ("10\u{A0}% of\u{3000}it", "10\u{A0}% of\u{3000}it"),
      ("a\u{1B}]0;x\nb\u{7}c", "a0;x\nbc"),
      (" \n\t\n", ""),
      ("", ""),
    ])
  func block(text: String, expected: String) {
    let safe = SafeText.block(text)
    #expect(Array(safe.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(Array(SafeText.block(safe).utf8) == Array(safe.utf8))
  }

  @Test("Noncharacters go", arguments: [0xFDD0, 0xFFFE, 0x10_FFFF] as [UInt32])
  func noncharacters(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(SafeText.line("a\(Character(scalar))b") == "ab")
  }

  @Test("Towers of marks are cut down to eight")
  func marks() {
    let tower = "x" + String(repeating: "\u{323}\u{489}", count: 100) + "y"
    #expect(SafeText.line(tower).unicodeScalars.count == 10)
    let chain = String(repeating: "👩\u{200D}", count: 500) + "👩"
    #expect(SafeText.line(chain).map(\.unicodeScalars.count).max() == 17)
  }

  @Test("A long text is cut between clusters")
  func limits() {
    #expect(SafeText.line("abcdef", limit: 3) == "abc")
    #expect(SafeText.line("ab cdef", limit: 3) == "ab")
    #expect(SafeText.line("ab👩‍💻", limit: 6) == "ab")
    #expect(SafeText.line("ééé", limit: 5) == "éé")
    #expect(SafeText.line("abc", limit: 0).isEmpty)
    #expect(SafeText.line(String(repeating: "a", count: 10_000)).utf8.count == SafeText.longestLine)
    #expect(SafeText.block("ab\n\ncd", limit: 4) == "ab")
  }

  @Test("Whatever comes in, no control character comes out, in time linear in the text")
  func hostile() {
    var random = SystemRandomNumberGenerator()
    let pieces: [String] = [
      "\u{1B}", "]", "[", "\u{9D}", "P", "\u{90}", "0;", "\u{301}", "\u{200D}", "👩", "\u{202E}",
      "a", " ", "\n", "\u{7}", "\\", "\u{E0067}", "\u{FE0F}", "\u{1F3F4}", "\u{1100}", "\u{9C}",
    ]
    for _ in 0..<300 {
      let text = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let block = SafeText.block(text)
      let isClean = block.unicodeScalars.allSatisfy {
        $0 == "\n" || !($0.properties.generalCategory == .control || (0x202A...0x202E) ~= $0.value)
      }
      #expect(isClean, "\(text.debugDescription)")
      #expect(!SafeText.line(text).contains("\n"))
    }
    let unterminated = String(repeating: "\u{1B}]", count: 300_000)
    #expect(SafeText.block(unterminated).isEmpty)
  }

  @Test("A mark that form C takes apart counts as the marks that it is")
  func marksInOne() {
    let line = SafeText.line("a" + String(repeating: "\u{344}", count: 8))
    #expect(line.unicodeScalars.count <= 1 + SafeText.marksPerCluster)
    #expect(SafeText.line(line).unicodeScalars.elementsEqual(line.unicodeScalars))
  }

  @Test(
    "Folding takes case and accents away",
    arguments: [
      ("ABC", "abc"), ("Éa\u{308}", "ea"), ("Straße", "strasse"), ("Łódź Đ Ø Æ", "lodz d o ae"),
      ("Ünïcödé ệ", "unicode e"), ("Ёлка", "елка"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"), ("ガ", "ガ"),
      ("İstanbul ı", "istanbul i"), ("한글", "한글"),
    ])
  func folded(text: String, expected: String) {
    #expect(Array(SafeText.folded(text).unicodeScalars) == Array(expected.unicodeScalars))
  }
}

@Suite("Plain text")
struct PlainTextTests {
  @Test("The quick way out gives what the slow way gives")
  func quickAndSlow() {
    // A delete character before the text sends it the slow way round.
    let different = (UInt32(0x20)...0xA000).filter { value in
      guard let scalar = Unicode.Scalar(value) else { return false }
      let text = "a\(Character(scalar))b"
      let line = SafeText.line("\u{7F}\(text)").unicodeScalars
      let block = SafeText.block("\u{7F}\(text)").unicodeScalars
      return !SafeText.line(text).unicodeScalars.elementsEqual(line)
        || !SafeText.block(text).unicodeScalars.elementsEqual(block)
    }
    #expect(different.isEmpty)
  }
}
