internal import ReadingModel

/// A column of names in order, held as a JSON array of strings (RFC 8259).
///
/// It is read for every row on the screen, so it does not go through a general decoder.
enum NameColumn {
  /// The names as JSON.
  static func encode(_ names: [String]) -> String {
    names.contains(where: mustBeEscaped) ? encodeEscaped(names) : encodePlain(names)
  }

  private static func mustBeEscaped(_ name: String) -> Bool {
    name.utf8.inMemory { bytes in
      bytes.contains { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    }
  }

  /// The names between quotation marks, in one piece of memory.
  private static func encodePlain(_ names: [String]) -> String {
    // Two marks and a comma around each, and two brackets around all.
    let length = names.reduce(2) { $0 + $1.utf8.count + 3 }
    return String(unsafeUninitializedCapacity: length) { json in
      var end = json.startIndex
      func append(_ byte: UInt8) {
        json.initializeElement(at: end, to: byte)
        end += 1
      }
      append(UInt8(ascii: "["))
      for name in names {
        if end > 1 { append(UInt8(ascii: ",")) }
        append(UInt8(ascii: "\""))
        name.utf8.inMemory { bytes in
          _ = json.extracting(end...).initialize(fromContentsOf: bytes)
          end += bytes.count
        }
        append(UInt8(ascii: "\""))
      }
      append(UInt8(ascii: "]"))
      return end
    }
  }

  private static func encodeEscaped(_ names: [String]) -> String {
    var json = "["
    for (index, name) in names.enumerated() {
      json += index == 0 ? "\"" : ",\""
      for scalar in name.unicodeScalars {
        switch scalar {
        case "\"": json += "\\\""
        case "\\": json += "\\\\"
        case _ where scalar.value < 0x20:
          let digits = String(scalar.value, radix: 16)
          json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: json.unicodeScalars.append(scalar)
        }
      }
      json += "\""
    }
    return json + "]"
  }

  /// The names that a column holds; what is not a string in it is passed over.
  static func decode(_ json: String) -> [String] {
    var json = json
    return json.withUTF8(unescaped) ?? decodeEscaped(json)
  }

  /// The names between quotation marks; nil where anything is escaped, as hardly ever.
  private static func unescaped(_ json: UnsafeBufferPointer<UInt8>) -> [String]? {
    var names: [String] = []
    var start: Int?
    for (index, byte) in json.enumerated() {
      if byte == UInt8(ascii: "\\") { return nil }
      guard byte == UInt8(ascii: "\"") else { continue }
      if let first = start {
        names.append(String(decoding: json[first..<index], as: UTF8.self))
        start = nil
      } else {
        start = index + 1
      }
    }
    return names
  }

  private static func decodeEscaped(_ json: String) -> [String] {
    var names: [String] = []
    var name: String.UnicodeScalarView?
    var scalars = json.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard name != nil else {
        if scalar == "\"" { name = String.UnicodeScalarView() }
        continue
      }
      switch scalar {
      case "\"":
        names.append(String(name ?? String.UnicodeScalarView()))
        name = nil
      case "\\":
        if let escaped = scalars.next() { name?.append(unescape(escaped, &scalars)) }
      default: name?.append(scalar)
      }
    }
    return names
  }

  private static func unescape(
    _ scalar: Unicode.Scalar, _ rest: inout String.UnicodeScalarView.Iterator
  ) -> Unicode.Scalar {
    switch scalar {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "u":
      let high = codeUnit(&rest)
      guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
      // A character outside the first plane is written as two escapes.
      var ahead = rest
      guard ahead.next() == "\\", ahead.next() == "u" else { return "\u{FFFD}" }
      let low = codeUnit(&ahead)
      guard (0xDC00..<0xE000).contains(low) else { return "\u{FFFD}" }
      rest = ahead
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    default: return scalar
    }
  }

  private static func codeUnit(_ rest: inout String.UnicodeScalarView.Iterator) -> UInt32 {
    var digits = ""
    for _ in 0..<4 {
      if let digit = rest.next() { digits.unicodeScalars.append(digit) }
    }
    return UInt32(digits, radix: 16) ?? 0xFFFD
  }
}
