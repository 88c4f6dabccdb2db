#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// HTML as text that people can read.
enum HTMLText {
  /// A short text such as a title: without tags, references replaced, on one line.
  ///
  /// Only what has the shape of a tag of HTML is one, so that `1 < 2` and `a<b$` stay.
  static func line(_ html: String) -> String {
    guard html.utf8.contains(where: { $0 == HTMLTokenizer.less || $0 == UInt8(ascii: "&") }) else {
      return html
    }
    var bytes = Array(html.utf8)
    return bytes.withUnsafeMutableBufferPointer { buffer in
      let bytes = UnsafeBufferPointer(buffer)
      var tokenizer = HTMLTokenizer(bytes)
      var text = ""
      var start = 0
      while let token = tokenizer.next() {
        switch token {
        case .text(let range): text += decoded(bytes, in: range)
        case .rawText: break
        case .start(.other, _), .end(.other):
          text += String(decoding: bytes[start..<tokenizer.position], as: UTF8.self)
        case .start(let tag, _): if tag.isBlock || tag == .br { text += " " }
        case .end(let tag): if tag.isBlock { text += " " }
        }
        start = tokenizer.position
      }
      return text
    }
  }

  /// A text such as a description as Markdown, without a line feed at its end.
  ///
  /// - Parameters:
  ///   - html: A piece of HTML.
  ///   - base: The address that addresses in it are relative to.
  static func markdown(_ html: String, base: String? = nil) -> String {
    let text = HTMLMarkdown(Data(html.utf8), base: base).text
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Bytes with their references replaced.
  static func decoded(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> String {
    guard bytes[range].contains(UInt8(ascii: "&")) else {
      return String(decoding: bytes[range], as: UTF8.self)
    }
    var text: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "&"),
        let (character, length) = HTMLCharacters.reference(bytes[index..<range.upperBound])
      {
        text.append(contentsOf: character.utf8)
        index += length
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
