/// An accent of LaTeX, as a combining mark of Unicode and as a character of its own.
struct TeXAccent {
  /// How many accents are read for one letter; more letters of that sort are damage.
  static let most = 4

  /// The mark that follows its letter.
  let combining: String
  /// What stands for the accent where it has no letter.
  let alone: String

  /// The accent of a command such as `\"`; nil when the sign is none.
  init?(symbol: UInt8) {
    switch symbol {
    case UInt8(ascii: "'"): self.init("\u{301}", "'")
    case UInt8(ascii: "`"): self.init("\u{300}", "`")
    case UInt8(ascii: "^"): self.init("\u{302}", "^")
    case UInt8(ascii: "\""): self.init("\u{308}", "\"")
    case UInt8(ascii: "~"): self.init("\u{303}", "~")
    case UInt8(ascii: "="): self.init("\u{304}", "¯")
    case UInt8(ascii: "."): self.init("\u{307}", ".")
    default: return nil
    }
  }

  /// The accent of a command such as `\v`; nil when the name is none.
  init?(command: String) {
    switch command {
    case "c": self.init("\u{327}", "¸")
    case "v": self.init("\u{30C}", "ˇ")
    case "u": self.init("\u{306}", "˘")
    case "H": self.init("\u{30B}", "˝")
    case "k": self.init("\u{328}", "˛")
    case "r": self.init("\u{30A}", "˚")
    case "b": self.init("\u{331}", "_")
    case "d": self.init("\u{323}", ".")
    case "h": self.init("\u{309}", "")
    case "t": self.init("\u{361}", "")
    case "textcommabelow": self.init("\u{326}", ",")
    default: return nil
    }
  }

  private init(_ combining: String, _ alone: String) {
    self.combining = combining
    self.alone = alone
  }
}
