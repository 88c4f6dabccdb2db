/// Text with the HTML that titles, abstracts and notes of reference managers carry, made plain.
///
/// Only elements that format are taken for markup; any other `<` stands for itself, as in “a < b” or
/// “<unk>”. CSL lists the ones of titles; abstracts from Crossref have those of JATS.
enum MarkupText {
  /// The text without markup; paragraphs are parted by blank lines.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
    else { return text }
    let bytes = Array(text.utf8)
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), let tag = tag(at: index, in: bytes) {
        plain += tag.replacement
        index = tag.end
      } else if bytes[index] == UInt8(ascii: "&"), let entity = entity(at: index, in: bytes) {
        plain += Array(entity.text.utf8)
        index = entity.end
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The text so that `plain` gives it back.
  static func escaped(_ text: String) -> String {
    guard plain(text) != text else { return text }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  private static func tag(
    at start: Int, in bytes: [UInt8]
  ) -> (replacement: [UInt8], end: Int)? {
    var index = start + 1
    let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let nameStart = index
    while index < bytes.count, index - nameStart < 16, isOfName(bytes[index]) { index += 1 }
    var name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
    let isJATS = name.hasPrefix("jats:")
    if isJATS { name.removeFirst(5) }
    guard isJATS || inline.contains(name) || breaking.contains(name) else { return nil }
    // A tag without attributes ends here; no tag goes on behind another “<”.
    while index < bytes.count, bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "<")
    {
      index += 1
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else { return nil }
    if !breaking.contains(name) { return ([], index + 1) }
    switch name {
    case "br": return ([0x0A], index + 1)
    case "li": return (isEnd ? [] : Array("\n- ".utf8), index + 1)
    default: return ([0x0A, 0x0A], index + 1)
    }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
    default: false
    }
  }

  private static let inline: Set<String> = [
    "i", "b", "em", "strong", "sub", "sup", "sc", "span", "u", "s", "small", "tt", "a", "font",
  ]

  private static let breaking: Set<String> = [
    "br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "title",
    "sec",
  ]

  private static func entity(at start: Int, in bytes: [UInt8]) -> (text: String, end: Int)? {
    guard let end = bytes[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    if let text = entities[name] { return (text, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap { Unicode.Scalar($0) }.map { (String($0), end + 1) }
  }

  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–",
    "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…",
  ]
}
