import Terminal

/// Random texts and events, hard ones among them, the same for the same seed.
struct EditScript {
  private var generator: SeededGenerator

  private static let pieces = [
    "attention", " ", " ", "  ", "\n", "- item", "1. ", "long-context", "注意力機構", "어텐션", "é",
    "e\u{301}", "\u{301}", "👨‍👩‍👧‍👦", "\u{200D}", "🇨🇭", "🇯", "❤️", "👍🏽", "https://arxiv.org/abs/1706.03762",
    "a" + String(repeating: "\u{300}", count: 40), "مرحبا", "x", ".", "\t", "\u{1B}[2J",
    "supercalifragilisticexpialidocious", "\r\n",
  ]

  private static let keys: [Key] = [
    .enter, .tab, .backTab, .backspace, .backspace, .delete, .left, .right, .up, .down, .home, .end,
    .pageUp, .pageDown, .control("a"), .control("e"), .control("w"), .control("k"), .control("u"),
    .control("d"), .alt("b"), .alt("f"), .alt("d"), .control("_"), .control("r"),
  ]

  init(seed: Int) {
    generator = SeededGenerator(seed: seed)
  }

  /// A number of a range.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  /// A text of some pieces.
  mutating func text(pieces count: Int = 40) -> String {
    (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  /// A typed character, a key or a paste.
  mutating func event() -> TerminalEvent {
    switch number(in: 0...9) {
    case 0...4:
      let piece = text(pieces: 1)
      return .key(.character(piece.randomElement(using: &generator) ?? "x"))
    case 5:
      return .paste(text(pieces: number(in: 1...12)))
    default:
      return .key(Self.keys.randomElement(using: &generator) ?? .enter)
    }
  }
}
