/// Strings as YAML 1.2 scalars on one line.
enum YAMLText {
  /// The text as it stands where YAML reads that back as this very string, else in double quotes.
  static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// The text in double quotes, with every character that needs it escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value
          || [0x2028, 0x2029, 0xFEFF].contains(scalar.value)
        {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// The text of a scalar that stands as it is or in double quotes with `\"` and `\\` alone; nil for
  /// anything that needs a YAML parser.
  static func read(_ scalar: Substring) -> String? {
    guard scalar.first == "\"" else {
      // A value such as 2025-02-24 or true is that text, whatever YAML takes it for.
      let text = String(scalar)
      return isSingleScalar(text) ? text : nil
    }
    var text = String.UnicodeScalarView()
    var isEscaped = false
    var isOpen = true
    for character in scalar.unicodeScalars.dropFirst() {
      guard isOpen else { return nil }
      if isEscaped {
        guard character == "\"" || character == "\\" else { return nil }
        text.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isOpen = false
      } else {
        text.append(character)
      }
    }
    return isOpen ? nil : String(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    isSingleScalar(text) && !isOtherType(text)
      && text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value)
          && ![0x2028, 0x2029, 0xFEFF].contains($0.value)
      }
  }

  /// True when a plain scalar of this text ends where the text ends (YAML 1.2.2, section 7.3.3).
  private static func isSingleScalar(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      !first.properties.isWhitespace, !last.properties.isWhitespace, last != ":",
      !"-?:,[]{}#&*!|>'\"%@`=~<".unicodeScalars.contains(first)
    else { return false }
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      if byte == UInt8(ascii: "#"), previous == 0x20 { return false }
      if byte == 0x20, previous == UInt8(ascii: ":") { return false }
      if byte == 0x0A || byte == 0x0D { return false }
      previous = byte
    }
    return !text.hasPrefix("---") && !text.hasPrefix("...")
  }

  /// True for what readers of YAML take for a truth value, null or a number.
  private static func isOtherType(_ text: String) -> Bool {
    let words = ["true", "false", "yes", "no", "on", "off", "y", "n", "null", ".inf", ".nan"]
    if words.contains(text.lowercased()) { return true }
    guard let first = text.utf8.first, 0x30...0x39 ~= first || [0x2B, 0x2D, 0x2E].contains(first)
    else { return false }
    return text.utf8.allSatisfy {
      0x30...0x39 ~= $0 || 0x41...0x46 ~= $0 || 0x61...0x66 ~= $0
        || "xo+._:".utf8.contains($0)
    } || Double(text) != nil
  }
}
