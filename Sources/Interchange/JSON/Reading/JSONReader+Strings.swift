extension JSONReader {
  /// Reads the string whose opening quotation mark is at the cursor.
  ///
  /// A line end inside a string is damage: the closing mark is missing. An escape that JSON does not
  /// have stands for itself, and half a surrogate pair becomes U+FFFD.
  mutating func string() throws(Damage) -> String {
    let start = position + 1
    let end = plainEnd(from: start)
    if end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
      position = end + 1
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    return try escapedString(from: start)
  }

  /// The offset of the first byte that ends a run of plain characters.
  private func plainEnd(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x0A, 0x0D: return index
      default: index += 1
      }
    }
    return index
  }

  private mutating func escapedString(from start: Int) throws(Damage) -> String {
    var text: [UInt8] = []
    var index = start
    while true {
      let end = plainEnd(from: index)
      text.append(contentsOf: bytes[index..<end])
      guard end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D else {
        position = end
        throw damage("the quotation mark that ends a text")
      }
      if bytes[end] == UInt8(ascii: "\"") {
        position = end + 1
        return String(decoding: text, as: UTF8.self)
      }
      index = append(escapeAt: end, to: &text)
    }
  }

  /// Appends what the escape at an offset means; returns the offset behind it.
  private func append(escapeAt backslash: Int, to text: inout [UInt8]) -> Int {
    guard backslash + 1 < bytes.count else { return backslash + 1 }
    let letter = bytes[backslash + 1]
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"): return append(unicodeAt: backslash, to: &text)
    case 0x0A, 0x0D: return backslash + 1
    default: text += [UInt8(ascii: "\\"), letter]
    }
    return backslash + 2
  }

  private func append(unicodeAt backslash: Int, to text: inout [UInt8]) -> Int {
    guard let first = unit(at: backslash) else {
      text += Array("\u{FFFD}".utf8)
      return backslash + 2
    }
    if 0xD800...0xDBFF ~= first, let second = unit(at: backslash + 6), 0xDC00...0xDFFF ~= second,
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    {
      text += Array(String(scalar).utf8)
      return backslash + 12
    }
    text += Array(String(Unicode.Scalar(first) ?? "\u{FFFD}").utf8)
    return backslash + 6
  }

  /// The code unit of `\uXXXX` at an offset.
  private func unit(at backslash: Int) -> UInt32? {
    guard backslash + 6 <= bytes.count, bytes[backslash] == UInt8(ascii: "\\"),
      bytes[backslash + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[(backslash + 2)..<(backslash + 6)] {
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: unit = unit << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: unit = unit << 4 | UInt32(byte - 0x61 + 10)
      default: return nil
      }
    }
    return unit
  }
}
