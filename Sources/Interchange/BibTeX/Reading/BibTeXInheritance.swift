/// What entries inherit from others: by `crossref` from the volume they are in, by `xdata` from
/// collections of data.
///
/// A volume stands behind its papers in most documents, so the document is looked through once for the
/// entries that others refer to, when the first reference is met.
struct BibTeXInheritance {
  /// How many entries one entry may inherit from, directly and through others.
  static let most = 16

  private let document: BibTeXBytes
  /// The places of the entries that are referred to, by citation key; nil until they are needed.
  private var places: [String: Range<Int>]?

  init(document: BibTeXBytes) { self.document = document }

  /// Gives an entry what it inherits.
  mutating func complete(_ fields: inout BibTeXFields) {
    guard fields.has(.crossref) || fields.has(.xdata) else { return }
    if places == nil { places = findPlaces() }
    var waiting = Self.references(of: &fields)
    var seen: Set<String> = []
    while let (key, isData) = waiting.popLast() {
      guard seen.count < Self.most, seen.insert(key).inserted else { continue }
      guard let place = places?[key] else {
        problem("“\(key)”, from which the entry inherits, is not in the document", &fields)
        continue
      }
      guard fields.abbreviations.spend(place.count) else {
        problem("too much of the document is inherited; nothing was taken from “\(key)”", &fields)
        continue
      }
      var scanner = BibTeXScanner(document, at: place.lowerBound)
      guard scanner.next() == .entry else { continue }
      let child = fields.entry.type
      let rule = isData ? nil : Self.titleOfWhole(document.text(child).lowercased())
      fields.inherit(scanner.block) { name in
        isData ? name : Self.inherited(name, title: rule)
      }
      for reference in Self.references(of: scanner.block, in: document, &fields.abbreviations)
      where !seen.contains(reference.key) {
        waiting.append((reference.key, isData || reference.isData))
      }
    }
  }

  private func problem(_ message: String, _ fields: inout BibTeXFields) {
    fields.problems.append(BibTeXBlock.Problem(offset: fields.entry.start, message: message))
  }

  private typealias Reference = (key: String, isData: Bool)

  private static func references(of fields: inout BibTeXFields) -> [Reference] {
    references(of: fields.entry, in: fields.document, &fields.abbreviations)
  }

  /// The entries that a block refers to, the last one first.
  private static func references(
    of block: BibTeXBlock, in document: BibTeXBytes, _ abbreviations: inout BibTeXAbbreviations
  ) -> [Reference] {
    var references: [Reference] = []
    for field in block.fields where field.name == .crossref || field.name == .xdata {
      var text: [UInt8] = []
      for part in block.parts[field.parts] { abbreviations.append(part, of: document, to: &text) }
      for key in text.split(separator: UInt8(ascii: ",")).prefix(most) {
        let key = String(decoding: key, as: UTF8.self).lowercased()
        references.append((key.filter { !$0.isWhitespace }, field.name == .xdata))
      }
    }
    return references.reversed()
  }

  /// Looks through the document for the entries that others refer to, with two readings: which are
  /// referred to, and where those are.
  private func findPlaces() -> [String: Range<Int>] {
    var wanted: Set<String> = []
    var abbreviations = BibTeXAbbreviations(documentSize: 0)
    eachEntry { block, _ in
      for reference in Self.references(of: block, in: document, &abbreviations) {
        wanted.insert(reference.key)
      }
    }
    var places: [String: Range<Int>] = [:]
    eachEntry { block, end in
      let key = document.text(block.key).lowercased()
      if wanted.contains(key), places[key] == nil { places[key] = block.start..<end }
    }
    return places
  }

  private func eachEntry(_ body: (_ block: BibTeXBlock, _ end: Int) -> Void) {
    var scanner = BibTeXScanner(document)
    while true {
      switch scanner.next() {
      case .entry: body(scanner.block, scanner.index)
      case .end: return
      default: continue
      }
    }
  }

  /// The field that the title of the whole becomes in a part of it, after the BibLaTeX manual,
  /// appendix B; nil when it stays a title.
  private static func titleOfWhole(_ type: String) -> BibTeXFieldName? {
    switch type {
    case "article", "suppperiodical": .journal
    case "inproceedings", "conference", "incollection", "inreference", "suppcollection", "inbook",
      "bookinbook", "suppbook":
      .booktitle
    case "book", "collection", "proceedings", "reference": .maintitle
    default: nil
    }
  }

  private static func inherited(
    _ name: BibTeXFieldName, title: BibTeXFieldName?
  ) -> BibTeXFieldName? {
    switch name {
    case .title: title ?? .title
    case .subtitle: title == nil ? .subtitle : nil
    case .author, .booktitle, .maintitle, .journal, .year, .date, .publisher, .school,
      .institution, .organization, .eventtitle, .howpublished:
      name
    // The rest, such as a DOI, names or describes the whole and not its parts.
    default: nil
    }
  }
}
