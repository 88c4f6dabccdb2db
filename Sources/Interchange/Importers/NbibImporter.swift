import ReadingModel

extension Importer {
  /// The citation format of PubMed.
  static let nbib = Importer(
    name: "nbib", title: "PubMed", endings: ["nbib", "medline"],
    likelihood: { _, sample in NbibLines.likelihood(sample) },
    read: { source, receive in
      let isNumbered = NbibLines.likelihood(source.sample) > .none
      try TaggedReader.read(
        source.bytes, format: NbibLines.rules(isNumbered: isNumbered), receive)
    })
}

/// The lines of PubMed's format: a tag in four columns, a hyphen and a space; lines that go on begin
/// with six spaces.
///
/// The tags are described at https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format.
enum NbibLines {
  /// The rules of the format; where records have no numbers in PubMed, blank lines part them.
  static func rules(isNumbered: Bool) -> TaggedFormat {
    TaggedFormat(
      first: "PMID", last: nil, endsAtBlankLine: !isNumbered, beginsAnywhere: true,
      // PubMed ends every title with one.
      titlesEndInFullStop: true,
      roles: [
        "PMID": .accession, "TI": .title, "BTI": .wholeTitle, "CTI": .wholeTitle, "TT": .wholeTitle,
        "FAU": .fullAuthor, "CN": .group, "AU": .author, "FED": .editor, "ED": .editor,
        "DP": .year, "DEP": .date, "JT": .journal, "TA": .journalName, "PB": .publisher,
        "AB": .abstract, "GN": .remark, "MH": .keyword, "OT": .keyword, "AID": .identifier,
        "LID": .identifier,
      ],
      kinds: [:], tag: { tag($0) })
  }

  private static func tag(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> TaggedFormat.Tag? {
    let start = line.startIndex
    guard line.count >= 5, line[start + 4] == UInt8(ascii: "-"),
      line.count == 5 || line[start + 5] == 0x20
    else { return nil }
    let name = line[start..<start + 4].prefix { 0x41...0x5A ~= $0 || 0x30...0x39 ~= $0 }
    guard name.count >= 2, line[name.endIndex..<start + 4].allSatisfy({ $0 == 0x20 }) else {
      return nil
    }
    return TaggedFormat.Tag(name: String(decoding: name, as: UTF8.self), value: start + 5)
  }

  /// A record begins with its number in PubMed.
  static func likelihood(_ sample: String) -> Likelihood {
    for line in sample.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(20)
    where line.starts(with: "PMID- ".utf8) {
      let number = line.dropFirst(6)
      return number.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x20 } ? .certain : .likely
    }
    return .none
  }
}
