/// The fields of one entry, with what it inherits, and their values as text.
struct BibTeXFields {
  /// Where a field stands.
  private struct Place {
    /// The number of the block among those that the entry is made of; 0 is the entry itself.
    var block: Int
    var field: Int
  }

  let document: BibTeXBytes
  /// The entry, and what it inherits from, nearest first.
  private(set) var blocks = [BibTeXBlock()]
  /// The first field of each name.
  private var first: [Place?] = Array(repeating: nil, count: BibTeXFieldName.allCases.count)
  /// The fields that may be given more than once, in order.
  private var repeated: [(name: BibTeXFieldName, place: Place)] = []
  var abbreviations: BibTeXAbbreviations
  /// What was not as it should be in the values, in no order.
  var problems: [BibTeXBlock.Problem] = []

  init(document: BibTeXBytes) {
    self.document = document
    abbreviations = BibTeXAbbreviations(documentSize: document.count)
  }

  /// The entry itself.
  var entry: BibTeXBlock { blocks[0] }

  /// Begins with an entry; gives the block of the one before in exchange, to be used again.
  mutating func take(_ entry: inout BibTeXBlock) {
    for index in first.indices { first[index] = nil }
    repeated.removeAll(keepingCapacity: true)
    problems.removeAll(keepingCapacity: true)
    if blocks.count > 1 { blocks.removeLast(blocks.count - 1) }
    swap(&blocks[0], &entry)
    for index in blocks[0].fields.indices {
      if let name = blocks[0].fields[index].name { add(name, Place(block: 0, field: index)) }
    }
  }

  /// Takes fields of another entry over where there are none of that name yet.
  ///
  /// - Parameter rename: The name that a field of the other entry has in this one; nil when it is not
  ///   inherited. A field that keeps its name is taken before one that changes it.
  mutating func inherit(
    _ other: BibTeXBlock, rename: (BibTeXFieldName) -> BibTeXFieldName?
  ) {
    blocks.append(other)
    for keepsName in [true, false] {
      for (index, field) in other.fields.enumerated() {
        guard let old = field.name, let name = rename(old), (name == old) == keepsName, !has(name),
          !(name == .date && has(.year)), !(name == .year && has(.date))
        else { continue }
        add(name, Place(block: blocks.count - 1, field: index))
      }
    }
  }

  private mutating func add(_ name: BibTeXFieldName, _ place: Place) {
    switch name {
    case .note, .remark, .keywords, .tags, .url, .code, .page: repeated.append((name, place))
    default: break
    }
    if first[Int(name.rawValue)] == nil { first[Int(name.rawValue)] = place }
  }

  /// True when the entry has a field of that name.
  func has(_ name: BibTeXFieldName) -> Bool { first[Int(name.rawValue)] != nil }

  /// The value of a field as text; nil when there is no such field or it is empty.
  mutating func text(_ name: BibTeXFieldName, _ layout: TeXText.Layout = .line) -> String? {
    guard let place = first[Int(name.rawValue)] else { return nil }
    return text(at: place, layout)
  }

  /// The values of all fields of that name, empty ones left out.
  mutating func texts(_ name: BibTeXFieldName, _ layout: TeXText.Layout) -> [String] {
    var texts: [String] = []
    for (other, place) in repeated where other == name {
      if let text = text(at: place, layout) { texts.append(text) }
    }
    return texts
  }

  /// The bytes of a field's value, markup and all; nil when there is no such field.
  mutating func withBytes<Result>(
    _ name: BibTeXFieldName, _ body: (UnsafeBufferPointer<UInt8>, _ isPlain: Bool) -> Result
  ) -> Result? {
    first[Int(name.rawValue)].map { withBytes(at: $0, body) }
  }

  private mutating func text(at place: Place, _ layout: TeXText.Layout) -> String? {
    let text = withBytes(at: place) { bytes, isPlain in
      isPlain
        ? String(decoding: bytes.prefix(TeXText.longest), as: UTF8.self)
        : TeXText.plain(bytes, layout: layout)
    }
    return text.isEmpty ? nil : text
  }

  private mutating func withBytes<Result>(
    at place: Place, _ body: (UnsafeBufferPointer<UInt8>, _ isPlain: Bool) -> Result
  ) -> Result {
    let field = blocks[place.block].fields[place.field]
    if field.parts.count == 1, let part = field.parts.first.map({ blocks[place.block].parts[$0] }),
      part.isText
    {
      let bytes = UnsafeBufferPointer(rebasing: document[document.trimmed(part.range)])
      guard !part.isPlain, let resolved = BibTeXReferences.resolved(bytes) else {
        return body(bytes, part.isPlain)
      }
      return resolved.withUnsafeBufferPointer { body($0, false) }
    }
    var joined: [UInt8] = []
    for part in field.parts.map({ blocks[place.block].parts[$0] }) {
      if let message = abbreviations.append(part, of: document, to: &joined) {
        let offset = place.block == 0 ? part.range.lowerBound : entry.start
        problems.append(BibTeXBlock.Problem(offset: offset, message: message))
      }
    }
    let resolved = joined.withUnsafeBufferPointer { BibTeXReferences.resolved($0) }
    return (resolved ?? joined).withUnsafeBufferPointer { body($0, false) }
  }
}
