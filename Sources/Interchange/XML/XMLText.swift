import ReadingModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What has to be done to a text before it can be read as XML.
enum XMLText {
  /// The document as XML, and what was remarkable about it.
  ///
  /// Control characters, which XML does not allow but feeds have, become spaces, and so does a
  /// declaration that something stands in front of; every line keeps its number.
  static func prepared(_ document: Data) -> (document: Data, warning: Diagnostic?) {
    let firstControl = document.withUnsafeBytes { bytes in bytes.firstIndex(where: isControl) }
    let beginsWithSpace = document.first.map { $0 <= 0x20 } ?? false
    guard firstControl != nil || beginsWithSpace else { return (document, nil) }
    var bytes = [UInt8](document)
    var warning: Diagnostic?
    if let firstControl {
      warning = Diagnostic(
        line: 1 + bytes[..<firstControl].count { $0 == 0x0A },
        message: "control characters, which XML does not allow, were read as spaces")
      for index in firstControl..<bytes.count where isControl(bytes[index]) { bytes[index] = 0x20 }
    }
    if let declaration = bytes.firstIndex(where: { $0 > 0x20 }), declaration > 0,
      bytes[declaration...].starts(with: Array("<?xml ".utf8)),
      let end = bytes[declaration...].firstIndex(of: UInt8(ascii: ">"))
    {
      // The encoding is known, and nothing else in the declaration matters.
      for index in declaration...end where bytes[index] != 0x0A { bytes[index] = 0x20 }
    }
    return (Data(bytes), warning)
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }

  /// The first tag of a document: `<feed xmlns="…"`; nil when the text is not XML or HTML.
  ///
  /// Steps over white space, declarations, comments and document types.
  static func firstTag(in sample: String) -> String? {
    var rest = Substring(sample).utf8[...]
    while true {
      rest = rest.drop { $0 <= 0x20 }
      guard rest.first == UInt8(ascii: "<") else { return nil }
      let end: Substring.UTF8View.Index?
      if rest.starts(with: "<?".utf8) {
        end = self.end(of: "?>", in: rest)
      } else if rest.starts(with: "<!--".utf8) {
        end = self.end(of: "-->", in: rest)
      } else if rest.starts(with: "<!".utf8) {
        end = endOfDeclaration(rest)
      } else {
        guard let name = rest.dropFirst().first, HTMLTokenizer.isLetter(name) else { return nil }
        return String(Substring(rest.prefix { $0 != UInt8(ascii: ">") }))
      }
      guard let end else { return nil }
      rest = rest[end...]
    }
  }

  /// The local name of a tag that `firstTag` gave, in lower case.
  static func localName(of tag: String) -> String {
    let name = tag.dropFirst().prefix { !$0.isWhitespace && $0 != "/" }
    return String(name.split(separator: ":").last ?? "").lowercased()
  }

  private static func end(
    of mark: String, in text: Substring.UTF8View.SubSequence
  ) -> Substring.UTF8View.Index? {
    let length = mark.utf8.count
    var window: [UInt8] = []
    for index in text.indices {
      window.append(text[index])
      if window.count > length { window.removeFirst() }
      if window.elementsEqual(mark.utf8) { return text.index(after: index) }
    }
    return nil
  }

  /// Where a document type ends, with the declarations that it may hold in brackets.
  private static func endOfDeclaration(
    _ text: Substring.UTF8View.SubSequence
  ) -> Substring.UTF8View.Index? {
    var isInside = false
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "["): isInside = true
      case UInt8(ascii: "]"): isInside = false
      case UInt8(ascii: ">") where !isInside: return text.index(after: index)
      default: break
      }
    }
    return nil
  }
}
