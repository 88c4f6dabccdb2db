/// A piece of an HTML document.
enum HTMLToken {
  /// Text, with its references as they stand.
  case text(Range<Int>)
  /// The text of an element whose content has no tags, such as a script.
  case rawText(Range<Int>)
  /// A start tag and where its attributes are.
  case start(HTMLElement, attributes: Range<Int>)
  /// An end tag.
  case end(HTMLElement)
}

/// Cuts HTML into tags and text.
///
/// It takes any bytes, as browsers do, in time that is linear in them: what is no tag is text, and a
/// tag or comment without an end does not swallow the rest. Comments, declarations and processing
/// instructions are stepped over.
struct HTMLTokenizer {
  /// The document.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next token begins.
  private(set) var position = 0
  /// The element whose text without tags comes next.
  private var rawTextTag: HTMLElement?
  /// True once a tag was found to have no end; later ones have to end before the next one begins.
  private var isTorn = false
  /// True once a comment was found to have no end.
  private var hasOpenComment = false
  /// True once a declaration was found to have no end.
  private var hasOpenDeclaration = false
  /// The elements whose raw text was found to have no end.
  private var unended: Set<HTMLElement> = []

  /// Makes a tokenizer at the beginning of a document.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next token; nil at the end.
  mutating func next() -> HTMLToken? {
    if let tag = rawTextTag {
      rawTextTag = nil
      if let text = rawText(of: tag) { return .rawText(text) }
    }
    while position < bytes.count {
      guard bytes[position] == Self.less, let token = markup() else {
        // A sign that opens nothing is text, and so is all up to the next one.
        let end = index(of: Self.less, from: position + 1) ?? bytes.count
        defer { position = end }
        return .text(position..<end)
      }
      if case .some(let found) = token { return found }
    }
    return nil
  }

  /// What a `<` opens: nil when it is text, an inner nil for what is stepped over.
  private mutating func markup() -> HTMLToken?? {
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return declaration() }
    let isEnd = next == UInt8(ascii: "/")
    let start = position + (isEnd ? 2 : 1)
    guard start < bytes.count, Self.isLetter(bytes[start]) else { return .none }
    var end = start
    while end < bytes.count, Self.isOfName(bytes[end]) { end += 1 }
    // `a<b$` is a formula: a name ends at white space, a slash or the end of the tag.
    guard
      end == bytes.count || Self.isSpace(bytes[end]) || bytes[end] == UInt8(ascii: "/")
        || bytes[end] == Self.greater
    else { return .none }
    guard let close = tagEnd(from: end) else { return .none }
    position = close + 1
    let tag = HTMLElement(name: bytes[start..<end])
    if isEnd { return .some(.end(tag)) }
    if tag.isRawText { rawTextTag = tag }
    return .some(.start(tag, attributes: end..<close))
  }

  /// Steps over a comment, a CDATA section's marks, a document type or an instruction.
  private mutating func declaration() -> HTMLToken?? {
    let rest = bytes[position...]
    if rest.starts(with: "<!--".utf8) {
      if !hasOpenComment, let end = end(of: "-->", from: position + 2) {
        position = end
        return .some(nil)
      }
      hasOpenComment = true
    } else if rest.starts(with: "<![CDATA[".utf8) {
      position += 9
      return .some(nil)
    }
    guard !hasOpenDeclaration, let close = index(of: Self.greater, from: position) else {
      hasOpenDeclaration = true
      return .none
    }
    position = close + 1
    return .some(nil)
  }

  /// Where the `>` of a tag is, behind its quoted attributes.
  private mutating func tagEnd(from start: Int) -> Int? {
    if isTorn {
      var index = start
      while index < bytes.count, bytes[index] != Self.less {
        if bytes[index] == Self.greater { return index }
        index += 1
      }
      return nil
    }
    var quote: UInt8 = 0
    var previous: UInt8 = 0
    for index in start..<bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == Self.greater {
        return index
      } else if previous == UInt8(ascii: "="),
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      {
        quote = byte
      }
      if !Self.isSpace(byte) { previous = byte }
    }
    isTorn = true
    return tagEnd(from: start)
  }

  private mutating func rawText(of tag: HTMLElement) -> Range<Int>? {
    guard !unended.contains(tag) else { return nil }
    let name = Array(tag.rawValue.utf8)
    var index = position
    while let less = self.index(of: Self.less, from: index) {
      index = less + 1
      guard less + 2 + name.count <= bytes.count, bytes[less + 1] == UInt8(ascii: "/") else {
        continue
      }
      if bytes[(less + 2)..<(less + 2 + name.count)].elementsEqual(name, by: { $0 | 0x20 == $1 }) {
        defer { position = less }
        return position..<less
      }
    }
    unended.insert(tag)
    return nil
  }

  private func index(of byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes[start...].firstIndex(of: byte)
  }

  /// Where a mark ends that is looked for from a place on.
  private func end(of mark: StaticString, from start: Int) -> Int? {
    let length = mark.utf8CodeUnitCount
    let last = mark.utf8Start[length - 1]
    var index = start + length - 1
    while let found = self.index(of: last, from: index) {
      if (0..<length).allSatisfy({ bytes[found - length + 1 + $0] == mark.utf8Start[$0] }) {
        return found + 1
      }
      index = found + 1
    }
    return nil
  }

  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  private static func isOfName(_ byte: UInt8) -> Bool {
    isLetter(byte) || 0x30...0x39 ~= byte || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
  }
}
