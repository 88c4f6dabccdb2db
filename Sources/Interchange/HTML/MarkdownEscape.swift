/// Puts a backslash before the signs of a text that Markdown would take for its own.
///
/// See https://spec.commonmark.org/0.31.2/#backslash-escapes. Only signs that could mean something at
/// their place are escaped, since the text is also read as it stands.
enum MarkdownEscape {
  /// Appends a word to a text.
  static func append(
    _ word: some Collection<UInt8>, to text: inout [UInt8], isAtStart: Bool, isInLink: Bool,
    isInTable: Bool
  ) {
    if word.starts(with: "http://".utf8) || word.starts(with: "https://".utf8) {
      for byte in word {
        if byte == UInt8(ascii: "|"), isInTable { text.append(UInt8(ascii: "\\")) }
        text.append(byte)
      }
      return
    }
    if isAtStart, beginsBlock(word) {
      // A number keeps its digits in front of the escaped full stop or bracket.
      let digits = word.prefix { 0x30...0x39 ~= $0 }
      text.append(contentsOf: digits)
      text.append(UInt8(ascii: "\\"))
      text.append(contentsOf: word.dropFirst(digits.count))
      return
    }
    appendSigns(
      of: word, to: &text, after: isAtStart ? 0x20 : text.last ?? 0x20, isInLink: isInLink,
      isInTable: isInTable)
  }

  /// Appends a word that stands within a line, addresses being words like others.
  static func appendSigns(
    of word: some Collection<UInt8>, to text: inout [UInt8], after previous: UInt8, isInLink: Bool,
    isInTable: Bool
  ) {
    var previous = previous
    var index = word.startIndex
    while index < word.endIndex {
      let byte = word[index]
      word.formIndex(after: &index)
      let next = index < word.endIndex ? word[index] : 0x20
      if byte == UInt8(ascii: "&") {
        let hasEnd = word[index...].prefix(longestReference).contains(UInt8(ascii: ";"))
        if hasEnd, HTMLTokenizer.isLetter(next) || next == UInt8(ascii: "#") {
          text.append(UInt8(ascii: "\\"))
        }
      } else if isSign(
        byte, after: previous, before: next, isInLink: isInLink, isInTable: isInTable)
      {
        text.append(UInt8(ascii: "\\"))
      }
      text.append(byte)
      previous = byte
    }
  }

  /// True for what would begin a heading, a list, a quotation, a rule or a task at the start of a line.
  private static func beginsBlock(_ word: some Collection<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    switch first {
    case UInt8(ascii: "#"): return word.count <= 6 && word.allSatisfy { $0 == first }
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "~"):
      return word.allSatisfy { $0 == first }
    case UInt8(ascii: ">"): return true
    case UInt8(ascii: "["): return word.count == 3 || word.count == 1
    case 0x30...0x39:
      let rest = word.drop { 0x30...0x39 ~= $0 }
      return rest.count == 1 && (rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"))
        && word.count <= 10
    default: return false
    }
  }

  /// The longest name of a character with the semicolon behind it.
  private static let longestReference = 34

  private static func isSign(
    _ byte: UInt8, after previous: UInt8, before next: UInt8, isInLink: Bool, isInTable: Bool
  ) -> Bool {
    switch byte {
    case UInt8(ascii: "*"): !(previous == 0x20 && next == 0x20)
    case UInt8(ascii: "`"): true
    case UInt8(ascii: "_"): !(isOfWord(previous) && isOfWord(next))
    case UInt8(ascii: "\\"): isPunctuation(next)
    case UInt8(ascii: "["): isInLink
    case UInt8(ascii: "]"):
      isInLink || next == UInt8(ascii: "(") || next == UInt8(ascii: "[")
        || next == UInt8(ascii: ":")
    case UInt8(ascii: "<"):
      HTMLTokenizer.isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
        || next == UInt8(ascii: "?")
    case UInt8(ascii: "~"): next == byte || previous == byte
    case UInt8(ascii: "|"): isInTable
    default: false
    }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    HTMLTokenizer.isLetter(byte) || 0x30...0x39 ~= byte || byte >= 0x80
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// An address in the form that can stand in the brackets of a link.
  static func address(_ address: String) -> String {
    var text: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case 0x00...0x20, 0x7F, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "|"):
        let digits = Array("0123456789ABCDEF".utf8)
        text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
