import ReadingModel

/// The objects of a JSON document that describe papers, wherever their array stands.
///
/// They are elements of an array, values one after another (JSON Lines), members of an array such as
/// “items”, in sections, or values under keys of their own. Objects around them are read once for
/// their keys and once for their values; of the papers, one at a time is in memory.
struct JSONDocument {
  /// What is found in a document.
  enum Part {
    /// The members of an object around papers that are neither papers nor objects.
    case head([JSON.Member])
    /// Papers under a heading begin.
    case section(String?)
    /// An object that describes a paper.
    case record([JSON.Member], Origin)
    /// Something could not be read.
    case warning(Diagnostic)
  }

  /// Where an object begins.
  struct Origin {
    /// The offset of its first byte.
    var offset: Int
    /// The line, counted from 1.
    var line: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let receive: (Part) throws -> Void
  private var lines: LineCounter
  private var names = JSONRecord()
  private var told = 0
  /// The line of the first part that was only counted.
  private var untold: Int?

  /// How many objects and arrays may stand around the papers.
  private static let deepest = 6

  /// Reads a document; throws what `receive` throws.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ receive: (Part) throws -> Void
  ) throws {
    try withoutActuallyEscaping(receive) { receive in
      var document = JSONDocument(bytes: bytes, receive: receive)
      var reader = JSONReader(bytes)
      try document.elements(of: &reader, end: .document, depth: 0)
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, receive: @escaping (Part) throws -> Void) {
    self.bytes = bytes
    self.receive = receive
    lines = LineCounter(bytes)
  }

  // MARK: Arrays

  /// Reads the elements from the cursor on, each of them a paper.
  private mutating func elements(
    of reader: inout JSONReader, end: JSONElements.End, depth: Int, areSections: Bool = false
  ) throws {
    var document = self
    var elements = JSONElements(end: end)
    try elements.forEach(
      in: &reader,
      read: { reader in
        switch reader.next() {
        case UInt8(ascii: "{"):
          if areSections || depth == 0, !document.isRecord(reader.places(), depth: depth) {
            try document.container(&reader, depth: depth + 1, isSection: areSections)
          } else {
            try document.record(&reader)
          }
        case UInt8(ascii: "[") where depth < Self.deepest:
          reader.position += 1
          try document.elements(of: &reader, end: .bracket, depth: depth + 1)
        default: try document.other(&reader)
        }
      },
      damaged: { damage, start in
        try document.damaged(damage, start: start)
      })
    try document.tellUntold()
    self = document
  }

  private mutating func record(_ reader: inout JSONReader) throws {
    let offset = reader.position
    let line = lines.line(at: offset)
    let value = try reader.value()
    if reader.isCut {
      try receive(
        .warning(
          Diagnostic(line: line, message: "this holds more than a paper can; a part was left out")))
    }
    try receive(.record(value.members, Origin(offset: offset, line: line)))
  }

  /// A text that names a work stands for it; anything else is none.
  private mutating func other(_ reader: inout JSONReader) throws {
    let start = reader.position
    let first = reader.next()
    if first == UInt8(ascii: "\"") {
      let text = try reader.string()
      if Identifier.recognise(text) != nil {
        let origin = Origin(offset: start, line: lines.line(at: start))
        return try receive(.record([JSON.Member("url", .string(text))], origin))
      }
    } else if first == UInt8(ascii: "[") {
      reader.skipValue()
    } else {
      guard try reader.value() != .null else { return }
    }
    try tell(at: start) { "\($0.excerpt(at: start)) describes no paper; it was left out" }
  }

  // MARK: Warnings

  /// How many elements are named one by one before the others are counted.
  private static let mostTold = 100

  private mutating func damaged(_ damage: JSONReader.Damage, start: Int) throws {
    let line = lines.line(at: start)
    try tell(at: damage.offset) { document in
      "\(damage.expected) was expected instead of \(document.excerpt(at: damage.offset)); "
        + "what begins on line \(line) was left out"
    }
  }

  private mutating func tell(at offset: Int, _ message: (JSONDocument) -> String) throws {
    let line = lines.line(at: offset)
    told += 1
    if told <= Self.mostTold {
      try receive(.warning(Diagnostic(line: line, message: message(self))))
    } else if untold == nil {
      untold = line
    }
  }

  private mutating func tellUntold() throws {
    guard let line = untold else { return }
    let count = told - Self.mostTold
    try receive(
      .warning(
        Diagnostic(line: line, message: "\(count) more parts from here on could not be read")))
    told = 0
    untold = nil
  }

  // MARK: Objects around papers

  private static let arrays: Set<String> = [
    "items", "references", "entries", "papers", "results", "articles", "publications", "records",
    "works", "documents", "hits", "bookmarks", "data", "list", "reading_list", "readingList",
  ]

  private static let sections: Set<String> = [
    "sections", "groups", "categories", "weeks", "chapters", "topics", "parts", "days",
  ]

  /// What only a paper has.
  private static let factsOfPapers: Set<RecordField> = [
    .authors, .abstract, .identifier(.arxiv), .identifier(.doi),
  ]

  /// True when an object describes a paper rather than holds some.
  private mutating func isRecord(_ places: [JSONReader.Place], depth: Int) -> Bool {
    guard depth < Self.deepest else { return true }
    var hasTitle = false
    var hasFacts = false
    var hasPapers = false
    var hasParts = false
    for place in places {
      let isPart = isPart(place)
      if place.first == UInt8(ascii: "["),
        Self.arrays.contains(place.key) || Self.sections.contains(place.key)
      {
        hasPapers = true
        continue
      }
      guard let field = names.name(of: place.key)?.field else {
        hasParts = hasParts || isPart
        continue
      }
      if field == .title { hasTitle = true }
      if Self.factsOfPapers.contains(field) { hasFacts = true }
      if field == .nested, isPart { hasParts = true }
    }
    if hasPapers { return hasTitle && hasFacts }
    return hasTitle || hasFacts || !hasParts
  }

  /// Reads an object that holds papers; the cursor goes behind it.
  private mutating func container(
    _ reader: inout JSONReader, depth: Int, isSection: Bool = false
  ) throws {
    let places = reader.places()
    let head = head(of: reader, places)
    if isSection {
      let keys = ["title", "name", "heading", "category", "topic", "section"]
      try receive(.section(keys.lazy.compactMap { JSON.object(head)[$0]?.text }.first))
    } else {
      try receive(.head(head))
    }
    // What has a name of its own is read; without one, every member holds papers.
    let hasNamed = places.contains { isNamed($0) }
    reader.position += 1
    for (index, place) in places.enumerated() {
      var value = reader
      value.position = place.offset
      if isPart(place), !hasNamed || isNamed(place) {
        try member(place, at: &value, isNamed: hasNamed, depth: depth)
      } else if index == places.count - 1 {
        value.skipValue()
      }
      reader.position = max(reader.position, value.position)
    }
    if reader.next() == UInt8(ascii: "}") { reader.position += 1 }
  }

  /// The members that are neither arrays nor objects.
  private func head(of reader: JSONReader, _ places: [JSONReader.Place]) -> [JSON.Member] {
    places.prefix(100).filter { !isPart($0) }.compactMap { place in
      var reader = reader
      reader.position = place.offset
      return (try? reader.value()).map { JSON.Member(place.key, $0) }
    }
  }

  private func isPart(_ place: JSONReader.Place) -> Bool {
    place.first == UInt8(ascii: "[") || place.first == UInt8(ascii: "{")
  }

  private func isNamed(_ place: JSONReader.Place) -> Bool {
    place.first == UInt8(ascii: "[")
      ? Self.arrays.contains(place.key) || Self.sections.contains(place.key)
      : ["message", "response", "result", "data", "results"].contains(place.key)
  }

  private mutating func member(
    _ place: JSONReader.Place, at reader: inout JSONReader, isNamed: Bool, depth: Int
  ) throws {
    if place.first == UInt8(ascii: "[") {
      if !isNamed { try receive(.section(place.key)) }
      reader.position += 1
      try elements(
        of: &reader, end: .bracket, depth: depth,
        areSections: Self.sections.contains(place.key))
      return
    }
    guard !isRecord(reader.places(), depth: depth) else {
      do {
        try record(&reader)
      } catch let damage as JSONReader.Damage {
        let line = lines.line(at: damage.offset)
        try receive(
          .warning(
            Diagnostic(line: line, message: "\(damage.expected) was expected; left out")))
      }
      return
    }
    if !isNamed { try receive(.section(place.key)) }
    try container(&reader, depth: depth + 1)
  }

  /// The beginning of what stands at an offset, in quotation marks, for messages.
  private func excerpt(at offset: Int) -> String {
    guard offset < bytes.count else { return "the end of the document" }
    let end = min(offset + 40, bytes.count)
    let line = bytes[offset..<end].prefix { $0 != 0x0A && $0 != 0x0D }
    let text = SafeText.line(String(decoding: line, as: UTF8.self), limit: 40)
    return text.isEmpty ? "the end of the line" : "“\(text)”"
  }
}
