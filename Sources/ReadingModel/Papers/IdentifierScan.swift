extension Identifier {
  /// A place in running text that names a work.
  public struct Mention: Equatable, Sendable {
    /// The work's name in canonical form.
    public let identifier: Identifier
    /// The name or address as it is written, without the punctuation around it.
    public let text: String
    /// Where it stands, in bytes of the text's UTF-8.
    public let range: Range<Int>
  }

  /// The works that running text names, in its order.
  ///
  /// Found are `http` and `https` addresses, addresses of arXiv, doi.org, OpenReview and the ACL
  /// Anthology without their scheme, DOIs with and without `doi:`, and arXiv identifiers with their
  /// prefix; of bare numbers only those in arXiv's new style, and with four digits behind the point
  /// (used until 2014) only in square brackets. Old-style arXiv identifiers need their prefix.
  /// Brackets and punctuation around a name are no part of it.
  ///
  /// - Parameter text: Any text; time is linear in its length.
  /// - Returns: Every mention, so that a work named twice is there twice.
  public static func found(in text: String) -> [Mention] {
    var text = text
    return text.withUTF8 { bytes in
      var scan = IdentifierScan(bytes)
      return scan.mentions()
    }
  }
}

/// One walk through a text for names of works.
private struct IdentifierScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func mentions() -> [Identifier.Mention] {
    var found: [Identifier.Mention] = []
    while index < bytes.count {
      let start = index
      // No name is longer than an address may be, and what follows is looked at once.
      guard isStart(of: bytes[index]), !continuesWord, let range = candidate() else {
        index += 1
        continue
      }
      index = max(range.upperBound, start + 1)
      guard range.count <= CanonicalURL.longest else { continue }
      let written = String(decoding: bytes[range], as: UTF8.self)
      if let identifier = Identifier.recognise(written) {
        found.append(
          Identifier.Mention(identifier: identifier, text: written, range: range))
      }
    }
    return found
  }

  /// True for the first letters of what is looked for.
  private func isStart(of byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "h"), UInt8(ascii: "a"), UInt8(ascii: "d"), UInt8(ascii: "o"),
      UInt8(ascii: "w"):
      true
    default: Identifier.isDigit(byte)
    }
  }

  /// True when the byte before is part of the same word or number.
  private var continuesWord: Bool {
    guard index > 0 else { return false }
    switch bytes[index - 1] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "$"):
      return true
    default: return false
    }
  }

  /// The range of what may be a name, from the present byte on; nil when none begins here.
  private func candidate() -> Range<Int>? {
    if Identifier.isDigit(bytes[index]) { return bareDOI() ?? bareArxiv() }
    if starts("https://") || starts("http://") { return address(from: index) }
    if starts("arxiv:") || starts("doi:") {
      return prefixed(length: starts("doi:") ? 4 : 6)
    }
    if starts("arxiv ") { return afterArxiv(from: index + 6) }
    for host in Self.hosts where starts(host) { return address(from: index) }
    return nil
  }

  private static let hosts: [StaticString] = [
    "arxiv.org/", "www.arxiv.org/", "alphaxiv.org/", "ar5iv.org/", "doi.org/", "dx.doi.org/",
    "openreview.net/", "aclanthology.org/", "www.aclweb.org/", "huggingface.co/papers/",
    "hf.co/papers/",
  ]

  private func starts(_ prefix: StaticString) -> Bool {
    guard index + prefix.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<prefix.utf8CodeUnitCount
    where Self.lower(bytes[index + offset]) != prefix.utf8Start[offset] {
      return false
    }
    return true
  }

  private static func lower(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }

  // MARK: Names

  /// `arxiv:1706.03762` and `doi:10.1000/1`, with white space allowed behind the colon.
  private func prefixed(length: Int) -> Range<Int>? {
    var start = index + length
    while start < bytes.count, bytes[start] == 0x20, start < index + length + 2 { start += 1 }
    if length == 6 { return afterArxiv(from: start) }
    let name = address(from: start)
    return name.isEmpty ? nil : name
  }

  /// The identifier behind `arXiv:` or `arXiv`.
  private func afterArxiv(from start: Int) -> Range<Int>? {
    var end = start
    while end < bytes.count, end - start < 40 {
      switch bytes[end] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "/"),
        UInt8(ascii: "-"):
        end += 1
        continue
      default: break
      }
      break
    }
    while end > start, !Identifier.isDigit(bytes[end - 1]) { end -= 1 }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    return Identifier.arxiv(name) == nil ? nil : start..<end
  }

  /// `10.1000/182`: the directory, a registrant of four to nine digits and a slash.
  private func bareDOI() -> Range<Int>? {
    guard starts("10.") else { return nil }
    var end = index + 3
    while end < bytes.count, end - index <= 13, Identifier.isDigit(bytes[end]) { end += 1 }
    guard 4...9 ~= end - index - 3, end < bytes.count, bytes[end] == UInt8(ascii: "/") else {
      return nil
    }
    return address(from: index)
  }

  /// `1706.03762` and, in brackets, `0704.0001`, with or without a version.
  private func bareArxiv() -> Range<Int>? {
    var end = index
    var digits = (before: 0, behind: 0)
    while end < bytes.count, Identifier.isDigit(bytes[end]), digits.before < 5 {
      digits.before += 1
      end += 1
    }
    guard digits.before == 4, end < bytes.count, bytes[end] == UInt8(ascii: ".") else { return nil }
    end += 1
    while end < bytes.count, Identifier.isDigit(bytes[end]), digits.behind < 6 {
      digits.behind += 1
      end += 1
    }
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "v"), Identifier.isDigit(bytes[end + 1]) {
      end += 1
      while end < bytes.count, Identifier.isDigit(bytes[end]) { end += 1 }
    }
    let following = end < bytes.count ? bytes[end] : 0x20
    let isBracketed =
      index > 0 && bytes[index - 1] == UInt8(ascii: "[") && following == UInt8(ascii: "]")
    guard digits.behind == 5 || (digits.behind == 4 && isBracketed),
      !Self.continuesNumber(following)
    else { return nil }
    return index..<end
  }

  private static func continuesNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "%"), UInt8(ascii: "_"): true
    default: false
    }
  }

  // MARK: Ends

  /// The address that begins there, to the first byte that cannot be part of one.
  ///
  /// A closing bracket without its opening one ends it, and punctuation at its end is not part of it.
  private func address(from start: Int) -> Range<Int> {
    var end = start
    var parentheses = 0
    var brackets = 0
    scan: while end < bytes.count {
      switch bytes[end] {
      case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        break scan
      case UInt8(ascii: "("): parentheses += 1
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: ")"):
        if parentheses == 0 { break scan }
        parentheses -= 1
      case UInt8(ascii: "]"):
        if brackets == 0 { break scan }
        brackets -= 1
      case 0xE2, 0xE3, 0xEF:
        if isPunctuation(at: end) { break scan }
      default: break
      }
      end += 1
    }
    while end > start, Self.endsSentence(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// True for quotes, dashes and the signs of Chinese and Japanese text.
  private func isPunctuation(at index: Int) -> Bool {
    guard index + 1 < bytes.count else { return true }
    switch (bytes[index], bytes[index + 1]) {
    case (0xE2, 0x80), (0xE3, 0x80), (0xEF, 0xBC): return true
    default: return false
    }
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "*"),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "["), UInt8(ascii: "("):
      true
    default: false
    }
  }
}
