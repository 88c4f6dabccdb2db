import ReadingModel

/// A paper as a tagged record describes it.
enum TaggedPaper {
  /// Makes a paper of a record.
  static func parsed(_ record: TaggedRecord, format: TaggedFormat) -> ParsedEntry {
    var values: [TaggedFormat.Role: [String]] = [:]
    for (tag, value) in record.fields where !value.isEmpty {
      if let role = format.roles[tag] { values[role, default: []].append(value) }
    }
    let titles = values[.title] ?? values[.wholeTitle] ?? []
    var paper = Paper(title: titles.first ?? "")
    if format.titlesEndInFullStop, paper.title.hasSuffix("."), !paper.title.hasSuffix("..") {
      paper.title.removeLast()
    }
    paper.shortName = values[.shortTitle]?.first { !$0.contains(where: \.isWhitespace) }
    paper.authors = names(values, onEachLine: format.hasNameOnEachLine)
    paper.year =
      (values[.year] ?? []).lazy.compactMap(year).first
      ?? (values[.date] ?? []).lazy.compactMap(year).first
    paper.venue = venue(values, year: paper.year)
    paper.abstract = values[.abstract]?.joined(separator: "\n\n")
    addresses(values).fill(&paper)
    let type = values[.type]?.first?.lowercased() ?? ""
    if let kind = format.kinds[type] {
      let isIdentified = paper.identifiers.contains { $0.scheme != .url }
      paper.kind = kind == .article && isIdentified ? .paper : kind
    }
    var marks = ReaderMarks()
    for value in values[.keyword] ?? [] {
      for word in value.split(whereSeparator: { $0 == ";" || $0.isNewline }) {
        // An asterisk marks the main topics in Embase and PubMed.
        marks.tags.append(word.filter { $0 != "*" })
      }
    }
    return ParsedEntry(
      line: record.line, paper: paper,
      remark: (values[.remark] ?? []).joined(separator: "\n\n"), marks: marks)
  }

  /// The authors, or else the editors, in the order in which names are said.
  private static func names(
    _ values: [TaggedFormat.Role: [String]], onEachLine: Bool
  ) -> [String] {
    let people = (values[.fullAuthor] ?? values[.author] ?? []) + (values[.group] ?? [])
    let names = people.isEmpty ? values[.editor] ?? [] : people
    return names.flatMap {
      $0.split { $0 == ";" || (onEachLine && $0.isNewline) }
    }.compactMap { name in
      let parts = name.split(separator: ",").map { SafeText.line(String($0)) }
        .filter { !$0.isEmpty }
      switch parts.count {
      case 0: return nil
      case 1: return ["et al", "others"].contains(parts[0]) ? Paper.otherAuthors : parts[0]
      // Family, given names, and a suffix such as Jr.
      default: return ([parts[1], parts[0]] + parts[2...]).joined(separator: " ")
      }
    }
  }

  /// The first number of exactly four digits, as in `1948/07//` and `2019 Nov 3`.
  private static func year(_ text: String) -> Int? {
    text.split { !($0.isASCII && $0.isNumber) }.lazy
      .compactMap { $0.count == 4 ? Int($0) : nil }.first { $0 >= 1_000 }
  }

  private static func venue(_ values: [TaggedFormat.Role: [String]], year: Int?) -> String? {
    let whole = values[.title] == nil ? nil : values[.wholeTitle]?.first
    let found = values[.journal]?.first ?? whole ?? values[.journalName]?.first
    guard let venue = found ?? values[.publisher]?.first else { return nil }
    guard let year, !venue.contains(String(year)) else { return venue }
    return "\(venue) \(year)"
  }

  private static func addresses(_ values: [TaggedFormat.Role: [String]]) -> PaperAddresses {
    var addresses = PaperAddresses()
    for doi in values[.doi] ?? [] {
      if let identifier = Identifier.doi(doi) {
        addresses.add(identifier)
      } else {
        addresses.add(doi)
      }
    }
    // Numbers of many systems stand in these: only those that say which are taken.
    for value in values[.identifier] ?? [] {
      if value.hasSuffix("[doi]"), let doi = Identifier.doi(String(value.dropLast(6))) {
        addresses.add(doi)
      } else if value.hasPrefix("10."), let doi = Identifier.doi(value) {
        addresses.add(doi)
      } else if value.lowercased().hasPrefix("arxiv:"),
        let arxiv = Identifier.recognise(value)
      {
        addresses.add(arxiv)
      }
    }
    for (role, label): (TaggedFormat.Role, String) in [(.address, ""), (.page, "page")] {
      for value in values[role] ?? [] {
        for address in value.split(whereSeparator: { $0 == ";" || $0.isWhitespace }) {
          addresses.add(String(address), label: label)
        }
      }
    }
    for number in values[.accession] ?? [] where number.allSatisfy(\.isNumber) {
      addresses.add("https://pubmed.ncbi.nlm.nih.gov/\(number)/")
    }
    return addresses
  }
}
