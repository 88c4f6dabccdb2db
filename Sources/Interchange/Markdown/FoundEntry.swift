import ReadingModel

/// An entry that was found in a Markdown document, before its notes are read.
struct FoundEntry {
  /// The line it begins on.
  let line: Int
  /// How many list items it stands in.
  let depth: Int
  /// The title; empty when the document gives none.
  var title: String
  /// The name people say.
  var shortName: String?
  /// Authors, year, venue and remark.
  var facts: EntryFacts
  /// The links, the work's own first, each with what the document calls it.
  var links: [(label: String, address: String)]
  /// Tags that the document gives.
  var tags: [String] = []
  /// What a ticked box says.
  var status: Status?
  /// The lines of the notes that belong to the entry.
  var noteLines: ClosedRange<Int>?

  /// Makes an entry of a line.
  init(_ line: EntryLine, at block: MarkdownBlock) {
    self.line = block.line
    depth = block.depth
    title = line.title
    shortName = line.shortName
    facts = line.facts
    links = line.links
    status = block.isTicked == true ? .read : line.facts.box.flatMap { Self.boxes[$0] }
  }

  /// What signs in boxes say in programs that keep tasks in Markdown.
  private static let boxes: [Character: Status] = [
    "x": .read, "X": .read, "/": .reading, "~": .reading, "-": .skipped, ">": .queued, "✓": .read,
    "✔": .read,
  ]

  /// True when a link leads to the work itself.
  var hasPaperLink: Bool {
    WorkAddress.leadsToWork(links)
  }

  /// Takes in a block below the title: as facts where it says some and no note stands before it, as
  /// a note elsewhere.
  mutating func takeNote(_ block: MarkdownBlock) {
    guard noteLines == nil else { return addNotes(block) }
    if takeFacts(from: block.runs) { return }
    // Lines that say what they are may stand before others in one paragraph.
    let lines = EntryPiece.lines(of: block.runs)
    var facts = 0
    while lines.count > 1, facts < lines.count, LabelledLines.isLabelled(lines[facts]),
      takeFacts(from: lines[facts])
    {
      facts += 1
    }
    guard facts < lines.count else { return }
    var rest = block
    rest.line = min(block.line + facts, block.lastLine)
    addNotes(rest)
  }

  /// Takes in a paragraph of links and facts below the title.
  ///
  /// - Returns: False when it is a note, and nothing was taken.
  mutating func takeFacts(from runs: [MarkdownRun]) -> Bool {
    let text = runs.plainText
    if facts.authors.isEmpty, facts.year == nil, let byline = Byline(text.trimmed) {
      (facts.authors, facts.year, facts.venue) = (byline.authors, byline.year, byline.venue)
      return true
    }
    if text.utf8.count <= 1_000,
      let colon = text.prefix(30).firstIndex(where: { ":：".contains($0) })
    {
      let label = EntryFacts.withoutSeparators(String(text[..<colon]))
      if ["tags", "keywords"].contains(label.lowercased()) {
        tags += text[text.index(after: colon)...].split(whereSeparator: { ",;".contains($0) })
          .map { String($0).trimmed }.filter { !$0.isEmpty }
        return true
      }
      if facts.take(text[text.index(after: colon)...].trimmed, labelled: label) { return true }
      if LinkLabel(label) != .title, takeLinks(from: runs, label: label) { return true }
    }
    var facts = facts
    var found: [(label: String, address: String)] = []
    facts.take(EntryPiece.pieces(of: runs)[...], links: &found, isMLA: false)
    // Lectern's own pages have the status behind the facts.
    if let status = Status(rawValue: facts.remark) {
      self.status = self.status ?? (status == .unread ? nil : status)
      facts.remark = ""
    }
    guard facts.remark.isEmpty,
      !found.isEmpty || facts.authors != self.facts.authors || facts.year != self.facts.year
        || facts.venue != self.facts.venue
    else { return false }
    let remark = self.facts.remark
    self.facts = facts
    self.facts.addRemark(remark)
    links += found
    return true
  }

  /// Takes in a line that is nothing but a label and links: “Code: https://…”.
  private mutating func takeLinks(from runs: [MarkdownRun], label: String) -> Bool {
    var found: [(label: String, address: String)] = []
    var rest = ""
    for piece in EntryPiece.pieces(of: runs) {
      if let address = piece.address {
        found.append((LinkLabel(piece.text) == .title ? label : piece.text, address))
      } else {
        rest += piece.text
      }
    }
    let words = TextWords.of(rest, limit: 8)
    guard !found.isEmpty, words.allSatisfy({ LinkLabel($0) != .title }) else { return false }
    // What the line is called says more than the words “link” and “here” on it.
    links += found.map {
      ($0.label.utf8.count < 5 || found.count == 1 ? label : $0.label, $0.address)
    }
    return true
  }

  /// Takes the publisher off the end of a title, as references give it: “Title (Science)”.
  mutating func takePublisher() {
    guard title.hasSuffix(")"), let open = title.lastIndex(of: "("), open > title.startIndex else {
      return
    }
    let publisher = String(title[title.index(after: open)...].dropLast())
    guard publisher.utf8.count <= 60, !publisher.contains(")") else { return }
    title = String(title[..<open]).trimmed
    if facts.venue == nil, publisher.lowercased() != "pdf" { facts.venue = publisher }
  }

  /// Lengthens the notes by lines of the document.
  mutating func addNotes(_ block: MarkdownBlock) {
    let first = min(noteLines?.lowerBound ?? block.line, block.line)
    noteLines = first...max(noteLines?.upperBound ?? first, block.lastLine, first)
  }

  /// The entry with its notes.
  func parsed(in source: MarkdownSource) -> ParsedEntry {
    var paper = Paper(
      title: title, shortName: shortName, authors: facts.authors, year: facts.year,
      venue: facts.venue)
    var addresses = PaperAddresses()
    for link in links where !WorkAddress.isOfPeople(link.address) || link.label.isEmpty {
      addresses.add(link.address, label: link.label)
    }
    for link in links where WorkAddress.isOfPeople(link.address) && !link.label.isEmpty {
      addresses.add(link.address, label: "page")
    }
    var facts = facts
    if let noteLines { facts.addRemark(source.text(ofLines: noteLines).trimmedEnd) }
    if addresses.isEmpty {
      for mention in Identifier.found(in: "\(facts.venue ?? "") \(facts.remark)") {
        if mention.identifier.scheme != .url { addresses.add(mention.identifier) }
        break
      }
    }
    addresses.fill(&paper)
    return ParsedEntry(
      line: line, paper: paper, remark: facts.remark, marks: ReaderMarks(status: status, tags: tags)
    )
  }
}
