/// A JSON value whose objects keep the order of their keys.
public enum JSON: Equatable, Sendable {
  /// The absent value.
  case null
  /// True or false.
  case boolean(Bool)
  /// A whole number.
  case number(Int)
  /// Any other number, as it is written.
  case decimal(String)
  /// A string.
  case string(String)
  /// Values in order.
  case array([JSON])
  /// Keys and values in order.
  case object([Member])

  /// A key of an object and its value.
  public struct Member: Equatable, Sendable {
    /// The key.
    public var key: String
    /// The value.
    public var value: JSON

    /// Makes a member.
    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// A string, or null for nil.
  static func text(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }

  /// A number, or null for nil.
  static func integer(_ value: Int?) -> JSON { value.map { .number($0) } ?? .null }

  /// An array of strings.
  static func strings(_ values: [String]) -> JSON { .array(values.map { .string($0) }) }

  /// The value as JSON text on one line (RFC 8259).
  ///
  /// Characters beyond ASCII stand as UTF-8; control characters, those of C1 and the separators of
  /// lines and paragraphs included, are escaped, so that the text can be shown in a terminal.
  public var printed: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .number(let number): text += String(number)
    case .decimal(let number): text += number
    case .string(let string): Self.write(string, to: &text)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.write(member.key, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029:
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}
