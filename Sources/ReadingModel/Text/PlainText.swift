/// Tells quickly that a text is safe as it stands, which nearly every text is.
///
/// Plain are printable ASCII, the letters and signs of Latin-1, dashes, quotes and other signs from
/// U+2010 to U+2027, and Chinese characters: all in normalisation form C, none invisible or combining.
enum PlainText {
  /// True for plain text whose spaces stand singly between words.
  static func isLine(_ bytes: String.UTF8View) -> Bool {
    var last: UInt8 = 0x20
    return isPlain(bytes) { byte in
      defer { last = byte }
      return byte != 0x0A && (byte != 0x20 || last != 0x20)
    } && (bytes.isEmpty || last != 0x20)
  }

  /// True for plain text in lines without a space at their ends, the first and the last not blank.
  static func isBlock(_ bytes: String.UTF8View) -> Bool {
    var last: UInt8 = 0x0A
    var isFirst = true
    return isPlain(bytes) { byte in
      defer {
        last = byte
        isFirst = false
      }
      return byte != 0x0A || (last != 0x20 && !isFirst)
    } && (bytes.isEmpty || (last != 0x20 && last != 0x0A))
  }

  /// True when every character is plain and the caller has nothing against any single byte.
  private static func isPlain(_ bytes: String.UTF8View, and accepts: (UInt8) -> Bool) -> Bool {
    var lead: UInt8 = 0
    var left = 0
    for byte in bytes {
      switch (left, lead) {
      case (0, _):
        switch byte {
        case 0x20..<0x7F, 0x0A: break
        case 0xC2, 0xC3: left = 1
        case 0xE2, 0xE4...0xE9: left = 2
        default: return false
        }
        lead = byte
      case (1, 0xC2):
        // U+00A0 is white space, U+00AD invisible, and what stands before them are controls.
        if byte <= 0xA0 || byte == 0xAD { return false }
        left = 0
      case (2, 0xE2):
        if byte != 0x80 { return false }
        left = 1
      case (1, 0xE2):
        if !(0x90...0xA7 ~= byte) { return false }
        left = 0
      default: left -= 1
      }
      if !accepts(byte) { return false }
    }
    return true
  }
}
