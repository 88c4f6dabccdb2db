/// A cursor in JSON text (RFC 8259) that reads one value after another.
///
/// It takes what programs really write: commas before a closing bracket, the words `NaN` and
/// `Infinity`, and tabs inside strings. Values are bounded in depth and number, so that neither the
/// stack nor memory depends on what a document holds.
struct JSONReader {
  /// What was found where something else has to stand.
  struct Damage: Error, Equatable {
    /// The offset of the first byte that does not fit.
    var offset: Int
    /// What has to stand there.
    var expected: String
  }

  /// How deep values may be nested inside one value; deeper ones are read as null.
  static let deepest = 48
  /// How many values one value may hold; further ones are read as null.
  static let mostValues = 200_000

  /// The text.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The offset of the next byte.
  var position = 0
  /// True when the last value was too deep or too large to be read whole.
  private(set) var isCut = false
  private var valuesLeft = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next byte that is no white space, on which the cursor then stands; nil at the end.
  mutating func next() -> UInt8? {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return bytes[position]
      }
    }
    return nil
  }

  /// Reads the value at the cursor.
  mutating func value() throws(Damage) -> JSON {
    valuesLeft = Self.mostValues
    isCut = false
    return try value(depth: 0)
  }

  private mutating func value(depth: Int) throws(Damage) -> JSON {
    guard let first = next() else { throw damage("a value") }
    if depth >= Self.deepest || valuesLeft <= 0, first == UInt8(ascii: "{") || first == 0x5B {
      isCut = true
      skipValue()
      return .null
    }
    valuesLeft -= 1
    switch first {
    case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try values(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), 0x30...0x39: return try number()
    default: return try word()
    }
  }

  private mutating func members(depth: Int) throws(Damage) -> [JSON.Member] {
    position += 1
    var members: [JSON.Member] = []
    while true {
      guard let byte = next() else { throw damage("“}”") }
      if byte == UInt8(ascii: "}") { break }
      let key = try self.key()
      let value = try value(depth: depth)
      if valuesLeft > 0 { members.append(JSON.Member(key, value)) } else { isCut = true }
      try separator(before: UInt8(ascii: "}"))
    }
    position += 1
    return members
  }

  private mutating func values(depth: Int) throws(Damage) -> [JSON] {
    position += 1
    var values: [JSON] = []
    while true {
      guard let byte = next() else { throw damage("“]”") }
      if byte == UInt8(ascii: "]") { break }
      let value = try value(depth: depth)
      if valuesLeft > 0 { values.append(value) } else { isCut = true }
      try separator(before: UInt8(ascii: "]"))
    }
    position += 1
    return values
  }

  /// Reads the key of a member and the colon after it.
  mutating func key() throws(Damage) -> String {
    guard next() == UInt8(ascii: "\"") else { throw damage("a key in quotation marks") }
    let key = try string()
    guard next() == UInt8(ascii: ":") else { throw damage("“:”") }
    position += 1
    return key
  }

  private mutating func separator(before close: UInt8) throws(Damage) {
    switch next() {
    case UInt8(ascii: ","): position += 1
    case close: return
    default: throw damage("“,” or “\(Character(Unicode.Scalar(close)))”")
    }
  }

  private mutating func number() throws(Damage) -> JSON {
    let start = position
    while position < bytes.count, isOfWord(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if let number = Int(text) { return .number(number) }
    if text == "-Infinity" { return .null }
    guard Double(text) != nil else {
      position = start
      throw damage("a number")
    }
    return .decimal(text)
  }

  private mutating func word() throws(Damage) -> JSON {
    let start = position
    while position < bytes.count, position - start < 10, isOfWord(bytes[position]) { position += 1 }
    switch String(decoding: bytes[start..<position], as: UTF8.self) {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    // Python prints the last two for numbers that JSON does not have.
    case "null", "NaN", "Infinity": return .null
    default:
      position = start
      throw damage("a value")
    }
  }

  private func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  func damage(_ expected: String) -> Damage { Damage(offset: position, expected: expected) }
}
