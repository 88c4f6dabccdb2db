import ReadingModel

/// What stands before titles: numbers, dates, venues and labels.
enum LeadText {
  /// The text without what leads to a title.
  ///
  /// - Parameters:
  ///   - text: The beginning of a line.
  ///   - isAlone: True when the text is set off by a style of its own.
  ///   - facts: Takes the year and venue that stand there.
  /// - Returns: nil when the text begins with the title itself.
  static func removed(from text: String, isAlone: Bool, facts: inout EntryFacts) -> String? {
    var rest = text
    if isAlone {
      // “**[12]**”, “**2016**”, “`ICLR 2024`”, “**Paper:**”.
      let inner = EntryFacts.withoutSeparators(withoutBrackets(rest.trimmed))
      if isNumber(inner) || isLabel(rest) { return "" }
      if let shorter = withoutNumber(rest) { return shorter }
      if inner.utf8.count <= 40, let citation = Citation(inner), citation.authors.isEmpty {
        facts.year = citation.year
        facts.venue = citation.venue
        return ""
      }
      if inner.utf8.count <= 40, Citation.isVenue(inner), inner.contains(where: \.isNumber) {
        // “`NeurIPS'23`”
        facts.takeVenueText(inner)
        return ""
      }
      return isDate(inner, facts: &facts) ? "" : nil
    }
    var isChanged = false
    for _ in 0..<4 {
      guard let shorter = step(rest, facts: &facts) else { break }
      rest = shorter
      isChanged = true
    }
    return isChanged || rest.isEmpty || rest != text ? rest : nil
  }

  /// The inside of quotation marks behind a day, as in programmes of meetings: `3/4 "A Title"`.
  ///
  /// - Returns: Any other text as it is.
  static func quoted(behindDay text: String) -> String {
    guard let open = text.prefix(24).firstIndex(where: { "\"“".contains($0) }),
      let last = text.last, "\"”".contains(last), open > text.startIndex,
      case let inner = text[text.index(after: open)...].dropLast(), !inner.isEmpty
    else { return text }
    let words = TextWords.of(text[..<open].replacing("/", with: " "), limit: 5)
    let isDay =
      1...4 ~= words.count
      && words.allSatisfy { Int($0) != nil || MonthNames.number(of: $0) != nil }
    return isDay ? String(inner) : text
  }

  /// Makes one piece of brackets at the beginning whose inside is set off: “(*2023.05*) ”.
  static func joinBrackets(at pieces: inout ArraySlice<EntryPiece>) {
    let start = pieces.startIndex
    guard pieces.count > 3, let first = pieces[start].text.trimmed.first,
      let close = brackets[first], pieces[start].text.trimmed.count == 1,
      pieces[start + 2].text.first == close,
      pieces[start...].prefix(3).allSatisfy({ $0.link == nil })
    else { return }
    pieces[start + 2].text = "\(first)\(pieces[start + 1].text)\(pieces[start + 2].text)"
    pieces.removeFirst(2)
  }

  /// The text behind one number, bracket or label; nil when none stands there.
  private static func step(_ text: String, facts: inout EntryFacts) -> String? {
    let text = text.trimmed
    if let first = text.first, let close = brackets[first],
      let end = text.prefix(48).firstIndex(of: close)
    {
      let inner = String(text[text.index(after: text.startIndex)..<end])
      let rest = String(text[text.index(after: end)...])
      if first == "[", inner.count == 1, rest.hasPrefix(" ") || rest.isEmpty,
        inner.lowercased() == "x" || !inner.contains(where: { $0.isLetter || $0.isNumber })
      {
        facts.box = inner.first
        return rest
      }
      if isNumber(inner) || inner.trimmed.isEmpty || LinkLabel.areLabels(inner) { return rest }
      if let citation = Citation(inner), citation.authors.isEmpty {
        facts.year = citation.year
        facts.venue = citation.venue
        return rest
      }
      if inner.utf8.count <= 40, Citation.isVenue(inner) {
        // “[ICLR'25]”, “[NeurIPS Oral]”.
        facts.takeVenueText(inner)
        return rest
      }
      return isDate(inner, facts: &facts) ? rest : nil
    }
    if let rest = withoutNumber(text) { return rest }
    if let colon = text.prefix(24).firstIndex(where: { ":：".contains($0) }),
      isLabel(text[..<colon] + ":")
    {
      return String(text[text.index(after: colon)...]).trimmed
    }
    return withoutDate(text, facts: &facts)
  }

  private static let brackets: [Character: Character] = ["[": "]", "(": ")", "【": "】", "（": "）"]

  /// The text behind a day such as “1 Jan,” or “2023-05-12:”; nil when none stands there.
  private static func withoutDate(_ text: String, facts: inout EntryFacts) -> String? {
    guard let end = text.prefix(24).firstIndex(where: { ",:–—|".contains($0) }) else { return nil }
    let date = String(text[..<end]).trimmed
    let rest = String(text[text.index(after: end)...])
    let isDay =
      Citation.firstYear(in: date) != nil
      || TextWords.of(date, limit: 4).contains { MonthNames.number(of: $0) != nil }
    guard isDay, rest.first.map(\.isWhitespace) ?? true, isDate(date, facts: &facts) else {
      return nil
    }
    return rest.trimmed
  }

  /// The text behind “3)”, “3.” or “3).”; nil when none of them stands there.
  private static func withoutNumber(_ text: String) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard 1...4 ~= digits.count else { return nil }
    let behind = text[digits.endIndex...]
    let mark = behind.prefix { ").".contains($0) }
    guard 1...2 ~= mark.count, mark.endIndex == behind.endIndex || behind[mark.endIndex] == " "
    else { return nil }
    return String(behind[mark.endIndex...]).trimmed
  }

  private static func withoutBrackets(_ text: String) -> String {
    guard let first = text.first, let last = text.last,
      ["[]", "()", "【】"].contains("\(first)\(last)")
    else { return text }
    return String(text.dropFirst().dropLast())
  }

  private static func isNumber(_ text: String) -> Bool {
    1...4 ~= text.utf8.count && text.utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x2E }
      && Citation.firstYear(in: text) == nil
  }

  /// True for “Paper:”, “Title:” and the like.
  static func isLabel(_ text: String) -> Bool {
    guard text.hasSuffix(":") else { return false }
    let words = TextWords.of(text, limit: 4)
    return labels.contains(words.joined(separator: " "))
      || (words.count == 2 && words[0] == "paper" && Int(words[1]) != nil)
  }

  private static let labels: Set<String> = [
    "paper", "title", "see also", "paper title", "name", "article", "work", "read", "reading",
    "original paper", "survey", "new", "blog", "post", "book", "report", "also", "main paper",
    "read more", "more", "full paper", "read the paper", "further reading", "link", "source",
    "required", "optional", "recommended", "required reading", "required readings",
    "optional reading", "optional readings", "recommended reading", "background", "main reading",
    "论文", "标题", "论文标题", "题目",
  ]

  /// True for a day or month, `2023-05-12`, `2023/05`, `05/12`, `May 2023`.
  private static func isDate(_ text: String, facts: inout EntryFacts) -> Bool {
    let words = TextWords.of(text.replacing("-", with: " ").replacing("/", with: " "), limit: 5)
    guard 2...4 ~= words.count,
      words.allSatisfy({ Int($0) != nil || MonthNames.number(of: $0) != nil })
    else { return false }
    if facts.year == nil {
      facts.year = words.compactMap { Citation.firstYear(in: $0)?.year }.first
    }
    return true
  }
}
