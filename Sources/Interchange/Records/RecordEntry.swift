import ReadingModel

/// An entry that is put together from the fields of a record, in any order.
struct RecordEntry {
  /// True when texts carry the HTML of Zotero and CSL.
  var hasMarkup = false
  /// The heading the record names; nil when it names none.
  private(set) var section: String?

  private var paper = Paper(title: "")
  private var addresses = PaperAddresses()
  private var remarks: [String] = []
  private var prerequisites: [Prerequisite] = []
  private var marks = ReaderMarks()
  private var isGone = false
  /// The best rank so far of the fields of which one value counts.
  private var best = (title: Int.max, authors: Int.max, year: Int.max, venue: Int.max)

  /// Takes a text in.
  ///
  /// - Returns: False when the text says nothing that the field can hold.
  @discardableResult
  mutating func add(_ text: String, as name: RecordName) -> Bool {
    let text = withoutSpaceAtEnd(text)
    guard !text.isEmpty else { return true }
    switch name.field {
    case .title: return addTitle(text, rank: name.rank)
    case .shortName: return addShortName(text, isTitle: name.rank > 0)
    case .authors: return add(authors: RecordAuthors.names(in: text), rank: name.rank)
    case .year: return add(year: PublicationYear.first(in: text), rank: name.rank)
    case .venue: return addVenue(text, rank: name.rank)
    case .abstract: paper.abstract = paper.abstract ?? plain(text)
    case .kind: return addKind(text)
    case .identifier(let scheme): return add(identifier: text, in: scheme)
    case .address: return add(addresses: text, label: "")
    case .code: return add(addresses: text, label: "code")
    case .page: return add(addresses: text, label: "page")
    case .status:
      marks.status = RecordMarks.status(text) ?? marks.status
    case .finished:
      marks.status = marks.status ?? RecordMarks.finished(text)
    case .pass: marks.pass = Int(text) ?? marks.pass
    case .rating: marks.rating = RecordMarks.rating(text) ?? marks.rating
    case .tags: add(tags: text)
    case .section: section = SafeText.line(text)
    case .gone: isGone = ["yes", "true"].contains(text.lowercased())
    case .remark: addRemark(plain(text))
    case .extra: addExtra(text)
    case .prerequisites:
      guard let identifier = Identifier.recognise(text) else { return false }
      prerequisites.append(Prerequisite(key: identifier.key, why: ""))
    case .nested, .bookkeeping: break
    }
    return true
  }

  /// Takes names of authors in, unless better ones are there.
  @discardableResult
  mutating func add(authors: [String], rank: Int) -> Bool {
    guard !authors.isEmpty, Self.isBest(rank, &best.authors) else { return !authors.isEmpty }
    paper.authors = authors
    return true
  }

  /// Takes a year in, unless a better one is there.
  @discardableResult
  mutating func add(year: Int?, rank: Int) -> Bool {
    guard let year else { return false }
    if Self.isBest(rank, &best.year) { paper.year = year }
    return true
  }

  /// Takes the address of the work or of something beside it in.
  @discardableResult
  mutating func add(addresses text: String, label: String) -> Bool {
    if addresses.add(text, label: label) { return true }
    var found = false
    for word in text.split(whereSeparator: \.isWhitespace).prefix(20) {
      var address = word
      // A link of Markdown, as some programs put it into their tables.
      if let open = word.firstRange(of: "]("), word.hasSuffix(")") {
        address = word[open.upperBound...].dropLast()
      }
      while let last = address.last, ",;|".contains(last) { address.removeLast() }
      found = addresses.add(String(address), label: label) || found
    }
    return found
  }

  /// The entry, as it begins on a line.
  ///
  /// - Parameter fallback: What serves as a title when the record has neither title nor anything a
  ///   working title could be made of.
  func entry(line: Int, fallback: String = "") -> ParsedEntry {
    var paper = paper
    addresses.fill(&paper)
    let saysNothing = remarks.isEmpty && paper.abstract == nil && paper.identifiers.isEmpty
    if paper.title.isEmpty, let name = paper.shortName ?? (saysNothing ? fallback : nil) {
      paper.title = name
      paper.shortName = nil
      paper.hasWorkingTitle = true
    }
    return ParsedEntry(
      line: line, paper: paper, remark: remarks.joined(separator: "\n\n"),
      prerequisites: prerequisites, marks: marks, isGone: isGone)
  }

  // MARK: Fields

  /// Many cells and texts of other programs end in a space, which alone would have them cleaned.
  private func withoutSpaceAtEnd(_ text: String) -> String {
    guard let last = text.utf8.last, last <= 0x20 else { return text }
    let end = text.utf8.lastIndex { $0 > 0x20 }
    return end.map { String(text[...$0]) } ?? ""
  }

  private static func isBest(_ rank: Int, _ best: inout Int) -> Bool {
    guard rank < best else { return false }
    best = rank
    return true
  }

  private func plain(_ text: String) -> String { hasMarkup ? MarkupText.plain(text) : text }

  private mutating func addTitle(_ text: String, rank: Int) -> Bool {
    if Identifier.isAddress(text) { return addresses.add(text) }
    if Self.isBest(rank, &best.title) { paper.title = plain(text) }
    return true
  }

  /// A short title is a name that people say only when it is a word or two.
  private mutating func addShortName(_ text: String, isTitle: Bool) -> Bool {
    guard !isTitle || text.split(separator: " ").count <= 2 else { return false }
    paper.shortName = plain(text)
    return true
  }

  private mutating func addVenue(_ text: String, rank: Int) -> Bool {
    let beginning = String(text.prefix(14)).lowercased()
    if beginning.hasPrefix("arxiv:") || beginning == "arxiv preprint" {
      return text.split(separator: " ").contains { word in
        Identifier.recognise(String(word)).map { addresses.add($0) } != nil
      }
    }
    if Self.isBest(rank, &best.venue) { paper.venue = plain(text) }
    return true
  }

  private mutating func addKind(_ text: String) -> Bool {
    let word = text.lowercased()
    switch word {
    case "post-weblog", "blogpost", "blog post", "post", "forumpost": paper.kind = .blog
    case "webpage", "article-magazine", "magazinearticle": paper.kind = .article
    case "article-newspaper", "newspaperarticle": paper.kind = .news
    case "software", "computerprogram": paper.kind = .tool
    // CSL calls a preprint an article.
    case "article": break
    default:
      guard let kind = PaperKind(rawValue: word) else { return false }
      paper.kind = kind
    }
    return true
  }

  private mutating func add(identifier text: String, in scheme: IdentifierScheme?) -> Bool {
    if let scheme {
      if let identifier = Identifier.recognise("\(scheme.rawValue):\(text)") {
        if Identifier.isAddress(text) { return addresses.add(text) }
        addresses.add(identifier)
        return true
      }
      return add(addresses: text, label: "")
    }
    guard let identifier = Identifier.recognise(text), identifier.scheme != .url else {
      // Other keys are a program's own.
      if text.hasPrefix("url:") { addresses.add(String(text.dropFirst(4)), label: "paper") }
      return true
    }
    addresses.add(identifier)
    return true
  }

  private mutating func add(tags text: String) {
    marks.tags += RecordMarks.tags(text)
  }

  private mutating func addRemark(_ text: String) {
    let text = SafeText.block(text)
    if !text.isEmpty { remarks.append(text) }
  }

  private mutating func addExtra(_ text: String) {
    let extra = ExtraLines(plain(text))
    for identifier in extra.identifiers { addresses.add(identifier) }
    addRemark(extra.remark)
  }
}
