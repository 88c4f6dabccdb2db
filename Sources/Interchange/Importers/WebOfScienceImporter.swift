import ReadingModel

extension Importer {
  /// The tagged text of the Web of Science, whose files end in `.ciw` or `.txt`.
  static let webOfScience = Importer(
    name: "web-of-science", title: "Web of Science", endings: ["ciw", "isi"],
    likelihood: { source, sample in
      // A file that is called RIS and holds these lines is misnamed, which its person has to settle.
      source.ending == "ris" ? .none : WebOfScienceLines.likelihood(sample)
    },
    read: { source, receive in
      try TaggedReader.read(source.bytes, format: WebOfScienceLines.format, receive)
    })
}

/// The lines of the Web of Science: a tag in two columns and a space; lines that go on begin with
/// three spaces.
///
/// The tags are described at
/// https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html.
enum WebOfScienceLines {
  /// The rules of the format.
  static let format = TaggedFormat(
    first: "PT", last: "ER", endsAtBlankLine: false, beginsAnywhere: false,
    frame: ["FN", "VR", "EF"], hasNameOnEachLine: true, titlesEndInFullStop: false,
    roles: [
      "TI": .title, "AF": .fullAuthor, "BF": .fullAuthor, "CA": .group, "AU": .author,
      "BA": .author, "GP": .editor, "BE": .editor, "ED": .editor, "PY": .year, "PD": .date,
      "EA": .date, "SO": .journal, "CT": .journalName, "J9": .journalName, "PU": .publisher,
      "AB": .abstract, "DE": .keyword, "ID": .keyword, "DI": .doi, "PM": .accession,
    ],
    kinds: [:], tag: { tag($0) })

  private static func tag(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> TaggedFormat.Tag? {
    let start = line.startIndex
    guard line.count >= 2, isCapital(line[start]),
      isCapital(line[start + 1]) || 0x30...0x39 ~= line[start + 1],
      line.count == 2 || line[start + 2] == 0x20
    else { return nil }
    let name = String(decoding: line[start..<start + 2], as: UTF8.self)
    return TaggedFormat.Tag(name: name, value: start + 2)
  }

  private static func isCapital(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte }

  /// The first line names the database or the kind of publication, and the second has a tag too.
  static func likelihood(_ sample: String) -> Likelihood {
    let lines = sample.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      .drop { $0.allSatisfy { $0 <= 0x20 } }.prefix(2)
    guard let first = lines.first.map({ String(decoding: $0, as: UTF8.self) }) else { return .none }
    let kind =
      first.hasPrefix("PT ") ? first.dropFirst(3).trimmingPrefix(while: \.isWhitespace) : ""
    let isKind = kind.prefix { !$0.isWhitespace }.count == 1 && "JCBSP".contains(kind.prefix(1))
    guard isKind || first.hasPrefix("FN ") else { return .none }
    let isTagged = lines.count > 1 && lines.dropFirst().first.map(hasTag) == true
    return isTagged ? .certain : isKind && lines.count == 1 ? .likely : .none
  }

  private static func hasTag(_ line: Substring.UTF8View) -> Bool {
    let start = line.prefix(3).map(\.self)
    return start.count == 3 && isCapital(start[0]) && start[2] == 0x20
      && (isCapital(start[1]) || 0x30...0x39 ~= start[1])
  }
}
