/// The addresses in a Markdown text, and where they end.
enum MarkdownAddress {
  /// How deep parentheses may be nested in an address, as CommonMark's own readers bound it.
  private static let deepest = 32
  private static let openParenthesis = UInt8(ascii: "(")
  private static let closeParenthesis = UInt8(ascii: ")")

  /// The address of `(address "title")` and where the text goes on behind it.
  static func inParentheses(_ source: [UInt8], from start: Int) -> (address: String, end: Int)? {
    var index = start + 1
    skipBlanks(source, &index)
    guard let address = destination(source, &index) else { return nil }
    let end = index
    skipBlanks(source, &index)
    if index > end, index < source.count {
      let quote = source[index]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        guard let close = source[(index + 1)...].firstIndex(of: quote) else { return nil }
        index = close + 1
        skipBlanks(source, &index)
      }
    }
    guard index < source.count, source[index] == closeParenthesis else { return nil }
    return (address, index + 1)
  }

  private static func skipBlanks(_ source: [UInt8], _ index: inout Int) {
    while index < source.count, source[index].isBlank || source[index] == .lineFeed { index += 1 }
  }

  private static func destination(_ source: [UInt8], _ index: inout Int) -> String? {
    var bytes: [UInt8] = []
    let isInAngles = index < source.count && source[index] == UInt8(ascii: "<")
    if isInAngles { index += 1 }
    var depth = 0
    while index < source.count {
      let byte = source[index]
      if byte == .lineFeed { break }
      if byte == .backslash, index + 1 < source.count, source[index + 1].isSign {
        bytes.append(source[index + 1])
        index += 2
        continue
      }
      if isInAngles {
        if byte == UInt8(ascii: "<") { return nil }
        if byte == UInt8(ascii: ">") {
          index += 1
          return String(decoding: bytes, as: UTF8.self)
        }
      } else {
        if byte <= .space || byte == 0x7F { break }
        if byte == openParenthesis { depth += 1 }
        if byte == closeParenthesis { depth -= 1 }
        if depth < 0 { break }
        if depth > deepest { return nil }
      }
      bytes.append(byte)
      index += 1
    }
    return isInAngles || depth > 0 ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// The address of `<address>` and where the text goes on behind it.
  static func inAngles(_ source: [UInt8], from start: Int) -> (address: String, end: Int)? {
    var end = start + 1
    while end < source.count, source[end] > .space, source[end] != UInt8(ascii: "<") {
      if source[end] == UInt8(ascii: ">") {
        let address = String(decoding: source[start + 1..<end], as: UTF8.self)
        return hasScheme(address) ? (address, end + 1) : nil
      }
      end += 1
    }
    return nil
  }

  /// The address of the web that stands in a text as it is, and where it ends.
  ///
  /// Signs that end a sentence are not part of it, nor is a parenthesis that closes more than was
  /// opened in it (GitHub Flavored Markdown 0.29, section 6.9).
  static func bare(_ source: [UInt8], from start: Int) -> (address: String, end: Int)? {
    let rest = source[start...]
    let schemes = ["https://", "http://"]
    guard let scheme = schemes.first(where: { rest.starts(with: $0.utf8) }) else { return nil }
    var end = start + scheme.utf8.count
    var depth = 0
    while end < source.count, isOfAddress(source[end]) {
      if source[end] == openParenthesis { depth += 1 }
      if source[end] == closeParenthesis { depth -= 1 }
      end += 1
    }
    while end > start + scheme.utf8.count {
      if source[end - 1] == closeParenthesis, depth < 0 {
        depth += 1
      } else if !"?!.,:;*_~'&".utf8.contains(source[end - 1]) {
        break
      }
      end -= 1
    }
    guard end > start + scheme.utf8.count else { return nil }
    return (String(decoding: source[start..<end], as: UTF8.self), end)
  }

  /// True for what an address is written with (RFC 3986, appendix A), brackets apart.
  private static func isOfAddress(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !"\"<>[]\\^`{|}".utf8.contains(byte)
  }

  /// True for an address that says how it is reached, `https:` or another scheme (RFC 3986, section
  /// 3.1).
  static func hasScheme(_ address: String) -> Bool {
    let scheme = address.utf8.prefix { $0 != .colon }
    guard let first = scheme.first, first.isLetter, scheme.count >= 2,
      scheme.count < address.utf8.count
    else { return false }
    return scheme.allSatisfy { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
  }
}
