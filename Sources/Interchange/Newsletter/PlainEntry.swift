import ReadingModel

/// An entry of a plain text while its lines are read.
struct PlainEntry {
  private let line: Int
  private var paper: Paper
  private var addresses = PaperAddresses()
  private var remark = PlainRemark()
  private var isFirstLine = true

  /// Begins an entry at its title.
  init(_ marks: TitleMarks, line: Int) {
    self.line = line
    paper = Paper(
      title: TeXEscapes.plain(LeadText.quoted(behindDay: marks.title)), shortName: marks.shortName,
      authors: marks.citation?.authors ?? [], year: marks.citation?.year,
      venue: marks.citation?.venue)
    for mention in marks.mentions { addresses.add(mention.text) }
  }

  /// True while nothing stands below the title.
  var isBare: Bool { remark.isEmpty }

  /// Takes in a line below the title.
  mutating func append(_ line: PlainLine) {
    if takesAddresses(line.text) || takesFact(line.text) || takesByline(line.text) { return }
    if isFirstLine, paper.authors.isEmpty, line.text.utf8.count <= 500,
      let names = TitleMarks.authors(in: line.text)
    {
      paper.authors = names
    } else {
      remark.append(line)
    }
    isFirstLine = false
  }

  /// Takes the line of authors, venue and year directly below a title.
  private mutating func takesByline(_ text: String) -> Bool {
    guard isFirstLine, paper.authors.isEmpty, let byline = Byline(text) else { return false }
    (paper.authors, paper.year, paper.venue) = (byline.authors, byline.year, byline.venue)
    return true
  }

  /// Takes a line of addresses and their labels: “Paper: https://…”.
  private mutating func takesAddresses(_ text: String) -> Bool {
    guard text.utf8.count <= 2_000, TitleMarks.isAddressLine(text) else { return false }
    let bytes = Array(text.utf8)
    var start = 0
    for mention in Identifier.found(in: text) {
      let label = String(decoding: bytes[start..<mention.range.lowerBound], as: UTF8.self)
      addresses.add(mention.text, label: label)
      start = mention.range.upperBound
    }
    return true
  }

  /// Takes a line such as “Authors: …” or “Venue: …”.
  private mutating func takesFact(_ text: String) -> Bool {
    guard text.utf8.count <= 1_000,
      let (label, rest) = PlainRemark.label(of: TitleMarks.withoutBullet(text))
    else { return false }
    switch label.lowercased() {
    case "authors", "author", "by":
      guard paper.authors.isEmpty, let names = AuthorNames.read(rest, isExpected: true) else {
        return false
      }
      paper.authors = names
    case "year", "date", "published":
      guard paper.year == nil, rest.utf8.count <= 40,
        let year = Citation.firstYear(in: rest)?.year
      else { return false }
      paper.year = year
    case "venue", "conference", "journal":
      guard paper.venue == nil, rest.utf8.count <= 120 else { return false }
      paper.venue = rest
    default: return false
    }
    return true
  }

  /// The whole entry.
  var parsed: ParsedEntry {
    var paper = paper
    let text = remark.markdown
    var addresses = addresses
    if addresses.isEmpty {
      // One work named in the remark is the one that is meant; several are others.
      let named = Set(Identifier.found(in: text).map(\.identifier).filter { $0.scheme != .url })
      if named.count == 1, let identifier = named.first { addresses.add(identifier) }
    }
    addresses.fill(&paper)
    return ParsedEntry(line: line, paper: paper, remark: text)
  }
}

/// An entry of which a text gives no title.
struct UntitledEntry {
  private let line: Int
  private var text: String
  private var last: String

  /// Begins an entry with its first line.
  init(_ line: PlainLine) {
    self.line = line.number
    text = line.text
    last = line.text
  }

  /// Takes in a line if it goes on with the entry.
  mutating func takes(_ line: PlainLine) -> Bool {
    guard UntitledText.goesOn(line.text, after: last), text.utf8.count <= 262_144 else {
      return false
    }
    let areParagraphs = min(line.text.utf8.count, last.utf8.count) > 160
    text += (areParagraphs ? "\n\n" : " ") + line.text
    last = line.text
    return true
  }

  /// The whole entry; its title is a working title.
  var parsed: ParsedEntry {
    var paper = Paper(title: "")
    var addresses = PaperAddresses()
    for mention in Identifier.found(in: text) { addresses.add(mention.text) }
    addresses.fill(&paper)
    return ParsedEntry(line: line, paper: paper, remark: TeXEscapes.plain(text))
  }
}
