import ReadingModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A page of HTML as Markdown: headings, paragraphs, lists, tables, links and emphasis.
///
/// What stands around the content of a page is left out and named: navigation, footers, hidden text,
/// boxes to subscribe or share. A page that marks its cards of papers by a class, as in
/// `<div class="research-paper">`, gives only these. Time is linear in the page.
struct HTMLMarkdown {
  /// How deep elements are followed; what is deeper is read as if it stood at this depth.
  static let deepest = 256

  /// The Markdown.
  private(set) var text = ""
  /// For each of its lines the line of the page, counted from 1.
  private(set) var lines: [Int] = []
  /// What was left out, by line, with its beginning.
  private(set) var leftOut: [Diagnostic] = []
  /// What the head of the page says.
  private(set) var head = HTMLHead()

  private struct Element {
    var tag: HTMLElement
    var mark: MarkdownInline.Mark?
    var isSkipped = false
    var isContainer = false
    var isList = false
    var isPaper = false
  }

  private var blocks = MarkdownBlocks()
  private var inline = MarkdownInline()
  private var open: [Element] = []
  private var lists: [Int?] = []
  private var table: HTMLTable?
  private var skipDepth = 0
  private var skipped = (line: 0, text: [UInt8]())
  private var paperDepth = 0
  private let takesOnlyPapers: Bool
  private var wasLeftOut = false
  /// Headings that stand before a card, by level, until a card comes.
  private var waitingHeadings: [(level: Int, text: [UInt8], line: Int)] = []
  private var verbatim: (text: [UInt8], line: Int)?
  private var counted = (offset: 0, line: 1)
  private let base: String?

  /// Converts a page, or a piece of one.
  ///
  /// - Parameters:
  ///   - html: HTML, valid UTF-8.
  ///   - base: The address that addresses in it are relative to, unless the page names one.
  init(_ html: Data, base: String? = nil) {
    self.base = base
    takesOnlyPapers = html.withUnsafeBytes {
      HTMLCards.areMarked(in: $0.bindMemory(to: UInt8.self))
    }
    html.withUnsafeBytes { walk($0.bindMemory(to: UInt8.self)) }
    text = String(decoding: blocks.bytes, as: UTF8.self)
    lines = blocks.lines
  }

  private mutating func walk(_ bytes: UnsafeBufferPointer<UInt8>) {
    var tokenizer = HTMLTokenizer(bytes)
    while true {
      let position = tokenizer.position
      guard let token = tokenizer.next() else { break }
      let line = lineNumber(at: position, in: bytes)
      switch token {
      case .text(let range): addText(bytes, in: range)
      case .rawText(let range):
        if open.last?.tag == .title { head.takeTitle(HTMLText.decoded(bytes, in: range)) }
      case .start(let tag, let range):
        start(tag, HTMLAttributes(bytes, in: range), line: line, tokenizer)
      case .end(let tag): end(tag, line: line)
      }
    }
    close(to: 0)
    flush()
  }

  private mutating func lineNumber(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if offset > counted.offset {
      counted.line += bytes[counted.offset..<offset].count { $0 == 0x0A }
      counted.offset = offset
    }
    return counted.line
  }

  // MARK: Tags

  private mutating func start(
    _ tag: HTMLElement, _ attributes: HTMLAttributes, line: Int, _ tokenizer: HTMLTokenizer
  ) {
    closeImplied(by: tag)
    if skipDepth > 0 {
      if !tag.isVoid, tag != .p, tag != .other { push(Element(tag: tag)) }
      return
    }
    switch tag {
    case .other, .html, .body, .head, .wbr, .input, .embed: break
    case .base, .meta, .link: head.take(tag, attributes)
    case .title where !open.contains(where: { $0.tag == .body }): push(Element(tag: tag))
    case .br: lineBreak()
    case .hr: rule(line: line)
    case .img: image(attributes, line: line)
    case .p: flush()
    case .b, .strong: mark(tag, .strong)
    case .i, .em, .cite, .u: mark(tag, .emphasis)
    case .del, .s, .strike: mark(tag, .struck)
    case .code, .kbd, .samp, .tt: mark(tag, .code)
    case .a: link(attributes)
    case .q: addWord(Array("“".utf8), line: line)
    case .math: addWord(Array((attributes["alttext"] ?? "").utf8), line: line)
    default: break
    }
    if tag == .input, attributes["type"]?.lowercased() == "checkbox", inline.isEmpty {
      inline.appendMarkdown(attributes["checked"] == nil ? "[ ]" : "[x]", line: line)
      inline.space()
    }
    let isLeftOut =
      tag.isSkipped || tag.isFurniture || tag == .math || attributes.isHidden
      || HTMLCards.isFurniture(tag, attributes)
    if isLeftOut, !tag.isVoid {
      if tag.isBlock { flush() }
      push(Element(tag: tag, isSkipped: true))
    } else if tag.isBlock, tag != .p {
      startBlock(tag, attributes, line: line, tokenizer)
    }
  }

  private mutating func startBlock(
    _ tag: HTMLElement, _ attributes: HTMLAttributes, line: Int, _ tokenizer: HTMLTokenizer
  ) {
    if table != nil {
      startInTable(tag, line: line)
      return
    }
    flush()
    var element = Element(tag: tag)
    element.isPaper = takesOnlyPapers && HTMLCards.isPaper(tag, attributes)
    if element.isPaper { paperDepth += 1 }
    switch tag {
    case .html, .body, .hr: return
    case .ul, .menu, .dl, .ol:
      element.isList = true
      let start = attributes["start"].flatMap { Int($0) } ?? 1
      lists.append(tag == .ol ? max(0, min(start, 999_999)) : nil)
    case .li, .dt:
      element.isContainer = true
      blocks.enter(.item(marker: nextMarker(), isFresh: true))
    case .dd:
      // The description of a term belongs to the term's item.
      if open.last(where: { $0.tag == .dt || $0.tag == .dl })?.tag == .dt { return }
      element.tag = .dt
      element.isContainer = true
      blocks.enter(.item(marker: nextMarker(), isFresh: true))
    case .blockquote:
      element.isContainer = true
      blocks.enter(.quotation(isFresh: true))
    case .pre: verbatim = ([], line)
    case .table: table = HTMLTable(tokenizer)
    default: break
    }
    push(element)
  }

  private mutating func nextMarker() -> String {
    guard let last = lists.indices.last, let number = lists[last] else { return "- " }
    lists[last] = number + 1
    return "\(number). "
  }

  private mutating func startInTable(_ tag: HTMLElement, line: Int) {
    switch tag {
    case .tr:
      let caption = takeInline()
      if !caption.bytes.isEmpty { add(caption.bytes, from: caption.lines) }
      table?.line = line
    case .th, .td: if tag == .th { table?.hasHeading = true }
    default:
      inline.space()
      return
    }
    push(Element(tag: tag))
  }

  /// Ends elements that end without a tag when another one begins.
  private mutating func closeImplied(by tag: HTMLElement) {
    let (ended, bounds): ([HTMLElement], [HTMLElement])
    switch tag {
    case .li: (ended, bounds) = ([.li], [.ul, .ol, .menu])
    case .dt: (ended, bounds) = ([.dt], [.dl])
    case .td, .th: (ended, bounds) = ([.td, .th], [.tr, .table])
    case .tr: (ended, bounds) = ([.tr], [.table])
    case .h1, .h2, .h3, .h4, .h5, .h6:
      (ended, bounds) = ([.h1, .h2, .h3, .h4, .h5, .h6], [.div, .li, .td, .section, .article])
    default: return
    }
    guard let index = open.lastIndex(where: { ended.contains($0.tag) || bounds.contains($0.tag) }),
      ended.contains(open[index].tag)
    else { return }
    close(to: index)
  }

  private mutating func end(_ tag: HTMLElement, line: Int) {
    switch tag {
    case .p, .dd, .body, .html: if skipDepth == 0 { flush() }
    case .br: lineBreak()
    case .q: addWord(Array("”".utf8), line: line)
    default: break
    }
    // The end of a term is not the end of its item, which goes on with the description.
    guard tag != .dt, tag != .other, let index = open.lastIndex(where: { $0.tag == tag }) else {
      if tag == .dt, skipDepth == 0 { flush() }
      return
    }
    close(to: index)
  }

  private mutating func push(_ element: Element) {
    if element.isSkipped {
      if skipDepth == 0 { skipped = (counted.line, []) }
      skipDepth += 1
    }
    guard open.count < Self.deepest else {
      undo(element)
      return
    }
    open.append(element)
  }

  private mutating func close(to index: Int) {
    while open.count > index {
      let element = open.removeLast()
      if skipDepth == 0 { closeBlock(element) }
      undo(element)
    }
  }

  /// Ends what an element began, apart from its text.
  private mutating func undo(_ element: Element) {
    if element.isSkipped {
      skipDepth -= 1
      if skipDepth == 0, !element.tag.isSkipped { noteSkipped() }
    }
    if let mark = element.mark { inline.close(mark) }
    if element.isContainer { blocks.leave() }
    if element.isPaper { paperDepth -= 1 }
    if element.isList {
      _ = lists.popLast()
      if lists.isEmpty { blocks.endList() }
    }
    if element.tag == .table { table = nil }
  }

  private mutating func closeBlock(_ element: Element) {
    if table != nil {
      switch element.tag {
      case .td, .th:
        let cell = takeInline().bytes.map { $0 == 0x0A ? 0x20 : $0 }
        table?.row.append(cell)
      case .tr: addRow()
      case .table:
        if inline.isEmpty { break }
        let rest = takeInline()
        add(rest.bytes, from: rest.lines)
      default: break
      }
    } else if element.tag == .pre {
      flushVerbatim()
    } else if let level = element.tag.headingLevel {
      flush(headingLevel: level)
    } else if element.tag.isBlock {
      flush()
    }
  }

  // MARK: Inline elements

  private mutating func mark(_ tag: HTMLElement, _ mark: MarkdownInline.Mark) {
    inline.open(mark)
    push(Element(tag: tag, mark: mark))
  }

  private mutating func link(_ attributes: HTMLAttributes) {
    if let index = open.lastIndex(where: { $0.tag == .a }) { close(to: index) }
    guard let reference = attributes["href"] else { return push(Element(tag: .a)) }
    let address = RelativeAddress.resolved(reference, base: head.base ?? base)
    guard address.hasPrefix("#") || Self.isOfWeb(address) else { return push(Element(tag: .a)) }
    mark(.a, .link(MarkdownEscape.address(address)))
  }

  private mutating func image(_ attributes: HTMLAttributes, line: Int) {
    let name = SafeText.line(attributes["alt"] ?? "")
    guard !name.isEmpty, !takesOnlyPapers || paperDepth > 0 else { return }
    let source = RelativeAddress.resolved(attributes["src"] ?? "", base: head.base ?? base)
    guard Self.isOfWeb(source) else { return addWord(Array(name.utf8), line: line) }
    let label = name.filter { $0 != "[" && $0 != "]" && $0 != "\\" }
    inline.appendMarkdown("![\(label)](\(MarkdownEscape.address(source)))", line: line)
  }

  private static func isOfWeb(_ address: String) -> Bool {
    let scheme = address.prefix(8).lowercased()
    return address.utf8.count <= 4_096 && (scheme.hasPrefix("http://") || scheme == "https://")
  }

  private mutating func lineBreak() {
    if skipDepth > 0 { return }
    if verbatim != nil {
      verbatim?.text.append(0x0A)
    } else if table != nil || open.contains(where: { $0.tag.headingLevel != nil }) {
      inline.space()
    } else {
      inline.lineBreak()
    }
  }

  private mutating func rule(line: Int) {
    flush()
    if table == nil, blocks.depth == 0, !takesOnlyPapers {
      blocks.add(Array("---".utf8), from: [line])
    }
  }

  // MARK: Text

  private mutating func addText(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
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
  private mutating func addDecoded(
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

  private mutating func addWord(_ word: some Collection<UInt8>, line: Int) {
    guard skipDepth == 0, !Self.isInvisible(word) else { return }
    inline.append(word, line: line, isInTable: table != nil)
  }

  /// True for the invisible signs that newsletters fill the preview of a mail with.
  private static func isInvisible(_ word: some Collection<UInt8>) -> Bool {
    guard let first = word.first, first >= 0xC2 else { return false }
    return String(decoding: word, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isDefaultIgnorableCodePoint
    }
  }

  // MARK: Blocks

  private mutating func flush(headingLevel: Int? = nil) {
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

  private mutating func takeInline() -> (bytes: [UInt8], lines: [Int], hasLink: Bool) {
    if inline.isCut {
      let message = "text of more than a megabyte in one piece was cut"
      leftOut.append(Diagnostic(line: counted.line, message: message))
    }
    return inline.take()
  }

  private mutating func add(_ bytes: [UInt8], from sources: [Int], continues: Bool = false) {
    for heading in waitingHeadings { blocks.add(heading.text, from: [heading.line]) }
    waitingHeadings = []
    blocks.add(bytes, from: sources, continues: continues)
  }

  private mutating func addRow() {
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

  private mutating func flushVerbatim() {
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

  private mutating func noteSkipped() {
    let words = skipped.text.split { $0 <= 0x20 }
    if !words.isEmpty { note(Array(words.joined(separator: [0x20])), line: skipped.line) }
  }

  private mutating func note(_ text: [UInt8], line: Int) {
    let beginning = SafeText.line(String(decoding: text.prefix(300), as: UTF8.self), limit: 80)
    if !beginning.isEmpty {
      leftOut.append(Diagnostic(line: line, message: "left out, being no paper: “\(beginning)”"))
    }
  }
}
