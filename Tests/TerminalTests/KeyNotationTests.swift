import Terminal
import Testing

@Suite("Key notation")
struct KeyNotationTests {
  @Test(
    "A key is read from its notation and printed in it",
    arguments: [
      ("j", .character("j")), ("G", .character("G")), ("^", .character("^")),
      ("é", .character("é")),
      ("深", .character("深")), ("F", .character("F")), ("^P", .control("p")),
      ("^\\", .control("\\")),
      ("^_", .control("_")), ("^^", .control("^")), ("^Space", .control(" ")), ("M-x", .alt("x")),
      ("M-X", .alt("X")), ("M--", .alt("-")), ("M-Space", .alt(" ")), ("Enter", .enter),
      ("Esc", .escape), ("Tab", .tab), ("S-Tab", .backTab), ("Space", .character(" ")), ("Up", .up),
      ("Down", .down), ("Left", .left), ("Right", .right), ("PgUp", .pageUp), ("PgDn", .pageDown),
      ("Home", .home), ("End", .end), ("Backspace", .backspace), ("Delete", .delete),
      ("Insert", .insert), ("F1", .function(1)), ("F12", .function(12)),
    ] as [(String, Key)])
  func roundTrip(notation: String, key: Key) throws {
    #expect(try Key(notation: notation) == key)
    #expect(key.description == notation)
  }

  @Test(
    "Other spellings are read as well",
    arguments: [
      ("enter", .enter), ("ESC", .escape), ("^p", .control("p")), ("C-p", .control("p")),
      ("c-P", .control("p")), ("m-x", .alt("x")), ("f5", .function(5)), ("^i", .tab),
      ("^M", .enter),
      ("^J", .enter), ("^[", .escape), ("^H", .backspace), ("^@", .control(" ")),
    ] as [(String, Key)])
  func spellings(notation: String, key: Key) throws {
    #expect(try Key(notation: notation) == key)
  }

  @Test(
    "What is no key is refused by name, with what was expected",
    arguments: ["jj", "Entr", "^PP", "^é", "M-", "M-xx", "F0", "F13", "F+1", "F01", "C-", "\u{1B}"])
  func refused(notation: String) {
    #expect(throws: KeyNotationError.unknownKey(notation)) { try Key(notation: notation) }
    #expect(KeyNotationError.unknownKey(notation).description.contains("expected a character (j)"))
  }

  @Test("A sequence is keys separated by blanks")
  func sequence() throws {
    let sequence = try KeySequence(notation: " g  g ")
    #expect(sequence.keys == [.character("g"), .character("g")])
    #expect(sequence.description == "g g")
    #expect(try KeySequence(notation: "^X Space").keys == [.control("x"), .character(" ")])
    #expect(KeySequence(.pageDown).description == "PgDn")
    #expect(throws: KeyNotationError.empty) { try KeySequence(notation: "  ") }
    #expect(throws: KeyNotationError.unknownKey("nope")) { try KeySequence(notation: "g nope") }
  }
}
