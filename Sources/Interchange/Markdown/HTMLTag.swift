import ReadingModel

/// One tag of HTML, as it stands between Markdown.
struct HTMLTag: Equatable {
  /// The name in lower case.
  var name: String
  /// True for `</a>`.
  var isClosing: Bool
  /// The attributes that are looked at: `href`, `src` and `alt`.
  var attributes: [String: String]

  /// Something in a text with HTML in it.
  enum Piece: Equatable {
    case text(String)
    case tag(HTMLTag)
  }

  /// Parts a text into tags and what stands between them; comments are left out.
  ///
  /// Time is linear: every byte is looked at a fixed number of times.
  ///
  /// - Returns: The pieces, each with the index of its first byte.
  static func pieces(of bytes: ArraySlice<UInt8>) -> [(piece: Piece, index: Int)] {
    var pieces: [(piece: Piece, index: Int)] = []
    var index = bytes.startIndex
    var textStart = index
    func flush(_ end: Int) {
      guard textStart < end else { return }
      let text = String(decoding: bytes[textStart..<end], as: UTF8.self)
      pieces.append((.text(text), textStart))
    }
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if bytes[index...].starts(with: "<!--".utf8) {
        flush(index)
        index = end(ofComment: bytes, from: index + 4)
        textStart = index
      } else if let (tag, end) = tag(in: bytes, at: index) {
        flush(index)
        pieces.append((.tag(tag), index))
        index = end
        textStart = end
      } else {
        index += 1
      }
    }
    flush(bytes.endIndex)
    return pieces
  }

  private static func end(ofComment bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 2 < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-"),
        bytes[index + 2] == UInt8(ascii: ">")
      {
        return index + 3
      }
      index += 1
    }
    return bytes.endIndex
  }

  /// The longest tag that is looked for, in bytes.
  private static let longest = 8_192

  /// The tag that begins at a `<`, and where it ends; nil when none does.
  private static func tag(
    in bytes: ArraySlice<UInt8>, at start: Int
  ) -> (tag: HTMLTag, end: Int)? {
    var index = start + 1
    var isClosing = false
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: "/") {
      isClosing = true
      index += 1
    }
    let nameStart = index
    while index < bytes.endIndex, isOfName(bytes[index]) { index += 1 }
    guard index > nameStart, index - nameStart <= 20, !(0x30...0x39 ~= bytes[nameStart]) else {
      return nil
    }
    let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
    var attributes: [String: String] = [:]
    let limit = min(bytes.endIndex, start + longest)
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: ">"):
        return (HTMLTag(name: name, isClosing: isClosing, attributes: attributes), index + 1)
      case UInt8(ascii: "<"): return nil
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "/"): index += 1
      default:
        guard let (key, value, end) = attribute(in: bytes, at: index, limit: limit) else {
          return nil
        }
        if ["href", "src", "alt"].contains(key) {
          attributes[key] = HTMLEntities.decoded(value)
        }
        index = end
      }
    }
    return nil
  }

  private static func attribute(
    in bytes: ArraySlice<UInt8>, at start: Int, limit: Int
  ) -> (key: String, value: String, end: Int)? {
    var index = start
    while index < limit, isOfName(bytes[index]) { index += 1 }
    guard index > start else { return nil }
    let key = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    guard index < limit, bytes[index] == UInt8(ascii: "=") else { return (key, "", index) }
    index += 1
    guard index < limit else { return nil }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let end = bytes[(index + 1)..<limit].firstIndex(of: quote) else { return nil }
      return (key, String(decoding: bytes[(index + 1)..<end], as: UTF8.self), end + 1)
    }
    let valueStart = index
    while index < limit, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ">") { index += 1 }
    return (key, String(decoding: bytes[valueStart..<index], as: UTF8.self), index)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: ":"),
      UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
