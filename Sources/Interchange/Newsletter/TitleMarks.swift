import ReadingModel

/// The ways in which plain text marks the title of a work.
enum TitleStyle: CaseIterable {
  /// Labels of links stand behind it: “(paper/code)”, “[pdf]”.
  case labels
  /// It is numbered within a section: “2.3. Title”.
  case decimal
  /// Authors and year stand behind it: “(Vaswani et al., 2017)”.
  case citation
  /// The next line gives authors, venue and year, as Google Scholar does.
  case byline
  /// Authors stand before it, and the whole is a reference: `[3] A. Bee, "Title," Nature, 2019`.
  case reference
  /// It is numbered: “3)”.
  case ordinal
  /// The next line is an address.
  case addressBelow
  /// An address stands behind it.
  case addressBeside
  /// The next line underlines it.
  case underlined
  /// It is the short first line of a block of longer ones.
  case leading
}

/// What a line looks like as the title of a work.
struct TitleMarks {
  /// The number before it, as `major.minor` or alone.
  var number: (major: Int, minor: Int?)?
  /// The line without numbering, labels, citation and addresses.
  var title = ""
  /// The name in brackets between title and citation: “(GPT-3)”.
  var shortName: String?
  /// Authors, year and venue from behind the title.
  var citation: Citation?
  /// The addresses and identifiers on the line.
  var mentions: [Identifier.Mention] = []
  /// True for what a newsletter was paid for: “(SPONSOR)”.
  private(set) var isSponsored = false
  /// True for a line that points to the work that was spoken of above it: “Read more: Title (arXiv)”.
  private(set) var isPointer = false
  /// The ways in which the line is marked, without regard to other lines.
  var styles: Set<TitleStyle> = []

  /// The longest line that may be a title, in bytes; published titles stay below 250.
  static let longest = 500

  /// Looks at a line, what follows it, and what numbers in brackets lead to.
  init(_ line: PlainLine, next: PlainLine?, references: PlainReferences) {
    guard line.text.utf8.count <= Self.longest else { return }
    var text = Self.withoutLabel(Self.withoutBullet(line.text))
    let reference = references.take(from: &text)
    if let work = Self.pointedTo(in: text) {
      text = work
      isPointer = true
    }
    if let (number, rest) = Self.numbering(of: text) {
      self.number = number
      text = rest
      if number.minor != nil { styles.insert(.decimal) } else { styles.insert(.ordinal) }
    }
    takeMentions(from: &text)
    takeSuffixes(from: &text)
    title = text
    takeReference(from: text)
    if let reference {
      mentions.append(reference)
      if reference.identifier.scheme != .url { styles.insert(.addressBeside) }
    }
    guard Self.isTitle(title) else {
      styles = []
      return
    }
    if let next, !next.isAfterBlank {
      if Self.isUnderline(next.text) { styles.insert(.underlined) }
      let isOfAuthors = !line.isAfterBlank && Self.authors(in: line.text) != nil
      if Self.isAddressLine(next.text), !isOfAuthors { styles.insert(.addressBelow) }
      // An address stands below the authors of most titles.
      if line.isAfterBlank, Self.authors(in: next.text) != nil { styles.insert(.addressBelow) }
      if Byline(next.text) != nil { styles.insert(.byline) }
      if line.isAfterBlank, line.text.utf8.count <= 160, next.text.utf8.count >= 60,
        next.text.utf8.count > line.text.utf8.count, !Self.endsSentence(line.text)
      {
        styles.insert(.leading)
      }
    }
    // A number or an address below stand with sentences as well, which are no titles.
    if title.utf8.last.map(".:,;".utf8.contains) == true {
      styles.subtract([.ordinal, .addressBelow])
    }
  }

  // MARK: Parts

  private mutating func takeMentions(from text: inout String) {
    mentions = Identifier.found(in: text)
    guard let last = mentions.last else { return }
    // Only addresses at the end are no part of the title.
    let bytes = Array(text.utf8)
    let behind = String(decoding: bytes[last.range.upperBound...], as: UTF8.self)
    guard TextWords.of(behind).isEmpty else { return }
    var end = bytes.count
    for mention in mentions.reversed() {
      let between = String(decoding: bytes[mention.range.upperBound..<end], as: UTF8.self)
      let words = TextWords.of(between)
      guard words.isEmpty || LinkLabel.areLabels(between) else { break }
      end = mention.range.lowerBound
    }
    text = Self.withoutSeparators(String(decoding: bytes[..<end], as: UTF8.self))
    for prefix in ["arxiv", "doi", "link", "paper", "pdf", "url"]
    where text.lowercased().hasSuffix(" " + prefix) || text.lowercased().hasSuffix("(" + prefix) {
      text = Self.withoutSeparators(String(text.dropLast(prefix.count)))
    }
    if last.identifier.scheme != .url || last.text.hasSuffix(".pdf") {
      styles.insert(.addressBeside)
    }
  }

  private mutating func takeSuffixes(from text: inout String) {
    while let (inside, before) = Self.lastGroup(of: text) {
      isSponsored = isSponsored || ["sponsor", "sponsored"].contains(inside.lowercased())
      guard LinkLabel.areLabels(inside) else { break }
      text = before
      styles.insert(.labels)
    }
    guard let (inside, before) = Self.lastGroup(of: text), let citation = Citation(inside) else {
      return
    }
    self.citation = citation
    text = before
    // “(2017)” ends many a sentence; authors or a venue beside the year end a title.
    if !citation.authors.isEmpty || citation.venue != nil { styles.insert(.citation) }
    if let (name, before) = Self.lastGroup(of: text), name.utf8.count <= 30,
      TextWords.count(name) <= 3, !before.isEmpty
    {
      shortName = name
      text = before
    }
  }

  /// Takes a reference apart, in which authors and year surround the title, or a title in quotation
  /// marks with its authors behind it.
  private mutating func takeReference(from text: String) {
    if let first = text.first, "\"“".contains(first) {
      let line = EntryLine([MarkdownRun(text: text)])
      guard line.mark == .quoted, line.facts.remark.isEmpty, !line.facts.authors.isEmpty else {
        return
      }
      title = line.title
      citation = Citation(
        authors: line.facts.authors, year: line.facts.year, venue: line.facts.venue)
      return
    }
    guard citation == nil, text.contains(where: { "\"“(".contains($0) }),
      Citation.firstYear(in: text) != nil
    else { return }
    let line = EntryLine([MarkdownRun(text: text)])
    guard !line.facts.authors.isEmpty, line.facts.year != nil, !line.title.isEmpty,
      !text.hasPrefix(line.title.prefix(12)),
      !text.drop(while: { "\"“".contains($0) }).hasPrefix(line.title.prefix(12))
    else { return }
    title = line.title
    citation = Citation(
      authors: line.facts.authors, year: line.facts.year, venue: line.facts.venue)
    styles.insert(.reference)
  }

  /// The inside of the brackets at the end of a text, and the text before them.
  static func lastGroup(of text: String) -> (inside: String, before: String)? {
    let pairs: [Unicode.Scalar: Unicode.Scalar] = [")": "(", "]": "[", "）": "（"]
    let scalars = text.unicodeScalars
    guard let last = scalars.last, let open = pairs[last] else { return nil }
    var depth = 0
    for index in scalars.indices.reversed() {
      if scalars[index] == last { depth += 1 }
      if scalars[index] == open { depth -= 1 }
      guard depth == 0 else { continue }
      let inside = scalars[scalars.index(after: index)...].dropLast()
      return (String(inside), String(text[..<index]).trimmed)
    }
    return nil
  }
}
