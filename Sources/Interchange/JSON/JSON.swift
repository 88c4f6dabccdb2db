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
    var text: [UInt8] = []
    write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private func write(to text: inout [UInt8]) {
    switch self {
    case .null: text += "null".utf8
    case .boolean(let value): text += value ? "true".utf8 : "false".utf8
    case .number(let number): text += String(number).utf8
    case .decimal(let number): text += number.utf8
    case .string(let string): Self.write(string, to: &text)
    case .array(let values):
      text.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        value.write(to: &text)
      }
      text.append(UInt8(ascii: "]"))
    case .object(let members):
      text.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        Self.write(member.key, to: &text)
        text.append(UInt8(ascii: ":"))
        member.value.write(to: &text)
      }
      text.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ string: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    if string.utf8.allSatisfy({ 0x20..<0x7F ~= $0 && $0 != 0x22 && $0 != 0x5C }) {
      text += string.utf8
    } else {
      for scalar in string.unicodeScalars { write(scalar, to: &text) }
    }
    text.append(UInt8(ascii: "\""))
  }

  private static func write(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    switch scalar {
    case "\"": text += "\\\"".utf8
    case "\\": text += "\\\\".utf8
    case "\n": text += "\\n".utf8
    case "\r": text += "\\r".utf8
    case "\t": text += "\\t".utf8
    default:
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        text += "\\u".utf8
        text += String(repeating: "0", count: 4 - digits.utf8.count).utf8
        text += digits.utf8
      default: text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }
}
