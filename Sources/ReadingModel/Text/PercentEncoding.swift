/// Percent encoding in the normal form of RFC 3986, section 6.2.2.
enum PercentEncoding {
  /// The text with every byte encoded that must be, no byte that need not, and hexadecimal digits in
  /// upper case.
  static func normalised(_ text: some StringProtocol, keeping reserved: String) -> String {
    if text.utf8.allSatisfy({ isUnreserved($0) || reserved.utf8.contains($0) }) {
      return String(text)
    }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), let encoded = byteEncoded(in: bytes, at: index) {
        if isUnreserved(encoded) { result.append(encoded) } else { append(encoded, to: &result) }
        index += 3
      } else {
        if isUnreserved(byte) || reserved.utf8.contains(byte) {
          result.append(byte)
        } else {
          append(byte, to: &result)
        }
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes that an encoded text stands for.
  static func decoded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let encoded =
        bytes[index] == UInt8(ascii: "%") ? byteEncoded(in: bytes, at: index) : nil
      result.append(encoded ?? bytes[index])
      index += encoded == nil ? 1 : 3
    }
    return result
  }

  private static func append(_ byte: UInt8, to result: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static func byteEncoded(in bytes: [UInt8], at index: Int) -> UInt8? {
    guard index + 2 < bytes.count, let high = digit(bytes[index + 1]),
      let low = digit(bytes[index + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    // RFC 3986 reserves these and RFC 2396, section 2.3, did not: sites and documents write both
    // forms of them for one page.
    case UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "'"), UInt8(ascii: "("): true
    case UInt8(ascii: ")"): true
    default: false
    }
  }
}
