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
  var leftOut: [Diagnostic] = []
  /// What the head of the page says.
  private(set) var head = HTMLHead()

  struct Element {
    var tag: HTMLElement
    var mark: MarkdownInline.Mark?
    var isSkipped = false
    var isContainer = false
    var isList = false
    var isPaper = false
  }

  var blocks = MarkdownBlocks()
  var inline = MarkdownInline()
  var open: [Element] = []
  var lists: [Int?] = []
  var table: HTMLTable?
  var skipDepth = 0
  var skipped = (line: 0, text: [UInt8]())
  var paperDepth = 0
  let takesOnlyPapers: Bool
  var wasLeftOut = false
  /// Headings that stand before a card, by level, until a card comes.
  var waitingHeadings: [(level: Int, text: [UInt8], line: Int)] = []
  var verbatim: (text: [UInt8], line: Int)?
  var counted = (offset: 0, line: 1)
  let base: String?

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

  mutating func walk(_ bytes: UnsafeBufferPointer<UInt8>) {
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

  mutating func lineNumber(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if offset > counted.offset {
      counted.line += bytes[counted.offset..<offset].count { $0 == 0x0A }
      counted.offset = offset
    }
    return counted.line
  }

  // MARK: Tags

  mutating func start(
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

  mutating func startBlock(
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

  mutating func nextMarker() -> String {
    guard let last = lists.indices.last, let number = lists[last] else { return "- " }
    lists[last] = number + 1
    return "\(number). "
  }

  mutating func startInTable(_ tag: HTMLElement, line: Int) {
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
  mutating func closeImplied(by tag: HTMLElement) {
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

  mutating func end(_ tag: HTMLElement, line: Int) {
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

  mutating func push(_ element: Element) {
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

  mutating func close(to index: Int) {
    while open.count > index {
      let element = open.removeLast()
      if skipDepth == 0 { closeBlock(element) }
      undo(element)
    }
  }

  /// Ends what an element began, apart from its text.
  mutating func undo(_ element: Element) {
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

  mutating func closeBlock(_ element: Element) {
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

}
