import ReadingModel

/// Reads inline Markdown: emphasis, code, links, images, addresses, escapes, character references,
/// hard line breaks, and formulas between dollars, which keep their signs (CommonMark 0.31, section
/// 6, and Pandoc's `tex_math_dollars`).
///
/// Time is linear in the text, whatever signs it is made of.
struct MarkdownInline {
  /// What the text falls into before emphasis is known.
  private enum Node {
    case text(String)
    case code(String)
    /// The run of signs with this number.
    case run(Int)
    case linkStart(String)
    case linkEnd
    case lineBreak
  }

  /// A bracket that may begin a link.
  private struct Bracket {
    let node: Int
    /// How many runs of signs stand before it.
    let runs: Int
    let isImage: Bool
  }

  private let source: [UInt8]
  private var index = 0
  /// Where the text begins that is not in a node yet.
  private var start = 0
  private var nodes: [Node] = []
  private var emphasis = MarkdownEmphasis()
  private var brackets: [Bracket] = []
  /// The brackets below stand before a link and begin none: links hold no links.
  private var firstActive = 0
  private lazy var ticks = MarkdownTicks(source)

  private init(_ text: String) { source = Array(text.utf8) }

  /// The pieces of a text.
  static func pieces(of text: String) -> [MarkdownPiece] {
    var reader = MarkdownInline(text)
    reader.read()
    reader.emphasis.pair(from: 0)
    return reader.pieces()
  }

  // MARK: Reading

  private mutating func read() {
    while index < source.count {
      switch source[index] {
      case .backslash: readEscape()
      case .lineFeed: readLineEnd()
      case UInt8(ascii: "`"): readCode()
      case UInt8(ascii: "*"), UInt8(ascii: "_"): readRun()
      case UInt8(ascii: "!") where byte(at: index + 1) == UInt8(ascii: "["): open(isImage: true)
      case UInt8(ascii: "["): open(isImage: false)
      case UInt8(ascii: "]"): close()
      case UInt8(ascii: "&"): readReference()
      case UInt8(ascii: "<"): readAngle()
      case UInt8(ascii: "$"): readFormula()
      case UInt8(ascii: "h"): readAddress()
      default: index += 1
      }
    }
    flush(to: index)
  }

  private func byte(at index: Int) -> UInt8? { index < source.count ? source[index] : nil }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: source[range], as: UTF8.self)
  }

  /// Puts the text up to here into a node, and goes on behind what stands here.
  private mutating func flush(to end: Int, skipping count: Int = 0) {
    if start < end { nodes.append(.text(string(start..<end))) }
    index = end + count
    start = index
  }

  private mutating func readEscape() {
    switch byte(at: index + 1) {
    case .lineFeed?:
      flush(to: index, skipping: 2)
      nodes.append(.lineBreak)
    case let sign? where sign.isSign && !joinsMark(at: index + 2):
      flush(to: index, skipping: 1)
      index += 1
    default: index += 1
    }
  }

  private mutating func readLineEnd() {
    var end = index
    while end > start, source[end - 1] == .space { end -= 1 }
    let isHard = index - end >= 2
    let feed = index
    flush(to: end)
    index = feed + 1
    start = index
    nodes.append(isHard ? .lineBreak : .text(" "))
  }

  private mutating func readCode() {
    let count = source[index...].prefix { $0 == UInt8(ascii: "`") }.count
    guard let end = ticks.next(count, after: index) else {
      index += count
      return
    }
    let inner = index + count..<end
    flush(to: index, skipping: 0)
    var code = string(inner).replacing("\n", with: " ")
    if code.hasPrefix(" "), code.hasSuffix(" "), code.contains(where: { $0 != " " }) {
      code = String(code.dropFirst().dropLast())
    }
    nodes.append(.code(code))
    index = end + count
    start = index
  }

  private mutating func readReference() {
    guard let end = source[index...].prefix(34).firstIndex(of: UInt8(ascii: ";")) else {
      index += 1
      return
    }
    let written = string(index..<end + 1)
    let meant = HTMLEntities.decoded(written)
    guard meant != written else {
      index += 1
      return
    }
    flush(to: index)
    // What a number stands for has not come through the gate for text from outside.
    nodes.append(.text(meant.allSatisfy(\.isWhitespace) ? " " : SafeText.line(meant)))
    index = end + 1
    start = index
  }

  private mutating func readAngle() {
    for word in ["<br>", "<br/>", "<br />"] where source[index...].starts(with: word.utf8) {
      flush(to: index, skipping: word.utf8.count)
      nodes.append(.lineBreak)
      return
    }
    guard let (address, end) = MarkdownAddress.inAngles(source, from: index) else {
      index += 1
      return
    }
    add(address: address, end: end)
  }

  private mutating func readAddress() {
    guard index == 0 || !(source[index - 1].isLetter || source[index - 1].isDigit),
      let (address, end) = MarkdownAddress.bare(source, from: index)
    else {
      index += 1
      return
    }
    add(address: address, end: end)
  }

  private mutating func add(address: String, end: Int) {
    flush(to: index)
    nodes += [.linkStart(address), .text(address), .linkEnd]
    index = end
    start = end
  }

  /// A dollar opens a formula before something and closes it behind something, and no digit follows.
  private mutating func readFormula() {
    guard let first = byte(at: index + 1), !first.isBlank, first != .lineFeed,
      let end = source[(index + 1)...].firstIndex(of: UInt8(ascii: "$")), end > index + 1,
      !source[end - 1].isBlank, source[end - 1] != .lineFeed, !(byte(at: end + 1)?.isDigit ?? false)
    else {
      index += 1
      return
    }
    let formula = string(index..<end + 1).replacing("\n", with: " ")
    flush(to: index)
    nodes.append(.text(formula))
    index = end + 1
    start = index
  }

  // MARK: Emphasis

  private mutating func readRun() {
    let sign = source[index]
    let count = source[index...].prefix { $0 == sign }.count
    let end = index + count
    guard !joinsMark(at: end) else {
      index = end
      return
    }
    let before = MarkdownNeighbour(endingAt: index, in: source)
    let after = MarkdownNeighbour(at: end, in: source)
    let leftFlanking = after != .blank && (after != .sign || before != .other)
    let rightFlanking = before != .blank && (before != .sign || after != .other)
    let isStar = sign == UInt8(ascii: "*")
    flush(to: index, skipping: count)
    emphasis.add(
      .init(
        node: nodes.count, sign: sign, count: count,
        canOpen: leftFlanking && (isStar || !rightFlanking || before == .sign),
        canClose: rightFlanking && (isStar || !leftFlanking || after == .sign)))
    nodes.append(.run(emphasis.runs.count - 1))
  }

  /// True where a combining mark follows, which makes one cluster with the sign before it.
  private func joinsMark(at index: Int) -> Bool {
    guard let byte = byte(at: index), byte >= 0xCC else { return false }
    return MarkdownNeighbour.scalar(at: index, in: source)?.properties.isGraphemeExtend ?? false
  }

  // MARK: Links

  private mutating func open(isImage: Bool) {
    flush(to: index, skipping: isImage ? 2 : 1)
    brackets.append(Bracket(node: nodes.count, runs: emphasis.runs.count, isImage: isImage))
    nodes.append(.text(isImage ? "![" : "["))
  }

  private mutating func close() {
    guard let bracket = brackets.popLast() else {
      index += 1
      return
    }
    let isActive = bracket.isImage || brackets.count >= firstActive
    firstActive = min(firstActive, brackets.count)
    guard isActive, byte(at: index + 1) == UInt8(ascii: "("),
      let (address, end) = MarkdownAddress.inParentheses(source, from: index + 1)
    else {
      index += 1
      return
    }
    flush(to: index)
    if nodes.count == bracket.node + 1 { nodes.append(.text(address)) }
    // What has no scheme leads nowhere from here, so that its text is all there is.
    let leads = MarkdownAddress.hasScheme(address)
    nodes[bracket.node] = leads ? .linkStart(address) : .text("")
    if leads { nodes.append(.linkEnd) }
    emphasis.pair(from: bracket.runs)
    if !bracket.isImage { firstActive = brackets.count }
    index = end
    start = end
  }

  // MARK: Pieces

  private func pieces() -> [MarkdownPiece] {
    var strong = [Int](repeating: 0, count: nodes.count + 1)
    var slanted = strong
    for stretch in emphasis.stretches {
      if stretch.look == .strong {
        strong[stretch.nodes.lowerBound] += 1
        strong[stretch.nodes.upperBound] -= 1
      } else {
        slanted[stretch.nodes.lowerBound] += 1
        slanted[stretch.nodes.upperBound] -= 1
      }
    }
    var result = MarkdownPieces()
    var depth = (strong: 0, slanted: 0)
    for (index, node) in nodes.enumerated() {
      depth.strong += strong[index]
      depth.slanted += slanted[index]
      var look: MarkdownLook = depth.strong > 0 ? .strong : []
      if depth.slanted > 0 { look.insert(.emphasis) }
      switch node {
      case .text(let text): result.add(text, look)
      case .code(let text): result.add(text, look.union(.code))
      case .run(let number):
        let run = emphasis.runs[number]
        result.add(String(repeating: Character(Unicode.Scalar(run.sign)), count: run.count), look)
      case .linkStart(let address): result.startLink(address)
      case .linkEnd: result.endLink()
      case .lineBreak: result.breakLine()
      }
    }
    return result.finished()
  }
}
