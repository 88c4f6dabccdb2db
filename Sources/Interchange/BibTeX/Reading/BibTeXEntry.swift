import ReadingModel

/// A paper as an entry of BibTeX describes it.
enum BibTeXEntry {
  /// Makes a paper of the fields of an entry.
  static func parsed(_ fields: inout BibTeXFields, line: Int) -> ParsedEntry {
    let document = fields.document
    let type = fields.entry.type
    var paper = Paper(title: "")
    let title = title(of: &fields)
    paper.title = title.text
    if paper.title.isEmpty {
      // The citation key is what the reader knows the entry by.
      paper.title = document.text(fields.entry.key)
      paper.hasWorkingTitle = !paper.title.isEmpty
    }
    paper.shortName = shortName(of: &fields, title: paper.title)
    paper.authors =
      fields.withBytes(.author, BibTeXNames.names) ?? fields.withBytes(.editor, BibTeXNames.names)
      ?? []
    paper.year = year(of: &fields)
    paper.abstract = fields.text(.abstract, .paragraphs)
    var addresses = BibTeXAddresses(&fields)
    let remark = remark(of: &fields, &addresses)
    paper.venue = venue(
      of: &fields, year: paper.year, isArxiv: addresses.hasArxiv, omitting: title.source)
    addresses.collected.fill(&paper)
    paper.kind = kind(
      document, type, isIdentified: paper.identifiers.contains { $0.scheme != .url })
    return ParsedEntry(
      line: line, paper: paper, remark: remark, marks: BibTeXMarks.marks(of: &fields))
  }

  /// The title, and the field it is from.
  private static func title(
    of fields: inout BibTeXFields
  ) -> (text: String, source: BibTeXFieldName?) {
    for name: BibTeXFieldName in [.title, .maintitle, .booktitle, .eventtitle, .shorttitle] {
      guard let title = fields.text(name) else { continue }
      guard name == .title, let subtitle = fields.text(.subtitle) else { return (title, name) }
      let isParted = title.last.map { ":?!.".contains($0) } ?? true
      return (title + (isParted ? " " : ": ") + subtitle, name)
    }
    return ("", nil)
  }

  /// A short title of one word, such as Zotero takes from “BERT: Pre-training of …”.
  private static func shortName(of fields: inout BibTeXFields, title: String) -> String? {
    guard let short = fields.text(.shorttitle), short != title, short.utf8.count <= 40,
      !short.contains(where: \.isWhitespace)
    else { return nil }
    return short
  }

  private static func year(of fields: inout BibTeXFields) -> Int? {
    for name: BibTeXFieldName in [.date, .year] {
      let year = fields.withBytes(name) { bytes, _ in firstYear(bytes) }
      if let year, let year { return year }
    }
    return nil
  }

  /// The first number of exactly four digits, as in `2014-02/2015`, `c. 1998` and `{[}2001]`.
  private static func firstYear(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var digits = 0
    var number = 0
    for byte in bytes {
      if 0x30...0x39 ~= byte {
        digits += 1
        number = digits > 4 ? 0 : number * 10 + Int(byte) - 0x30
      } else {
        if digits == 4, number >= 1_000 { return number }
        digits = 0
        number = 0
      }
    }
    return digits == 4 && number >= 1_000 ? number : nil
  }

  /// The first of the names of a place of publication, with the year.
  private static func venue(
    of fields: inout BibTeXFields, year: Int?, isArxiv: Bool, omitting title: BibTeXFieldName?
  ) -> String? {
    for name: BibTeXFieldName in [
      .journal, .booktitle, .eventtitle, .school, .institution, .publisher, .howpublished,
      .organization,
    ] where name != title {
      guard let venue = fields.text(name) else { continue }
      // Everything is on arXiv: it is where a paper is found, and no place that chose it.
      if isArxiv, ["arxiv", "corr"].contains(Substring(venue.utf8.prefix(5)).lowercased()) {
        continue
      }
      if name == .howpublished, venue.contains("://") { continue }
      guard let year, !says(year, venue) else { return venue }
      return "\(venue) \(year)"
    }
    return nil
  }

  /// True when a text has the four digits of a year in it.
  private static func says(_ year: Int, _ text: String) -> Bool {
    var number = 0
    for byte in text.utf8 {
      number = 0x30...0x39 ~= byte ? number % 1_000 * 10 + Int(byte) - 0x30 : 0
      if number == year { return true }
    }
    return false
  }

  private static func kind(
    _ document: BibTeXBytes, _ type: Range<Int>, isIdentified: Bool
  ) -> PaperKind {
    for (known, kind) in kinds where document.isType(type, known) {
      // Zotero and others call a preprint an online source.
      return kind == .article && isIdentified ? .paper : kind
    }
    return .paper
  }

  private static let kinds: [(StaticString, PaperKind)] = [
    ("online", .article), ("electronic", .article), ("www", .article), ("webpage", .article),
    ("software", .tool), ("softwareversion", .tool), ("manual", .handbook),
  ]

  /// The notes of the entry, one paragraph each; a note that is only an address is none.
  private static func remark(
    of fields: inout BibTeXFields, _ addresses: inout BibTeXAddresses
  ) -> String {
    var remarks: [String] = []
    if fields.has(.note) {
      let notes = fields.texts(.note, .paragraphs)
      for (note, asAddress) in zip(notes, fields.texts(.note, .address))
      where !addresses.add(note: asAddress) {
        remarks.append(note)
      }
    }
    if fields.has(.remark) { remarks += fields.texts(.remark, .paragraphs) }
    return remarks.joined(separator: "\n\n")
  }
}
