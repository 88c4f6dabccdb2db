/// Looks for table headers without a name in a TOML document.
///
/// toml++, which the TOML library rests on, takes for granted that a key follows the brackets, and
/// stops the program where none does: “[=” or a bracket at the end of a line.
struct TableHeaders {
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1

  /// The line of the first header without a name, counted from 1; nil when there is none.
  static func firstUnnamed(in text: String) -> Int? {
    var headers = TableHeaders(bytes: Array(text.utf8))
    return headers.firstUnnamed()
  }

  private mutating func firstUnnamed() -> Int? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    var isLineStart = true
    // A bracket within the value of an array begins no table.
    var depth = 0
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
      case UInt8(ascii: "[") where isLineStart && depth == 0:
        guard isNamed() else { return line }
        skipLine()
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        place += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth = max(0, depth - 1)
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
