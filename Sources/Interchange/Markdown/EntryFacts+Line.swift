import ReadingModel

/// Authors, year, venue and short name on the line of a title, one after another in any order.
extension EntryFacts {
  /// Takes a venue with volume, year and pages: `Nature 521.7553 (2015): 436-444`.
  mutating func takeVenue(from rest: inout Substring) {
    let end = rest.firstIndex(of: Self.gap) ?? rest.endIndex
    let text = Self.withoutSeparators(String(rest[..<end]))
    guard text.utf8.count <= 400, !text.isEmpty else { return }
    let year = Citation.firstYear(in: text)
    if self.year == nil { self.year = year?.year }
    var name = year.map { Self.withoutSeparators(String(text[..<$0.range.lowerBound])) } ?? text
    if authors.isEmpty, let names = AuthorNames.read(name), names.count > 1 {
      // “Title”, Bee et al. 2017.
      authors = names
      rest = rest[end...]
      return
    }
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

  mutating func takeFacts(from rest: inout Substring) {
    var isParted = false
    for _ in 0..<10 {
      rest = Substring(rest.unicodeScalars.drop(while: RemarkText.isSeparator))
      guard let first = rest.first else { return }
      if "([".contains(first) {
        guard let end = FactSegment.closing(of: rest),
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
      let end = FactSegment.end(in: rest)
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

  mutating func takeVenueText(_ text: String) {
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
}
