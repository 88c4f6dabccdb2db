import CMarkdown
import ReadingModel

/// Reads a Markdown document block by block, with the parser MD4C.
///
/// Understood are CommonMark (https://spec.commonmark.org/0.31.2/) with the tables and task lists of
/// GitHub (https://github.github.com/gfm/), headings without a space behind their signs, and the
/// inline tags of HTML.
enum MarkdownReader {
  /// Reads a document and hands over its blocks in order.
  ///
  /// - Throws: What the receiver throws, at once.
  static func read(
    _ source: MarkdownSource, receive: (MarkdownBlock) throws -> Void
  ) throws {
    try withoutActuallyEscaping(receive) { receive in
      try source.bytes.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress, let size = MD_SIZE(exactly: bytes.count) else { return }
        let assembly = MarkdownAssembly(source: source, bytes: bytes, receive: receive)
        var parser = MD_PARSER()
        parser.flags = UInt32(
          MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEATXHEADERS
            | MD_FLAG_NOINDENTEDCODEBLOCKS)
        parser.enter_block = { MarkdownAssembly.of($2)?.enter($0, $1) ?? 1 }
        parser.leave_block = { MarkdownAssembly.of($2)?.leave($0) ?? 1 }
        parser.enter_span = { MarkdownAssembly.of($2)?.enterSpan($0, $1) ?? 1 }
        parser.leave_span = { type, _, data in MarkdownAssembly.of(data)?.leaveSpan(type) ?? 1 }
        parser.text = { MarkdownAssembly.of($3)?.take($0, $1, Int($2)) ?? 1 }
        _ = base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
          md_parse(text, size, &parser, Unmanaged.passUnretained(assembly).toOpaque())
        }
        if let error = assembly.error { throw error }
      }
    }
  }
}

/// Puts blocks together from what the parser reports.
private final class MarkdownAssembly {
  private let source: MarkdownSource
  private let bytes: UnsafeBufferPointer<UInt8>
  private let receive: (MarkdownBlock) throws -> Void
  /// What the receiver threw.
  private(set) var error: (any Error)?

  private var builder = RunBuilder()
  private var kind: MarkdownBlock.Kind?
  private var cells: [[MarkdownRun]] = []
  private var isHeaderRow = false
  private var html: [UInt8] = []
  private var isHTML = false
  /// For each open item, whether a block of it was handed over, and its box.
  private var items: [(hasBlock: Bool, isTicked: Bool?, line: Int?)] = []
  private var quotes = 0
  private var firstLine: Int?
  private var lastLine = 0
  /// Where the text before ended, to see that a character between was an escape.
  private var lastEnd = -1

  init(
    source: MarkdownSource, bytes: UnsafeBufferPointer<UInt8>,
    receive: @escaping (MarkdownBlock) throws -> Void
  ) {
    self.source = source
    self.bytes = bytes
    self.receive = receive
  }

  static func of(_ data: UnsafeMutableRawPointer?) -> MarkdownAssembly? {
    data.map { Unmanaged<MarkdownAssembly>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: Blocks

  func enter(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> CInt {
    switch type {
    case MD_BLOCK_LI:
      finish()
      let item = detail?.assumingMemoryBound(to: MD_BLOCK_LI_DETAIL.self).pointee
      let isTask = (item?.is_task ?? 0) != 0
      let line = isTask ? item.map { source.line(at: Int($0.task_mark_offset)) } : nil
      items.append(
        (false, isTask ? item?.task_mark != CChar(bitPattern: UInt8(ascii: " ")) : nil, line))
    case MD_BLOCK_QUOTE:
      finish()
      quotes += 1
    case MD_BLOCK_H:
      let level = detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 1
      begin(.heading(level: Int(level)))
    case MD_BLOCK_P: begin(.paragraph)
    case MD_BLOCK_CODE: begin(.code)
    case MD_BLOCK_HTML:
      finish()
      isHTML = true
    case MD_BLOCK_HR:
      begin(.rule)
      finish()
    case MD_BLOCK_THEAD: isHeaderRow = true
    case MD_BLOCK_TR: begin(isHeaderRow ? .tableHeader : .tableRow)
    case MD_BLOCK_UL, MD_BLOCK_OL: finish()
    default: break
    }
    return error == nil ? 0 : 1
  }

  func leave(_ type: MD_BLOCKTYPE) -> CInt {
    switch type {
    case MD_BLOCK_LI:
      finish()
      if let item = items.last, !item.hasBlock, item.isTicked != nil {
        // A box with nothing behind it is an item all the same.
        firstLine = item.line
        kind = .paragraph
        finish()
      }
      items.removeLast()
    case MD_BLOCK_QUOTE:
      finish()
      quotes -= 1
    case MD_BLOCK_HTML:
      finishHTML()
      isHTML = false
    case MD_BLOCK_THEAD: isHeaderRow = false
    case MD_BLOCK_TH, MD_BLOCK_TD: cells.append(builder.finish())
    case MD_BLOCK_H, MD_BLOCK_P, MD_BLOCK_CODE, MD_BLOCK_TR: finish()
    default: break
    }
    return error == nil ? 0 : 1
  }

  private func begin(_ kind: MarkdownBlock.Kind) {
    finish()
    self.kind = kind
  }

  /// Hands over the block that is open, if there is one.
  private func finish() {
    let runs = builder.finish()
    // Text directly in an item of a tight list is a paragraph without its marks.
    guard let kind = kind ?? (runs.isEmpty ? nil : .paragraph) else { return }
    self.kind = nil
    hand(over: kind, runs: runs)
  }

  private func hand(over kind: MarkdownBlock.Kind, runs: [MarkdownRun]) {
    let opensItem = items.last.map { !$0.hasBlock } ?? false
    let line = firstLine ?? (opensItem ? items.last?.line : nil) ?? max(lastLine, 1)
    let block = MarkdownBlock(
      kind: kind, runs: runs, cells: cells, depth: items.count, opensItem: opensItem,
      isTicked: opensItem ? items.last?.isTicked : nil, isQuoted: quotes > 0, line: line,
      lastLine: max(lastLine, line))
    cells = []
    firstLine = nil
    lastEnd = -1
    // Only the items above that have none yet are marked: each is looked at once.
    var index = items.count - 1
    while index >= 0, !items[index].hasBlock {
      items[index].hasBlock = true
      index -= 1
    }
    guard error == nil else { return }
    do { try receive(block) } catch { self.error = error }
  }

  // MARK: Spans and text

  func enterSpan(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> CInt {
    switch type {
    case MD_SPAN_STRONG: builder.change(.strong, by: 1)
    case MD_SPAN_EM: builder.change(.emphasis, by: 1)
    case MD_SPAN_CODE: builder.change(.code, by: 1)
    case MD_SPAN_A:
      let link = detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee
      builder.openLink(link.flatMap { Self.address($0.href) })
    case MD_SPAN_IMG:
      let image = detail?.assumingMemoryBound(to: MD_SPAN_IMG_DETAIL.self).pointee
      builder.openImage(image.flatMap { Self.address($0.src) } ?? "")
    default: break
    }
    return 0
  }

  func leaveSpan(_ type: MD_SPANTYPE) -> CInt {
    switch type {
    case MD_SPAN_STRONG: builder.change(.strong, by: -1)
    case MD_SPAN_EM: builder.change(.emphasis, by: -1)
    case MD_SPAN_CODE: builder.change(.code, by: -1)
    case MD_SPAN_A: builder.closeLink()
    case MD_SPAN_IMG: builder.closeImage()
    default: break
    }
    return 0
  }

  /// The longest address that is kept: a definition may be used very often.
  private static let longestAddress = 4_096

  private static func address(_ attribute: MD_ATTRIBUTE) -> String? {
    guard let text = attribute.text, attribute.size <= longestAddress else { return nil }
    let bytes = UnsafeRawBufferPointer(start: text, count: Int(attribute.size))
    return HTMLEntities.decoded(String(decoding: bytes, as: UTF8.self))
  }

  func take(_ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: Int) -> CInt {
    guard let text else { return 0 }
    let raw = UnsafeRawBufferPointer(start: text, count: size)
    let offset = place(of: text, size)
    switch type {
    case MD_TEXT_BR, MD_TEXT_SOFTBR:
      builder.append("\n")
      lastEnd = -1
      return 0
    case MD_TEXT_NULLCHAR: builder.append("\u{FFFD}")
    case MD_TEXT_HTML where isHTML:
      if html.count <= 4_000_000 { html += raw }
    case MD_TEXT_HTML:
      for case (.tag(let tag), _) in HTMLTag.pieces(of: Array(raw)[...]) { builder.take(tag) }
    case MD_TEXT_ENTITY:
      let entity = String(decoding: raw, as: UTF8.self)
      let character = HTMLEntities.decoded(entity)
      // A sign that Markdown would take for a mark stays written as it was.
      let isMark = character.utf8.first.map { "<>*_[]`|#\\".utf8.contains($0) } ?? false
      builder.append(character, source: isMark ? entity : nil)
    default:
      var plain = String(decoding: raw, as: UTF8.self)
      // In a table a bar is escaped in code as well.
      if type == MD_TEXT_CODE, kind == .tableRow || kind == .tableHeader {
        plain = plain.replacing("\\|", with: "|")
      }
      let isEscaped =
        offset.map { $0 > 0 && lastEnd == $0 - 1 && bytes[$0 - 1] == UInt8(ascii: "\\") } ?? false
      builder.append(plain, source: isEscaped ? "\\" + plain : nil)
    }
    lastEnd = offset.map { $0 + size } ?? -1
    return 0
  }

  /// Where a text stands in the document, and notes its lines; nil for text that does not.
  private func place(of text: UnsafePointer<CChar>, _ size: Int) -> Int? {
    guard size > 0, let base = bytes.baseAddress else { return nil }
    let offset = UnsafeRawPointer(text) - UnsafeRawPointer(base)
    guard offset >= 0, offset < bytes.count else { return nil }
    let line = source.line(at: offset)
    if firstLine == nil { firstLine = line }
    lastLine = size > 1 && offset + size <= bytes.count ? source.line(at: offset + size - 1) : line
    if lastEnd == -1, offset > 0, bytes[offset - 1] == UInt8(ascii: "\\") { lastEnd = offset - 1 }
    return offset
  }

  // MARK: HTML

  /// Hands over the blocks of a piece of HTML: what its tags for headings, items and cells part.
  private func finishHTML() {
    let bytes = html
    html = []
    let first = firstLine ?? max(lastLine, 1)
    var fragment = HTMLFragment(line: first)
    var counted = 0
    for (piece, index) in HTMLTag.pieces(of: bytes[...]) {
      fragment.line += bytes[counted..<index].count { $0 == 0x0A }
      counted = index
      for part in fragment.take(piece) { hand(over: part) }
    }
    if let part = fragment.finish() { hand(over: part) }
    firstLine = nil
  }

  private func hand(over part: HTMLFragment.Part) {
    firstLine = part.firstLine
    lastLine = part.lastLine
    cells = part.cells
    // Items of HTML lists stand in the items of Markdown around them.
    let depth = items.count
    for _ in 0..<part.depth { items.append((part.opensItem ? false : true, nil, nil)) }
    hand(over: part.kind, runs: part.runs)
    items.removeLast(items.count - depth)
  }
}
