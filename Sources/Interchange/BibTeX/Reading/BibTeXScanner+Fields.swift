import ReadingModel

extension BibTeXScanner {
  /// Reads the citation key behind an opening delimiter.
  ///
  /// - Returns: The place where the fields begin.
  mutating func readKey(from open: Int) -> Int {
    let closing = Self.closing(document[open])
    let start = document.skippedSpace(open + 1)
    let end = document.skipped(start) { byte in
      switch byte {
      case 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: "\""): false
      case UInt8(ascii: "{"), UInt8(ascii: "}"): false
      default: byte != closing
      }
    }
    let next = document.skippedSpace(end)
    guard next < document.count else {
      block.key = document.trimmed(start..<end)
      return next
    }
    switch document[next] {
    case UInt8(ascii: ","):
      block.key = document.trimmed(start..<end)
      return next + 1
    // What was read is the name of a field: the entry has no key.
    case UInt8(ascii: "="): return start
    case UInt8(ascii: "{"), UInt8(ascii: "\""):
      problem(start, "the citation key has a brace or a quote in it and was left out")
      let comma = document.skipped(next) { ![0x0A, 0x0D, UInt8(ascii: ",")].contains($0) }
      if comma < document.count, document[comma] == UInt8(ascii: ",") { return comma + 1 }
      return recovered(from: next) ?? document.count
    case closing, UInt8(ascii: "}"), UInt8(ascii: "@"):
      block.key = document.trimmed(start..<end)
      return next
    default:
      problem(next, "there is no comma behind the citation key")
      block.key = document.trimmed(start..<end)
      return next
    }
  }

  /// Reads fields up to the end of a block; what is damaged is passed over line by line.
  mutating func readFields(from start: Int, open: UInt8, keepsAll: Bool) {
    var place = start
    while true {
      place = document.skippedSpace(place)
      guard place < document.count else { return leaveOpen(at: place) }
      switch document[place] {
      case UInt8(ascii: ","):
        place += 1
        continue
      case UInt8(ascii: "}"), UInt8(ascii: ")"):
        if document[place] != Self.closing(open) {
          problem(place, "the entry ends with another bracket than it began with")
        }
        index = place + 1
        return
      case UInt8(ascii: "@") where document.head(at: place) != nil:
        return leaveOpen(at: place)
      default: break
      }
      guard let next = readField(from: place, keepsAll: keepsAll) ?? recovered(from: place) else {
        return leaveOpen(at: document.count)
      }
      place = next
    }
  }

  private mutating func leaveOpen(at place: Int) {
    block.isClosed = false
    index = place
    problem(
      block.start, "“@\(document.text(block.type))” has no end; what there is of it was read")
  }

  /// Reads one field; nil, with a problem noted, when it is damaged.
  private mutating func readField(from start: Int, keepsAll: Bool) -> Int? {
    let nameEnd = document.skipped(start, while: BibTeXBytes.isOfName)
    let equals = document.skippedSpace(nameEnd)
    guard nameEnd > start, equals < document.count, document[equals] == UInt8(ascii: "=") else {
      problem(start, "“\(beginning(start))” is no field, which is a name, “=” and a value")
      return nil
    }
    block.fieldCount += 1
    let name = BibTeXFieldName(document[start..<nameEnd])
    let firstPart = block.parts.count
    let end = readValue(from: document.skippedSpace(equals + 1), of: start..<nameEnd)
    if name != nil || keepsAll {
      block.fields.append(
        BibTeXBlock.Field(
          name: name, nameRange: start..<nameEnd, parts: firstPart..<block.parts.count))
    } else {
      block.parts.removeSubrange(firstPart...)
    }
    guard let end else { return nil }
    let next = document.skippedSpace(end)
    guard next < document.count else { return next }
    switch document[next] {
    case UInt8(ascii: ","): return next + 1
    case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "@"): return next
    case _ where beginsField(next):
      if !block.hasCutValue { problem(next, "there is no comma before “\(beginning(next))”") }
      return next
    default:
      problem(next, "“\(beginning(next))” does not belong behind a value and was left out")
      return nil
    }
  }

  /// Reads the parts of a value; nil when it has no end.
  private mutating func readValue(from start: Int, of name: Range<Int>) -> Int? {
    var place = start
    while place < document.count {
      switch document[place] {
      case UInt8(ascii: "{"), UInt8(ascii: "\""):
        let isQuoted = document[place] == UInt8(ascii: "\"")
        let text = BibTeXValueEnd.find(in: document, from: place + 1, isQuoted: isQuoted)
        guard text.isFound else { return cutShort(place + 1, before: text.index, of: name) }
        block.parts.append(
          BibTeXBlock.Part(isText: true, isPlain: text.isPlain, range: place + 1..<text.index))
        place = text.index + 1
      default:
        let end = document.skipped(place, while: BibTeXBytes.isOfName)
        guard end > place else {
          problem(name.lowerBound, "“\(document.text(name))” has no value")
          return place
        }
        block.parts.append(BibTeXBlock.Part(isText: false, isPlain: true, range: place..<end))
        place = end
      }
      let next = document.skippedSpace(place)
      guard next < document.count, document[next] == UInt8(ascii: "#") else { return place }
      place = document.skippedSpace(next + 1)
    }
    return place
  }

  /// Takes what stands on the line of a value without an end, or all of it when no field follows.
  private mutating func cutShort(_ start: Int, before end: Int, of name: Range<Int>) -> Int? {
    problem(name.lowerBound, "the value of “\(document.text(name))” has no end")
    // Once for an entry: the time stays linear however many values have no end.
    let isFirst = !block.hasCutValue
    block.hasCutValue = true
    var lineEnd = start
    while isFirst, lineEnd < end {
      lineEnd = document.skipped(lineEnd) { $0 != 0x0A && $0 != 0x0D }
      let next = document.skipped(lineEnd, while: BibTeXBytes.isWhiteSpace)
      guard next < end else { break }
      if beginsField(next) {
        append(start..<lineEnd)
        return next
      }
      lineEnd = next
    }
    append(start..<end)
    return end
  }

  /// Appends the beginning of a value that has no end, without the comma at its own end.
  private mutating func append(_ range: Range<Int>) {
    var range = document.trimmed(range)
    while let last = range.last,
      [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "}")].contains(document[last])
    {
      range.removeLast()
    }
    block.parts.append(BibTeXBlock.Part(isText: true, isPlain: false, range: range))
  }

  /// True when a name and an equals sign stand at a place.
  private func beginsField(_ place: Int) -> Bool {
    let end = document.skipped(place, while: BibTeXBytes.isOfName)
    let equals = document.skipped(end, while: BibTeXBytes.isWhiteSpace)
    return end > place && equals < document.count && document[equals] == UInt8(ascii: "=")
  }

  /// The place of the next line on which the block goes on or ends; nil at the end of the document.
  private func recovered(from start: Int) -> Int? {
    var place = start
    while place < document.count {
      place = document.skipped(place) { $0 != 0x0A && $0 != 0x0D }
      let lineStart = document.skipped(place) { $0 == 0x0A || $0 == 0x0D }
      place = document.skipped(lineStart, while: BibTeXBytes.isWhiteSpace)
      guard place < document.count else { return nil }
      switch document[place] {
      case UInt8(ascii: "}"), UInt8(ascii: ")"): return place
      case UInt8(ascii: "@"): if document.head(at: place) != nil { return place }
      default: if beginsField(place) { return place }
      }
    }
    return nil
  }

  private func beginning(_ place: Int) -> String {
    let line = document.skipped(place) { $0 != 0x0A && $0 != 0x0D }
    return SafeText.line(document.text(place..<line, limit: 40))
  }

  private static func closing(_ open: UInt8) -> UInt8 {
    open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
  }
}
