/// A bracket of a TOML document that stands where none may.
///
/// toml++, which the TOML library rests on, takes for granted that a key follows the brackets of a table
/// and a value those of an array, and stops the program where none does: “[=”, or “[ }”.
struct BracketFault: Equatable {
  /// The line, counted from 1.
  var line: Int
  /// What is wrong, in words.
  var reason: String

  /// The first in a document; nil when there is none, whatever else may be wrong.
  static func first(in text: String) -> BracketFault? {
    var scan = BracketScan(bytes: Array(text.utf8))
    return scan.firstFault()
  }
}

private struct BracketScan {
  let bytes: [UInt8]
  private var place = 0
  private var line = 1
  /// The brackets that are open, outermost first.
  private var open: [UInt8] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func firstFault() -> BracketFault? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    var isLineStart = true
    while let byte = byte(at: place) {
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        isLineStart = true
        place += 1
        continue
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        place += 1
        continue
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(of: byte)
      case UInt8(ascii: "[") where isLineStart && open.isEmpty:
        guard isNamed() else { return BracketFault(line: line, reason: "a table without a name") }
        skipLine()
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        open.append(byte)
        place += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        // Both kinds of brackets stand two apart from those that close them.
        guard open.popLast() == byte - 2 else {
          return BracketFault(
            line: line, reason: "a “\(Character(Unicode.Scalar(byte)))” that closes nothing")
        }
        place += 1
      default: place += 1
      }
      isLineStart = false
    }
    return nil
  }

  private func byte(at place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

  /// Whether the library reads on behind the brackets here, or refuses them with a sentence.
  private func isNamed() -> Bool {
    var next = place + 1
    let isArray = byte(at: next) == UInt8(ascii: "[")
    if isArray { next += 1 }
    let start = next
    while byte(at: next) == UInt8(ascii: " ") || byte(at: next) == UInt8(ascii: "\t") { next += 1 }
    guard let byte = byte(at: next) else { return true }
    switch byte {
    case UInt8(ascii: "["): return !isArray && next > start
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "]"):
      return true
    default: return false
    }
  }

  private mutating func skipLine() {
    while let byte = byte(at: place), byte != UInt8(ascii: "\n") { place += 1 }
  }

  /// Skips a string from its first quote; one on one line ends with the line at the latest.
  private mutating func skipString(of quote: UInt8) {
    let isLong = byte(at: place + 1) == quote && byte(at: place + 2) == quote
    place += isLong ? 3 : 1
    while let byte = byte(at: place) {
      if byte == UInt8(ascii: "\n") {
        guard isLong else { return }
        line += 1
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        if self.byte(at: place + 1) == UInt8(ascii: "\n") { line += 1 }
        place += 1
      } else if byte == quote {
        guard isLong else {
          place += 1
          return
        }
        if self.byte(at: place + 1) == quote, self.byte(at: place + 2) == quote {
          place += 3
          // Up to two quotes may stand before those that end it.
          while self.byte(at: place) == quote { place += 1 }
          return
        }
      }
      place += 1
    }
  }
}
