import ReadingModel

extension Importer {
  /// The tagged format of EndNote, which is that of refer.
  static let endnote = Importer(
    name: "endnote", title: "EndNote", endings: ["enw"],
    likelihood: { _, sample in EndNoteLines.likelihood(sample) },
    read: { source, receive in
      let begins = EndNoteLines.likelihood(source.sample) == .certain
      try TaggedReader.read(
        source.bytes, format: begins ? EndNoteLines.format : EndNoteLines.referFormat, receive)
    })
}

/// The lines of EndNote's tagged format: a percent sign, a character and a space.
enum EndNoteLines {
  /// The rules of EndNote: each record begins with its type.
  static let format = rules(endsAtBlankLine: false)
  /// The rules of refer, which has no types: blank lines part the records.
  static let referFormat = rules(endsAtBlankLine: true)

  private static func rules(endsAtBlankLine: Bool) -> TaggedFormat {
    TaggedFormat(
      first: "%0", last: nil, endsAtBlankLine: endsAtBlankLine,
      beginsAnywhere: true, titlesEndInFullStop: false,
      roles: [
        "%0": .type, "%T": .title, "%!": .shortTitle, "%B": .wholeTitle, "%J": .journal,
        "%S": .journalName, "%I": .publisher, "%A": .author, "%E": .editor, "%D": .year,
        "%8": .date, "%X": .abstract, "%Z": .remark, "%<": .remark, "%K": .keyword, "%R": .doi,
        "%U": .address, "%>": .address, "%M": .identifier,
      ],
      kinds: [
        "blog": .blog, "computer program": .tool, "newspaper article": .news,
        "web page": .article, "electronic article": .paper, "magazine article": .article,
      ],
      tag: { line in
        let start = line.startIndex
        guard line.count >= 2, line[start] == UInt8(ascii: "%"), line[start + 1] > 0x20,
          line[start + 1] < 0x7F, line.count == 2 || line[start + 2] == 0x20
        else { return nil }
        let name = String(decoding: line[start..<start + 2], as: UTF8.self)
        return TaggedFormat.Tag(name: name, value: start + 2)
      })
  }

  /// The first line says the type of the first record, or a title stands among the first lines.
  static func likelihood(_ sample: String) -> Likelihood {
    let lines = sample.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(20)
    guard let first = lines.first(where: { !$0.allSatisfy { $0 <= 0x20 } }) else { return .none }
    if first.starts(with: "%0 ".utf8) { return .certain }
    let isTagged = lines.prefix(4).allSatisfy { $0.first == UInt8(ascii: "%") }
    return isTagged && lines.contains { $0.starts(with: "%T ".utf8) } ? .likely : .none
  }
}
