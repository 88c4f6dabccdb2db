/// Quoted-printable, base64 and percent encoding of mails (RFC 2045, section 6, and RFC 2231).
///
/// What is not validly encoded stays as it stands.
enum TransferDecoding {
  /// A line of quoted-printable, without its end.
  static func quotedPrintableLine(_ line: some RandomAccessCollection<UInt8>) -> [UInt8] {
    escaped(line, by: UInt8(ascii: "="))
  }

  /// A text in percent encoding.
  static func percent(_ bytes: [UInt8]) -> [UInt8] { escaped(bytes, by: UInt8(ascii: "%")) }

  private static func escaped(
    _ bytes: some RandomAccessCollection<UInt8>, by sign: UInt8
  ) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      bytes.formIndex(after: &index)
      if byte == sign, bytes.distance(from: index, to: bytes.endIndex) >= 2,
        let high = digit(bytes[index]), let low = digit(bytes[bytes.index(after: index)])
      {
        decoded.append(high << 4 | low)
        bytes.formIndex(&index, offsetBy: 2)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
    default: nil
    }
  }

  /// A text in base64; white space and other foreign signs are stepped over, as RFC 2045 has it.
  static func base64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 1
      if count == 4 {
        decoded += [UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8)]
        decoded.append(UInt8(truncatingIfNeeded: bits))
        bits = 0
        count = 0
      }
    }
    if count == 3 { decoded.append(UInt8(truncatingIfNeeded: bits >> 10)) }
    if count == 3 { decoded.append(UInt8(truncatingIfNeeded: bits >> 2)) }
    if count == 2 { decoded.append(UInt8(truncatingIfNeeded: bits >> 4)) }
    return decoded
  }
}
