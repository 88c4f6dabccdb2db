import ReadingModel

/// What stands behind the title of a work: authors, year, venue, links, and the remark.
struct EntryFacts {
  /// The authors in order.
  var authors: [String] = []
  /// The year.
  var year: Int?
  /// Where the work was published.
  var venue: String?
  /// The name that the document gives with “aka”.
  private(set) var shortName: String?
  /// The sign in a box before the title that is neither empty nor ticked.
  var box: Character?
  /// What is left: the document's remark on the work, Markdown.
  var remark = ""

  /// Stands where a link was taken out.
  private static let gap: Character = "\u{1}"
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\n", "\t", ",", ";", ".", "/", "|", "·", "•", "+", "\u{1}": true
    default: false
    }
  }

  /// Takes in what stands behind a title.
  ///
  /// - Parameters:
  ///   - pieces: The rest of the line.
  ///   - links: Gets the links of the work.
  ///   - isMLA: True behind a quoted title, where everything up to the first link is the venue.
  mutating func take(
    _ pieces: ArraySlice<EntryPiece>, links: inout [(label: String, address: String)], isMLA: Bool
  ) {
    var text = ""
    var passage = Passage()
    for piece in pieces {
      if let address = piece.address,
        Self.belongsToWork(piece, after: text, passage, isFirst: links.isEmpty)
      {
        links.append((piece.text, address))
        Self.dropLabel(from: &text)
        passage.end(in: text)
        text.append(Self.gap)
      } else if piece.isImage {
        passage.end(in: text)
        text.append(Self.gap)
      } else {
        text += piece.markdown
      }
    }
    var rest = text[...]
    if isMLA { takeVenue(from: &rest) }
    takeFacts(from: &rest)
    remark = Self.tidied(rest)
  }

  /// The text since the last gap, or before it where nothing followed, by its place: looking for the
  /// gap anew at each link would take long in a line of thousands.
  private struct Passage {
    private var start = 0
    private var last = 0..<0

    /// Takes note of a gap that is about to be put at the end of the text.
    mutating func end(in text: String) {
      let end = text.utf8.count
      if end > start { last = start..<end }
      start = end + 1
    }

    func text(in text: String) -> Substring {
      let range = text.utf8.count > start ? start..<text.utf8.count : last
      let lower = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      return text[lower..<text.utf8.index(lower, offsetBy: range.count)]
    }
  }

  /// Adds to the remark.
  mutating func addRemark(_ text: String) {
    guard !text.isEmpty else { return }
    remark += remark.isEmpty ? text : "\n\n" + text
  }

  /// True for a link of the work, false for one that belongs to a sentence.
  private static func belongsToWork(
    _ piece: EntryPiece, after text: String, _ passage: Passage, isFirst: Bool
  ) -> Bool {
    // A bare address in the middle of a sentence is part of it, unless there is no other.
    if !isFirst, !piece.isImage, LinkLabel.isAddress(piece.text) {
      guard TextWords.of(passage.text(in: text), limit: 5).count <= 3 else { return false }
    }
    if piece.isImage || LinkLabel(piece.text) != .title { return true }
    guard TextWords.count(piece.text) <= 3 else { return false }
    let last = text.last { $0 != " " }
    return last.map { "[(,|/+·•".contains($0) || $0 == gap } ?? true
  }

  /// Takes off the word that stands before an address: `arXiv:`.
  static func dropLabel(from text: inout String) {
    let end = text.suffix(10).lowercased()
    for label in ["arxiv:", "doi:", "url:", "link:", "pdf:", "paper:", "code:", "github:"]
    where end.hasSuffix(label) {
      text.removeLast(label.count)
    }
  }

  /// Takes in what a line with a label says: “Authors: …”.
  ///
  /// - Returns: False for labels of other things, and when nothing was taken.
  mutating func take(_ text: String, labelled label: String) -> Bool {
    switch label.lowercased() {
    case "author", "authors", "by", "作者":
      guard let names = AuthorNames.read(text, isExpected: true) else { return false }
      authors = names
    case "year", "date", "published", "publication date", "released", "时间", "日期", "年份":
      guard text.utf8.count <= 40, let found = Citation.firstYear(in: text) else { return false }
      year = found.year
    case "venue", "conference", "journal", "published in", "publisher", "会议", "期刊":
      guard text.utf8.count <= 120, !text.isEmpty else { return false }
      venue = text
      if year == nil { year = Citation.firstYear(in: text)?.year }
    default: return false
    }
    return true
  }

  /// The labels that `take` knows, and those of tags.
  static let labels: Set<String> = [
    "author", "authors", "by", "作者", "year", "date", "published", "publication date", "released",
    "时间", "日期", "年份", "venue", "conference", "journal", "published in", "publisher", "会议", "期刊",
    "tags", "keywords",
  ]

  /// True for what heads a line about a work rather than being one: “Year”, “Summary”.
  static func isLabel(_ text: String) -> Bool {
    let text = text.lowercased()
    return labels.contains(text) || remarks.contains(text)
  }

  private static let remarks: Set<String> = [
    "abstract", "contribution", "contributions", "description", "idea", "key idea", "main idea",
    "method", "notes", "problem", "results", "summary", "takeaways", "tl;dr", "tldr", "why", "简介",
    "摘要",
  ]

  // MARK: Facts

  /// Takes a venue with volume, year and pages: `Nature 521.7553 (2015): 436-444`.
  private mutating func takeVenue(from rest: inout Substring) {
    let end = rest.firstIndex(of: Self.gap) ?? rest.endIndex
    let text = Self.withoutSeparators(String(rest[..<end]))
    guard text.utf8.count <= 400, !text.isEmpty else { return }
    let year = Citation.firstYear(in: text)
    if self.year == nil { self.year = year?.year }
    var name = year.map { Self.withoutSeparators(String(text[..<$0.range.lowerBound])) } ?? text
    if let year, !name.isEmpty {
      // Volume and pages may stand on both sides of the year.
      let pages = text[year.range.upperBound...].filter { !"() .:,".contains($0) }
      if !pages.isEmpty, pages.allSatisfy({ $0.isNumber || "-–".contains($0) }) {
        name += ", \(pages)"
      }
    }
    venue = name.isEmpty ? text : name
    rest = rest[end...]
  }

  private mutating func takeFacts(from rest: inout Substring) {
    var isParted = false
    for _ in 0..<10 {
      rest = Substring(rest.unicodeScalars.drop(while: Self.isSeparator))
      guard let first = rest.first else { return }
      if "([".contains(first) {
        guard let end = Self.closing(of: rest),
          takeGroup(String(rest[rest.index(after: rest.startIndex)..<end]))
        else { return }
        rest = rest[rest.index(after: end)...]
        continue
      }
      if takeShortName(from: &rest) { continue }
      let before = rest
      if "-–—:".contains(first) {
        guard !isParted else { return }
        isParted = true
        rest = rest.dropFirst()
        rest = rest.drop { $0 == " " || $0 == "-" }
      }
      let end = Self.segmentEnd(in: rest)
      guard takeSegment(String(rest[..<end]), isParted: isParted) else {
        // A dash or colon before a remark is none of it.
        if !isParted { rest = before }
        return
      }
      rest = rest[end...]
    }
  }

  /// Takes a name such as `*aka* GPT-2,`.
  private mutating func takeShortName(from rest: inout Substring) -> Bool {
    for mark in ["*aka* ", "aka ", "a.k.a. "] where rest.hasPrefix(mark) {
      let name = rest.dropFirst(mark.count).prefix { !",.;([".contains($0) && $0 != Self.gap }
      guard 1...40 ~= name.utf8.count else { return false }
      shortName = String(name).trimmed
      rest = rest[name.endIndex...]
      return true
    }
    return false
  }

  /// What stands in brackets; false when it is none of the facts.
  private mutating func takeGroup(_ text: String) -> Bool {
    let inner = Self.withoutSeparators(text.filter { $0 != Self.gap })
    if inner.isEmpty { return true }
    if let citation = Citation(inner) {
      if year == nil { year = citation.year }
      if venue == nil { venue = citation.venue }
      // “(Book, 2016)” names no author.
      if authors.isEmpty,
        citation.authors.count > 1 || citation.authors.first?.contains(" ") == true
      {
        authors = citation.authors
      }
      return true
    }
    if venue == nil, inner.utf8.count <= 60, Citation.isVenue(inner) {
      venue = inner
      takeShortYear(inner)
      return true
    }
    if authors.isEmpty, let names = AuthorNames.read(inner), names.count > 1 {
      authors = names
      return true
    }
    return false
  }

  private mutating func takeSegment(_ text: String, isParted: Bool) -> Bool {
    let bare = Self.withoutSeparators(text)
    guard !bare.isEmpty, bare.utf8.count <= 2_000 else { return false }
    if authors.isEmpty,
      let (names, venueText) = Self.names(atStartOf: bare, isExpected: year != nil)
    {
      let isSure = names.count > 1 || names[0].contains(".")
      if isSure || !isParted {
        authors = names
        if !venueText.isEmpty { takeVenueText(venueText) }
        return true
      }
    }
    if Self.isVenueText(bare), venue == nil || Citation.firstYear(in: bare) != nil {
      takeVenueText(bare)
      return true
    }
    let date = bare.hasSuffix(".") ? bare.dropLast() : bare[...]
    if date.utf8.count <= 16, let (found, range) = Citation.firstYear(in: String(date)),
      range.upperBound == date.endIndex || date.utf8.count == 7
    {
      // “2021”, “May 2021”, “2024.05”.
      if year == nil { year = found }
      return true
    }
    return false
  }

  private mutating func takeVenueText(_ text: String) {
    if venue == nil, text.contains(where: \.isLetter) {
      venue = text.hasSuffix(".") ? String(text.dropLast()) : text
    }
    if year == nil { year = Citation.firstYear(in: text)?.year }
    takeShortYear(text)
  }

  /// The year of `ICML'18`.
  private mutating func takeShortYear(_ text: String) {
    guard year == nil, let mark = text.firstIndex(where: { "'’".contains($0) }) else { return }
    let digits = text[text.index(after: mark)...].prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 2, let number = Int(digits) else { return }
    year = number < 60 ? 2_000 + number : 1_900 + number
  }

  private static func names(
    atStartOf text: String, isExpected: Bool
  ) -> (names: [String], venue: String)? {
    if let names = AuthorNames.read(text, isExpected: isExpected) {
      // A venue in capitals looks like a name.
      return isVenueText(text) ? nil : (names: names, venue: "")
    }
    var end = text.endIndex
    for _ in 0..<3 {
      guard let comma = text[..<end].lastIndex(of: ",") else { return nil }
      end = comma
      let venue = withoutSeparators(String(text[text.index(after: comma)...]))
      guard isVenueText(venue) || Citation.firstYear(in: venue) != nil else { continue }
      if let names = AuthorNames.read(String(text[..<comma]), isExpected: true) {
        return (names: names, venue: venue)
      }
    }
    return nil
  }

  private static func isVenueText(_ text: String) -> Bool {
    guard text.utf8.count <= 200 else { return false }
    let words = TextWords.of(text, limit: 15)
    guard 1...14 ~= words.count else { return false }
    if words[0] == "in", words.count > 1 { return Citation.isVenue(words[1]) }
    let names = words.filter { Int($0) == nil }
    guard let first = names.first, let last = names.last else { return false }
    return Citation.isVenue(first) || (Citation.isVenue(last) && names.count <= 4)
      || (Citation.firstYear(in: text) != nil && names.contains { Citation.isVenue($0) })
  }

  // MARK: Shapes

  /// The end of what may be one fact.
  private static func segmentEnd(in text: Substring) -> Substring.Index {
    // Text in emphasis ends where its mark closes.
    if let mark = text.first, mark == "*" || mark == "_" {
      let inner = text.drop { $0 == mark }
      if let close = inner.prefix(2_000).firstIndex(of: mark) {
        return text[close...].firstIndex { $0 != mark } ?? text.endIndex
      }
    }
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var steps = 0
    while index < scalars.endIndex, steps < 2_100 {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      let following = next < scalars.endIndex ? scalars[next] : nil
      switch scalar {
      case "\u{1}", "\n", ";": return index
      case " ":
        if let following, "([-–—|·:".unicodeScalars.contains(following) { return index }
      case ".":
        if following == " " || following == "*", !isInitial(text[..<index]) { return index }
      case ":":
        if following == " " { return index }
      default: break
      }
      index = next
      steps += 1
    }
    return index
  }

  /// True when a text ends with a single capital, `et al` or `Jr`, whose full stop ends no sentence.
  private static func isInitial(_ text: Substring) -> Bool {
    let word = text.suffix(4).split { $0 == " " || $0 == "." || $0 == "*" || $0 == "-" }.last ?? ""
    return (word.count == 1 && word.first?.isUppercase == true) || word == "al" || word == "et"
      || word == "Jr" || word == "Vol" || word == "No"
  }

  private static func closing(of text: Substring) -> Substring.Index? {
    guard let open = text.first else { return nil }
    let close: Character = open == "(" ? ")" : "]"
    var depth = 0
    for index in text.prefix(400).indices {
      if text[index] == open { depth += 1 }
      if text[index] == close { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// The text without separators and marks of emphasis at its ends.
  static func withoutSeparators(_ text: String) -> String {
    var scalars = text.unicodeScalars.drop { isMark($0) || $0 == "." }
    while let last = scalars.last, isMark(last) { scalars.removeLast() }
    return String(scalars)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\n", "\t", ",", ";", ":", "|", "/", "·", "-", "–", "—", "*", "_", "(", "[": true
    default: false
    }
  }

  /// The remark without the brackets and separators of links that were taken out.
  private static func tidied(_ text: Substring) -> String {
    guard text.utf8.contains(1) else { return trimmedRemark(String(text)) }
    var result: [Unicode.Scalar] = []
    // For each open bracket, where it stands and whether more than links is in it.
    var open: [(index: Int, hasText: Bool, hasGap: Bool)] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{1}":
        if !open.isEmpty { open[open.count - 1].hasGap = true }
      case "(", "[":
        open.append((result.count, false, false))
        result.append(scalar)
      case ")", "]":
        result.append(scalar)
        guard let group = open.popLast() else { continue }
        if group.hasGap, !group.hasText {
          result.removeSubrange(group.index...)
          while result.last == " " { result.removeLast() }
          if !open.isEmpty { open[open.count - 1].hasGap = true }
        } else if !open.isEmpty {
          open[open.count - 1].hasText = true
        }
      default:
        result.append(scalar)
        if !open.isEmpty, !isSeparator(scalar) { open[open.count - 1].hasText = true }
      }
    }
    var tidied = String.UnicodeScalarView()
    tidied.append(contentsOf: result)
    return trimmedRemark(String(tidied))
  }

  private static func trimmedRemark(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, " \n\t,;:.|/·•–—-".contains(first) {
      // A list of its own may begin the remark.
      if first == "-", rest.hasPrefix("- "), rest.contains("\n- ") { break }
      rest = rest.dropFirst()
    }
    while let last = rest.last, " \n\t,;|/·•–—-([".contains(last) { rest.removeLast() }
    let hasWords = rest.contains { $0.isLetter || $0.isNumber }
    if hasWords { return String(rest) }
    // Of signs alone, the separators between them say nothing.
    return rest.split { $0.isPunctuation || $0.isWhitespace || $0 == "+" || $0 == "|" }
      .joined(separator: " ")
  }
}
