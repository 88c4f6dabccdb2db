/// Words of a header in another character set: `=?UTF-8?Q?caf=C3=A9?=` (RFC 2047).
enum EncodedWords {
  /// A text with its encoded words decoded; what is none stays as it stands.
  static func decoded(_ bytes: [UInt8]) -> String {
    var text = ""
    var index = 0
    var plain = 0
    var wasEncoded = false
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "=")) {
      guard let (word, end) = word(bytes, at: start) else {
        index = start + 1
        continue
      }
      // White space between two encoded words is not part of the text.
      let between = bytes[plain..<start]
      if !wasEncoded || !between.allSatisfy({ $0 <= 0x20 }) {
        text += String(decoding: between, as: UTF8.self)
      }
      text += word
      wasEncoded = true
      index = end
      plain = end
    }
    return text + String(decoding: bytes[plain...], as: UTF8.self)
  }

  /// The encoded word at a place, and where it ends.
  private static func word(_ bytes: [UInt8], at start: Int) -> (text: String, end: Int)? {
    let mark = UInt8(ascii: "?")
    guard start + 1 < bytes.count, bytes[start + 1] == mark else { return nil }
    // RFC 2047 allows 75 characters; programs write longer ones.
    let rest = bytes[(start + 2)...].prefix(1_000)
    guard let first = rest.firstIndex(of: mark), first + 2 < rest.endIndex,
      bytes[first + 2] == mark, let last = rest[(first + 3)...].firstIndex(of: mark),
      last + 1 < bytes.count, bytes[last + 1] == UInt8(ascii: "=")
    else { return nil }
    let content = Array(bytes[(first + 3)..<last])
    let charset = String(decoding: bytes[(start + 2)..<first].prefix { $0 != 0x2A }, as: UTF8.self)
    switch bytes[first + 1] | 0x20 {
    case UInt8(ascii: "q"):
      let words = content.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
      return (
        MailCharset.text(TransferDecoding.quotedPrintableLine(words[...]), charset: charset),
        last + 2
      )
    case UInt8(ascii: "b"):
      return (MailCharset.text(TransferDecoding.base64(content), charset: charset), last + 2)
    default: return nil
    }
  }
}
