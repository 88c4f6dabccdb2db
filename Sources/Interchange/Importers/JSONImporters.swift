import ReadingModel

extension Importer {
  /// The bibliography format of the Citation Style Language, which Zotero, Pandoc and Crossref write.
  static let cslJSON = Importer(
    name: "csl-json", title: "CSL-JSON", endings: ["json"],
    likelihood: { _, sample in
      guard JSONSample.isJSON(sample), sample.hasBytes(of: "\"type\"") else { return .none }
      if sample.hasBytes(of: "\"itemType\"") { return .none }
      if sample.hasBytes(of: "\"date-parts\"") || sample.hasBytes(of: "\"citation-key\"")
        || CSLTypes.distinctive.contains(where: { sample.hasBytes(of: $0) })
      {
        return .certain
      }
      return sample.hasBytes(of: "\"family\"") ? .likely : .none
    },
    read: { source, receive in
      try JSONPapers.read(
        source, JSONRecord(ignored: ["section", "source"], hasMarkup: true),
        namesUnused: false, receive)
    })

  /// Libraries of Zotero, written by its plug-in Better BibTeX.
  static let betterBibTeXJSON = Importer(
    name: "better-bibtex-json", title: "Better BibTeX JSON", endings: ["json"],
    likelihood: { _, sample in
      guard JSONSample.isJSON(sample) else { return .none }
      if sample.hasBytes(of: "\"BetterBibTeX JSON\"") { return .certain }
      guard sample.hasBytes(of: "\"items\""), !sample.hasBytes(of: "\"date-parts\"") else {
        return .none
      }
      if sample.hasBytes(of: "\"itemType\"") { return .certain }
      return sample.hasBytes(of: "\"collections\"") && sample.hasBytes(of: "\"parent\"")
        ? .likely : .none
    },
    read: { source, receive in
      try source.withBytes { try BetterBibTeXLibrary.read($0, receive) }
    })

  /// Papers as Lectern and many other programs print them: objects with a title, in arrays, in
  /// sections, or one a line.
  static let json = Importer(
    name: "json", title: "JSON", endings: ["json", "jsonl", "ndjson"],
    likelihood: { source, sample in
      guard JSONSample.isJSON(sample) else { return .none }
      return sample.hasBytes(of: "itle\"") || sample.hasBytes(of: "\"name\"") ? .likely : .possible
    },
    read: { source, receive in
      try JSONPapers.read(source, JSONRecord(), namesUnused: true, receive)
    })
}

/// What the beginning of a document tells of its being JSON.
enum JSONSample {
  /// True for a text that begins as an object or an array of JSON does, and not as Markdown may.
  static func isJSON(_ sample: String) -> Bool {
    let marks = sample.utf8.lazy.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }.prefix(3)
    let text = String(decoding: marks, as: UTF8.self)
    return ["{\"", "{}", "[{\"", "[{}", "[\"", "[]", "[[\"", "[[{"].contains { text.hasPrefix($0) }
  }
}

/// The types of works in CSL that no other format is likely to have.
enum CSLTypes {
  static let distinctive: [StaticString] = [
    "\"article-journal\"", "\"paper-conference\"", "\"article-magazine\"", "\"article-newspaper\"",
    "\"post-weblog\"", "\"entry-encyclopedia\"", "\"entry-dictionary\"", "\"motion_picture\"",
    "\"legal_case\"", "\"review-book\"", "\"musical_score\"", "\"personal_communication\"",
  ]
}
