import ReadingModel

/// The text of a page, and the blocks that are made of it.
extension HTMLMarkdown {
  // MARK: Inline elements

  mutating func mark(_ tag: HTMLElement, _ mark: MarkdownInline.Mark) {
    inline.open(mark)
    push(Element(tag: tag, mark: mark))
  }

  mutating func link(_ attributes: HTMLAttributes) {
    if let index = open.lastIndex(where: { $0.tag == .a }) { close(to: index) }
    guard let reference = attributes["href"] else { return push(Element(tag: .a)) }
    let address = RelativeAddress.resolved(reference, base: head.base ?? base)
    guard address.hasPrefix("#") || Self.isOfWeb(address) else { return push(Element(tag: .a)) }
    mark(.a, .link(MarkdownEscape.address(address)))
  }

  mutating func image(_ attributes: HTMLAttributes, line: Int) {
    let name = SafeText.line(attributes["alt"] ?? "")
    guard !name.isEmpty, !takesOnlyPapers || paperDepth > 0 else { return }
    let source = RelativeAddress.resolved(attributes["src"] ?? "", base: head.base ?? base)
    guard Self.isOfWeb(source) else { return addWord(Array(name.utf8), line: line) }
    let label = name.filter { $0 != "[" && $0 != "]" && $0 != "\\" }
    inline.appendMarkdown("![\(label)](\(MarkdownEscape.address(source)))", line: line)
  }

  static func isOfWeb(_ address: String) -> Bool {
    let scheme = address.prefix(8).lowercased()
    return address.utf8.count <= 4_096 && (scheme.hasPrefix("http://") || scheme == "https://")
  }

  mutating func lineBreak() {
    if skipDepth > 0 { return }
    if verbatim != nil {
      verbatim?.text.append(0x0A)
    } else if table != nil || open.contains(where: { $0.tag.headingLevel != nil }) {
      inline.space()
    } else {
      inline.lineBreak()
    }
  }

  mutating func rule(line: Int) {
    flush()
    if table == nil, blocks.depth == 0, !takesOnlyPapers {
      blocks.add(Array("---".utf8), from: [line])
    }
  }

  // MARK: Text

  mutating func addText(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    if skipDepth > 0 {
      if skipped.text.count < 200 {
        skipped.text.append(contentsOf: bytes[range.prefix(200)])
      }
      return
    }
    if verbatim != nil {
      verbatim?.text.append(contentsOf: HTMLText.decoded(bytes, in: range).utf8)
      return
    }
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, !HTMLTokenizer.isSpace(bytes[index]) { index += 1 }
      if index > start {
        addDecoded(bytes, in: start..<index, line: lineNumber(at: start, in: bytes))
      }
      if index < range.upperBound {
        inline.space()
        index += 1
      }
    }
  }

  /// A run without white space, in which references may stand for some.
  mutating func addDecoded(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, line: Int
  ) {
    guard bytes[range].contains(where: { $0 == UInt8(ascii: "&") || $0 == 0xC2 }) else {
      return addWord(bytes[range], line: line)
    }
    let text = HTMLText.decoded(bytes, in: range)
    var isFirst = true
    for word in text.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: \.properties.isWhitespace)
    {
      if !isFirst { inline.space() }
      isFirst = false
      addWord(Array(String(word).utf8), line: line)
    }
  }

  mutating func addWord(_ word: some Collection<UInt8>, line: Int) {
    guard skipDepth == 0, !Self.isInvisible(word) else { return }
    inline.append(word, line: line, isInTable: table != nil)
  }

  /// True for the invisible signs that newsletters fill the preview of a mail with.
  static func isInvisible(_ word: some Collection<UInt8>) -> Bool {
    guard let first = word.first, first >= 0xC2 else { return false }
    return String(decoding: word, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isDefaultIgnorableCodePoint
    }
  }

  // MARK: Blocks

  mutating func flush(headingLevel: Int? = nil) {
    if table != nil {
      inline.space()
      return
    }
    guard !inline.isEmpty else { return }
    var (bytes, sources, hasLink) = takeInline()
    let isHeading = headingLevel != nil && blocks.depth == 0
    if let headingLevel, isHeading {
      bytes = Array(repeatElement(UInt8(ascii: "#"), count: headingLevel)) + [0x20] + bytes
    }
    if takesOnlyPapers, paperDepth == 0 {
      let line = sources.first ?? counted.line
      if let headingLevel, isHeading, !hasLink {
        waitingHeadings.removeAll { $0.level >= headingLevel }
        waitingHeadings.append((headingLevel, bytes, line))
        wasLeftOut = false
      } else {
        if !wasLeftOut { note(bytes, line: line) }
        wasLeftOut = true
      }
      return
    }
    wasLeftOut = false
    add(bytes, from: sources)
  }

  mutating func takeInline() -> (bytes: [UInt8], lines: [Int], hasLink: Bool) {
    if inline.isCut {
      let message = "text of more than a megabyte in one piece was cut"
      leftOut.append(Diagnostic(line: counted.line, message: message))
    }
    return inline.take()
  }

  mutating func add(_ bytes: [UInt8], from sources: [Int], continues: Bool = false) {
    for heading in waitingHeadings { blocks.add(heading.text, from: [heading.line]) }
    waitingHeadings = []
    blocks.add(bytes, from: sources, continues: continues)
  }

  mutating func addRow() {
    guard var table else { return }
    if takesOnlyPapers, paperDepth == 0 {
      table.row = []
    } else {
      let isFirst = table.isFirstRow
      for (index, line) in table.takeRow().enumerated() {
        add(line, from: [table.line], continues: !isFirst || index > 0)
      }
    }
    self.table = table
  }

  mutating func flushVerbatim() {
    guard let (text, line) = verbatim else { return }
    verbatim = nil
    guard text.contains(where: { $0 > 0x20 }), !takesOnlyPapers || paperDepth > 0 else { return }
    let rows = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    let content = rows.drop { $0.allSatisfy { $0 <= 0x20 } }
    let first = line + (rows.count - content.count)
    let fence = Array((text.contains(UInt8(ascii: "`")) ? "~~~~" : "```").utf8)
    var bytes = fence
    for row in content { bytes += [0x0A] + row }
    while bytes.last == 0x0A { bytes.removeLast() }
    bytes += [0x0A] + fence
    add(bytes, from: [first] + content.indices.map { first + $0 - content.startIndex })
  }

  mutating func noteSkipped() {
    let words = skipped.text.split { $0 <= 0x20 }
    if !words.isEmpty { note(Array(words.joined(separator: [0x20])), line: skipped.line) }
  }

  mutating func note(_ text: [UInt8], line: Int) {
    let beginning = SafeText.line(String(decoding: text.prefix(300), as: UTF8.self), limit: 80)
    if !beginning.isEmpty {
      leftOut.append(Diagnostic(line: line, message: "left out, being no paper: “\(beginning)”"))
    }
  }
}
