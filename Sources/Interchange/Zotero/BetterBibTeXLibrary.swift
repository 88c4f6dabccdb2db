import ReadingModel

/// A library of Zotero as the plug-in Better BibTeX writes it: `{"collections": {…}, "items": […]}`.
///
/// Collections become sections, in the order of the document; an item of several stands in the first
/// of them, and those of none come last. See https://retorque.re/zotero-better-bibtex/exporting/.
struct BetterBibTeXLibrary {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let receive: DocumentReceiver
  private var record = JSONRecord(ignored: ["section"], hasMarkup: true)
  private var titles: [String?] = []
  /// The section of each item that has one, by its number in the library.
  private var sections: [String: Int] = [:]

  /// Reads a library.
  ///
  /// - Throws: What `receive` throws.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ receive: DocumentReceiver
  ) throws {
    try withoutActuallyEscaping(receive) { receive in
      var library = BetterBibTeXLibrary(bytes: bytes, receive: receive)
      library.readCollections()
      try library.readItems()
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, receive: @escaping DocumentReceiver) {
    self.bytes = bytes
    self.receive = receive
  }

  private mutating func readCollections() {
    var reader = JSONReader(bytes)
    guard reader.next() == UInt8(ascii: "{"),
      let place = reader.places().first(where: { $0.key == "collections" })
    else { return }
    reader.position = place.offset
    guard place.first == UInt8(ascii: "{") else { return }
    for collection in reader.places() where collection.first == UInt8(ascii: "{") {
      reader.position = collection.offset
      guard let value = try? reader.value(), let items = value["items"]?.elements, !items.isEmpty
      else { continue }
      for item in items.compactMap(\.text) where sections[item] == nil {
        sections[item] = titles.count
      }
      titles.append(value["name"]?.text)
    }
  }

  private mutating func readItems() throws {
    var places: [[JSONDocument.Origin]] = Array(repeating: [], count: titles.count + 1)
    var library = self
    try JSONDocument.read(bytes) { part in
      switch part {
      case .head, .section: break
      case .warning(let warning): try receive(.warning(warning))
      case .record(let members, let origin):
        let item = JSON.object(members)
        if let type = item["itemType"]?.text, Self.beside.contains(type) {
          try receive(
            .leftOut(Diagnostic(line: origin.line, message: "this \(type) belongs to no paper")))
        } else if library.titles.isEmpty {
          try receive(.entry(library.record.entry(of: members, line: origin.line).0))
        } else {
          places[library.section(of: item)].append(origin)
        }
      }
    }
    try library.readPlaces(places)
  }

  private mutating func readPlaces(_ places: [[JSONDocument.Origin]]) throws {
    for (index, places) in places.enumerated() where !places.isEmpty {
      try receive(.section(index < titles.count ? titles[index] : nil))
      for origin in places {
        var reader = JSONReader(bytes)
        reader.position = origin.offset
        guard let item = try? reader.value() else { continue }
        try receive(.entry(record.entry(of: item.members, line: origin.line).0))
      }
    }
  }

  private func section(of item: JSON) -> Int {
    let names = ["itemID", "itemKey", "key"].compactMap { item[$0]?.text }
    return names.lazy.compactMap { sections[$0] }.first ?? titles.count
  }

  /// Types of items that are no papers.
  private static let beside: Set<String> = ["attachment", "note", "annotation"]
}
