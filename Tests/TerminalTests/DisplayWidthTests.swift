import Terminal
import Testing

/// All code points up to the CJK blocks, and every fifty-third beyond.
let sampledScalars = (Array(UInt32(0)..<0x2E80) + Array(stride(from: 0x2E80, to: 0x110000, by: 53)))
  .compactMap(Unicode.Scalar.init)

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "A cluster takes the columns that terminals give it",
    arguments: [
      ("a", 1), ("~", 1), ("é", 1), ("e\u{301}", 1), ("·", 1), ("●", 1), ("…", 1), ("─", 1),
      ("深", 2), ("한", 2), ("ｱ", 1), ("Ａ", 2), ("　", 2), ("가", 2),
      ("🙂", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("🇩", 1), ("❤", 1), ("❤\u{FE0F}", 2),
      ("1\u{FE0F}\u{20E3}", 2), ("a\u{FE0F}", 1), ("🫨", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
      ("ก", 1), ("กำ", 2), ("का", 2), ("न्", 1), ("\u{FFFD}", 1), ("\u{E000}", 1),
    ] as [(Character, Int)])
  func columns(character: Character, expected: Int) {
    #expect(displayWidth(of: character) == expected)
  }

  @Test(
    "Controls, marks on nothing and bidirectional controls take no column",
    arguments: [
      "\0", "\t", "\n", "\r\n", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{AD}", "\u{300}",
      "\u{200B}", "\u{200D}", "\u{200E}", "\u{202A}", "\u{202E}", "\u{2028}", "\u{2066}",
      "\u{2069}", "\u{FEFF}", "\u{FE0F}", "\u{E0001}", "\u{1161}", "\u{FFFF}",
    ] as [Character])
  func nothing(character: Character) {
    #expect(displayWidth(of: character) == 0)
  }

  @Test("Any number of marks on a letter takes the column of the letter")
  func marks() {
    #expect(displayWidth(of: Character("e" + String(repeating: "\u{301}", count: 40))) == 1)
  }

  @Test("The width of a text is the sum over its clusters")
  func text() {
    #expect(displayWidth(of: "Attention") == 9)
    #expect(displayWidth(of: "深層学習 のサーベイ") == 19)
    #expect(displayWidth(of: "a\u{1B}[31mb") == 6)
    #expect(displayWidth(of: "") == 0)
    let text = "née 深"
    #expect(displayWidth(of: text.dropFirst(2)) == 4)
  }

  @Test(
    "Code points from every block take 0, 1 or 2 columns, and ASCII by the short way what the rule says"
  )
  func everyScalar() {
    let odd = sampledScalars.filter { scalar in
      let width = displayWidth(of: Character(scalar))
      if scalar.isASCII { return width != ((0x20...0x7E).contains(scalar.value) ? 1 : 0) }
      return !(0...2).contains(width)
    }
    #expect(odd == [])
  }
}

@Suite("Characters of ambiguous width")
struct AmbiguousWidthTests {
  @Test(
    "take two columns only where the terminal is said to draw them so",
    arguments: [
      ("○", 1, 2), ("·", 1, 2), ("α", 1, 2), ("─", 1, 2), ("…", 1, 2), ("×", 1, 2), ("✓", 1, 1),
      ("a", 1, 1), ("é", 1, 2), ("ñ", 1, 1), ("深", 2, 2), ("e\u{301}", 1, 1), ("\u{200B}", 0, 0),
    ] as [(Character, Int, Int)])
  func widths(_ character: Character, _ narrow: Int, _ wide: Int) {
    #expect(displayWidth(of: character, ambiguous: .narrow) == narrow)
    #expect(displayWidth(of: character, ambiguous: .wide) == wide)
  }

  @Test("are narrow unless something says otherwise")
  func standard() {
    #expect(AmbiguousWidth.inUse == .narrow)
  }
}
