import ReadingModel
import Yams

/// The references of a CSL-YAML document, which Pandoc and Better BibTeX write.
///
/// `references:` and a list of items. Each item is given to the YAML parser by itself, so that memory
/// is that of one item, lines are exact, and a damaged item takes no other along.
struct CSLYAML {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let receive: DocumentReceiver
  private var record = JSONRecord(ignored: ["section", "source"], hasMarkup: true)
  private var lines: LineCounter

  /// How large one item may be, in bytes.
  private static let largestItem = 1 << 20
  /// How deep one may be nested, and how many values it may have.
  private static let deepest = 16
  private static let mostValues = 20_000

  /// Reads a document.
  ///
  /// - Throws: What `receive` throws.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ receive: DocumentReceiver
  ) throws {
    try withoutActuallyEscaping(receive) { receive in
      var document = CSLYAML(bytes: bytes, receive: receive)
      try document.read()
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, receive: @escaping DocumentReceiver) {
    self.bytes = bytes
    self.receive = receive
    lines = LineCounter(bytes)
  }

  private mutating func read() throws {
    var start: Int?
    var margin: Int?
    var index = 0
    while index < bytes.count {
      let end = endOfLine(from: index)
      let text = bytes[index..<end]
      let indent = text.prefix { $0 == 0x20 }.count
      let content = text.dropFirst(indent)
      if content.first == UInt8(ascii: "-"), content.count == 1 || content.dropFirst().first == 0x20
      {
        if margin == nil { margin = indent }
        if indent == margin {
          if let start { try item(start..<index) }
          start = index
        }
      } else if let margin, indent <= margin, isStop(content) {
        if let start { try item(start..<index) }
        start = nil
      }
      index = end + 1
    }
    if let start { try item(start..<bytes.count) }
  }

  private func endOfLine(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return index
  }

  /// True for what ends a list: another key, or the end of the YAML document.
  private func isStop(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = content.first else { return false }
    return first != 0x0D && first != UInt8(ascii: "#")
  }

  private mutating func item(_ range: Range<Int>) throws {
    let line = lines.line(at: range.lowerBound)
    guard range.count <= Self.largestItem, !isTooDeep(range) else {
      return try receive(
        .warning(
          Diagnostic(line: line, message: "this item is larger or deeper than one can be; left out")
        ))
    }
    let node: Node?
    do {
      node = try Yams.compose(yaml: String(decoding: bytes[range], as: UTF8.self))
    } catch {
      return try receive(
        .warning(Diagnostic(line: line, message: "this item is not YAML; it was left out")))
    }
    var values = Self.mostValues
    guard let mapping = node?.sequence?.first?.mapping,
      case .object(let members) = json(.mapping(mapping), depth: 0, &values)
    else {
      return try receive(
        .warning(Diagnostic(line: line, message: "this item has no fields; it was left out")))
    }
    try receive(.entry(record.entry(of: members, line: line).0))
  }

  /// True for an item that the YAML parser would need more stack or time for than its size says:
  /// one with many levels, or with anchors, which multiply what refers to them.
  private func isTooDeep(_ range: Range<Int>) -> Bool {
    var brackets = 0
    var dashes = 0
    var spaces = 0
    var last = UInt8(ascii: "\n")
    for byte in bytes[range] {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
      case UInt8(ascii: "&") where opensValue(last, inBrackets: brackets > 0): return true
      default: break
      }
      let isDash = [UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(byte)
      if isDash { dashes += 1 } else if byte != 0x20 { dashes = 0 }
      spaces = byte == 0x20 && (last == 0x0A || spaces > 0) ? spaces + 1 : 0
      if brackets > Self.deepest || dashes > Self.deepest || spaces > Self.widestMargin {
        return true
      }
      if byte != 0x20 { last = byte }
    }
    return false
  }

  /// How far a line may be indented, which bounds the levels of blocks.
  private static let widestMargin = 120

  /// True when a value begins behind a byte, spaces left out.
  private func opensValue(_ byte: UInt8, inBrackets: Bool) -> Bool {
    switch byte {
    case 0x0A, UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: "["),
      UInt8(ascii: "{"):
      true
    default: inBrackets && byte == UInt8(ascii: ",")
    }
  }

  private static let titles: Set<String> = ["title", "title-short", "container-title"]

  private func json(_ node: Node, depth: Int, _ valuesLeft: inout Int) -> JSON {
    guard depth < Self.deepest, valuesLeft > 0 else { return .null }
    valuesLeft -= 1
    if let mapping = node.mapping {
      var members: [JSON.Member] = []
      for (key, value) in mapping {
        guard let key = key.scalar?.string else { continue }
        if Self.titles.contains(key), let text = value.scalar?.string {
          members.append(JSON.Member(key, .string(PandocText.plain(text))))
        } else {
          members.append(JSON.Member(key, json(value, depth: depth + 1, &valuesLeft)))
        }
      }
      return .object(members)
    }
    if let sequence = node.sequence {
      return .array(sequence.map { json($0, depth: depth + 1, &valuesLeft) })
    }
    return .text(node.scalar?.string)
  }
}
