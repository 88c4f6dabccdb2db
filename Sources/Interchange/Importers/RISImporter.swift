import ReadingModel

extension Importer {
  /// RIS, the format that most databases and publishers export.
  static let ris = Importer(
    name: "ris", title: "RIS", endings: ["ris"],
    likelihood: { _, sample in RISLines.likelihood(sample) },
    read: { source, receive in
      try TaggedReader.read(source.bytes, format: RISLines.format, receive)
    })
}

/// The lines of RIS: a tag of two characters, two spaces, a hyphen and a space.
///
/// The tags are those of the specification by Research Information Systems and of what EndNote,
/// Zotero and the databases make of it
/// (https://en.wikipedia.org/wiki/RIS_(file_format)).
enum RISLines {
  /// The rules of the format.
  static let format = TaggedFormat(
    first: "TY", last: "ER", endsAtBlankLine: false, beginsAnywhere: false,
    titlesEndInFullStop: false,
    roles: [
      "TY": .type, "TI": .title, "T1": .title, "CT": .title, "BT": .wholeTitle,
      "ST": .shortTitle, "T2": .journal, "JF": .journal, "JO": .journal, "JA": .journalName,
      "J1": .journalName, "J2": .journalName, "T3": .publisher, "PB": .publisher,
      "AU": .author, "A1": .author, "ED": .editor, "A2": .editor, "A3": .editor, "A4": .editor,
      "PY": .year, "Y1": .year, "DA": .date, "AB": .abstract, "N2": .abstract,
      "N1": .remark, "RN": .remark, "KW": .keyword, "DO": .doi, "DI": .doi, "M3": .identifier,
      "AN": .identifier, "UR": .address, "L1": .address, "L2": .address, "LK": .page,
    ],
    kinds: [
      "blog": .blog, "comp": .tool, "news": .news, "mgzn": .article, "elec": .article,
      "icomm": .article, "web": .article,
    ],
    tag: { tag($0) })

  private static func tag(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> TaggedFormat.Tag? {
    let start = line.startIndex
    guard line.count >= 4, isCapital(line[start]),
      isCapital(line[start + 1]) || 0x30...0x39 ~= line[start + 1]
    else { return nil }
    var index = start + 2
    while index < line.endIndex, line[index] == 0x20 { index += 1 }
    // One space is not enough in general, since a line of an abstract may begin so.
    let name = String(decoding: line[start..<start + 2], as: UTF8.self)
    let spaces = index - start - 2
    guard index < line.endIndex, line[index] == UInt8(ascii: "-"),
      spaces == 2 || (1...3 ~= spaces && (name == "TY" || name == "ER"))
    else { return nil }
    index += 1
    guard index == line.endIndex || line[index] == 0x20 else { return nil }
    return TaggedFormat.Tag(name: name, value: index)
  }

  private static func isCapital(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte }

  /// A record begins among the first lines, behind what a database says about itself.
  static func likelihood(_ sample: String) -> Likelihood {
    var count = 0
    for line in sample.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      count += 1
      if line.starts(with: "TY  - ".utf8) { return count <= 20 ? .certain : .likely }
      if line.starts(with: "TY - ".utf8) { return count <= 20 ? .likely : .possible }
    }
    return .none
  }
}
