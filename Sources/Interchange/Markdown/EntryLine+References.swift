import ReadingModel

/// Titles that stand among authors, years and names, as references and lists of methods have them.
extension EntryLine {
  /// `LeCun, Yann. "Deep learning." Nature (2015)`, with the title in bold or not.
  mutating func takeQuotedTitle(
    from pieces: ArraySlice<EntryPiece>
  ) -> ArraySlice<EntryPiece>? {
    guard let first = pieces.first, first.link == nil,
      let open = first.text.firstIndex(where: { "\"“".contains($0) })
    else { return nil }
    let before = first.text[..<open].trimmed
    guard before.isEmpty || AuthorNames.read(before, isExpected: true) != nil else { return nil }
    var rest = pieces
    rest[rest.startIndex].text = String(first.text[first.text.index(after: open)...])
    rest[rest.startIndex].markdown = rest[rest.startIndex].text
    var text = ""
    while let piece = rest.first, !piece.isImage {
      if let close = piece.text.firstIndex(where: { "\"”".contains($0) }), piece.link == nil {
        text += piece.text[..<close]
        let tail = String(piece.text[piece.text.index(after: close)...])
        rest[rest.startIndex].text = tail
        rest[rest.startIndex].markdown = tail
        guard text.split(separator: " ").count >= 1, text.utf8.count >= 2 else { return nil }
        title = text
        mark = .quoted
        beginsWithTitle = true
        if !before.isEmpty, facts.authors.isEmpty {
          facts.authors = AuthorNames.read(before, isExpected: true, isInverted: true) ?? []
        }
        return rest
      }
      if let address = piece.address { links.append(("", address)) }
      text += piece.text
      guard text.utf8.count <= 500 else { return nil }
      rest.removeFirst()
    }
    return nil
  }

  /// Takes a title behind authors and year, as the APA style has it: `Bee, A. (2020). Title`.
  mutating func takeTitleBehindYear(
    from pieces: ArraySlice<EntryPiece>
  ) -> ArraySlice<EntryPiece>? {
    guard let first = pieces.first, first.link == nil,
      let open = first.text.prefix(1_000).firstIndex(of: "("),
      let close = first.text[open...].prefix(24).firstIndex(of: ")"),
      let year = Citation.firstYear(in: String(first.text[open...close]))?.year,
      let names = AuthorNames.read(String(first.text[..<open]), isExpected: true)
    else { return nil }
    // A title of names and a year, “Cats and Dogs (2014)”, looks much like authors and theirs.
    let isSure =
      names.last == Paper.otherAuthors || names.contains { $0.contains(".") }
      || (names.count > 1 && first.text[close...].hasPrefix(")."))
    guard isSure, !first.text[close...].hasPrefix("),") else { return nil }
    let behind = first.text[first.text.index(after: close)...].drop { " .,:".contains($0) }
    facts.authors = names
    facts.year = year
    var rest = pieces
    if behind.isEmpty {
      rest.removeFirst()
      return takeTitle(from: rest)
    }
    if let quote = behind.first, "\"“".contains(quote) {
      (rest[rest.startIndex].text, rest[rest.startIndex].markdown) = (
        String(behind), String(behind)
      )
      return takeQuotedTitle(from: rest)
    }
    let end = behind.firstRange(of: ". ")?.lowerBound ?? behind.endIndex
    title = String(behind[..<end])
    beginsWithTitle = true
    let tail = String(behind[end...])
    (rest[rest.startIndex].text, rest[rest.startIndex].markdown) = (tail, tail)
    return rest
  }

  /// Takes a title behind authors as medicine writes them: `Bee AB, Dee C. Title. Journal. 2020;5:1-9`.
  mutating func takeTitleBehindInitials(
    from pieces: ArraySlice<EntryPiece>
  ) -> ArraySlice<EntryPiece>? {
    guard let first = pieces.first, first.link == nil,
      let (names, behind) = InitialedNames.names(atStartOf: first.text),
      let end = behind.indices.first(where: { index in
        ".?!".contains(behind[index])
          && behind[behind.index(after: index)...].first.map(\.isWhitespace) ?? true
      }), TextWords.count(behind[..<end]) >= 2
    else { return nil }
    facts.authors = names
    title = String(behind[...end])
    mark = .quoted
    beginsWithTitle = true
    var rest = pieces
    let tail = String(behind[behind.index(after: end)...])
    (rest[rest.startIndex].text, rest[rest.startIndex].markdown) = (tail, tail)
    return rest
  }

  /// Takes a title behind the full names of its authors.
  ///
  /// As in `Ann Bee, Carl Dee. 2021. Title. In Venue.` and `A. Bee and C. Dee. Title. Venue, 2021.`
  mutating func takeTitleBehindNames(
    from pieces: ArraySlice<EntryPiece>
  ) -> ArraySlice<EntryPiece>? {
    guard let first = pieces.first, first.link == nil else { return nil }
    let ends = first.text.prefix(1_000).ranges(of: ". ").prefix(24)
    let found = ends.compactMap { end in
      AuthorNames.read(String(first.text[..<end.lowerBound]) + ".").map { (end: end, names: $0) }
    }
    guard let (end, names) = found.last(where: { $0.names.count > 1 }),
      names.allSatisfy({ $0 == Paper.otherAuthors || $0.contains(where: { ". ".contains($0) }) })
    else { return nil }
    var behind = first.text[end.upperBound...]
    var year: Int?
    if behind.dropFirst(4).first == "." {
      year = Citation.firstYear(in: String(behind.prefix(4)))?.year
      if year != nil { behind = behind.dropFirst(5).drop { $0 == " " } }
    }
    // Without a year it is no reference; an address may stand before it.
    let all = String(behind.prefix(1_000)) + pieces.dropFirst().prefix(8).map(\.text).joined()
    guard year != nil || Citation.firstYear(in: all) != nil, let stop = behind.firstRange(of: ". ")
    else { return nil }
    let text = String(behind[..<stop.lowerBound])
    guard TextWords.count(text) >= 2, AuthorNames.read(text) == nil,
      Citation.firstYear(in: text) == nil
    else { return nil }
    (title, facts.authors, facts.year) = (text, names, year)
    mark = .quoted
    beginsWithTitle = true
    var rest = pieces
    let tail = String(behind[stop.upperBound...])
    (rest[rest.startIndex].text, rest[rest.startIndex].markdown) = (tail, tail)
    return rest
  }

  /// Takes a quoted title behind a short name: `**DPO**: "Direct Preference Optimization"`.
  mutating func takeTitleBehindName(
    from pieces: ArraySlice<EntryPiece>
  ) -> ArraySlice<EntryPiece>? {
    let name = title.trimmed
    guard let first = pieces.first, first.link == nil, TextWords.count(name) <= 2,
      let quote = first.text.first(where: { !" :,-–".contains($0) }), "\"“".contains(quote)
    else { return nil }
    var rest = pieces
    rest[rest.startIndex].text = String(first.text.drop { $0 != quote })
    guard let behind = takeQuotedTitle(from: rest) else { return nil }
    shortName = name.hasSuffix(":") ? String(name.dropLast()) : name
    // Authors and venue follow as they do behind any other title.
    mark = .strong
    return behind
  }
}
