/// A name that is no key, with a sentence that says what would be one.
public enum KeyNotationError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Nothing but blanks where a key was expected.
  case empty
  /// The name of no key.
  case unknownKey(String)

  /// What is wrong and what was expected.
  public var description: String {
    let expected =
      "a character (j), Ctrl as ^P, Alt as M-x, or one of \(Key.names.map(\.name).joined(separator: ", ")), F1 to F12"
    return switch self {
    case .empty: "No key is given; expected \(expected)."
    case .unknownKey(let name): "“\(name)” is not a key; expected \(expected)."
    }
  }
}

extension Key: CustomStringConvertible {
  /// Reads the notation of a key: `j`, `G`, `^P`, `M-x`, `Enter`, `S-Tab`, `F1`.
  ///
  /// Names are read in any case; `C-p` is `^P`. Keys that a terminal cannot tell apart are one key:
  /// `^I` is Tab, `^M` and `^J` are Enter, `^[` is Esc and `^H` is Backspace.
  ///
  /// - Throws: `KeyNotationError` when the text is not exactly one key.
  public init(notation text: some StringProtocol) throws(KeyNotationError) {
    guard let key = Key.parsed(String(text)) else {
      throw text.isEmpty ? .empty : .unknownKey(String(text))
    }
    self = key
  }

  /// The key in the notation that `init(notation:)` reads.
  public var description: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(" "): "^Space"
    case .control(let character): "^" + character.uppercased()
    case .alt(" "): "M-Space"
    case .alt(let character): "M-\(character)"
    case .function(let number): "F\(number)"
    default: Key.names.first { $0.key == self }?.name ?? ""
    }
  }

  /// The keys with a name of their own.
  fileprivate static let names: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("S-Tab", .backTab),
    ("Space", .character(" ")), ("Backspace", .backspace), ("Delete", .delete),
    ("Insert", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
  ]

  private static func parsed(_ text: String) -> Key? {
    guard let first = text.first else { return nil }
    if text.count == 1 { return displayWidth(of: first) > 0 ? .character(first) : nil }
    let lower = text.lowercased()
    if let named = names.first(where: { $0.name.lowercased() == lower }) { return named.key }
    if first == "^" { return controlKey(lower.dropFirst()) }
    if lower.hasPrefix("c-") { return controlKey(lower.dropFirst(2)) }
    if text.hasPrefix("M-") || text.hasPrefix("m-") { return altKey(text.dropFirst(2)) }
    if let number = (1...12).first(where: { lower == "f\($0)" }) { return .function(number) }
    return nil
  }

  /// The key with Ctrl that a terminal sends for a character, named in lower case.
  private static func controlKey(_ name: Substring) -> Key? {
    switch name {
    case "i": .tab
    case "m", "j": .enter
    case "[": .escape
    case "h": .backspace
    case "space", "@": .control(" ")
    default:
      if name.count == 1, let only = name.first, "abcdefghijklmnopqrstuvwxyz\\]^_".contains(only) {
        .control(only)
      } else {
        nil
      }
    }
  }

  private static func altKey(_ name: Substring) -> Key? {
    if name.lowercased() == "space" { return .alt(" ") }
    guard name.count == 1, let only = name.first, displayWidth(of: only) > 0 else { return nil }
    return .alt(only)
  }
}
