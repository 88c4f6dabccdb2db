/// The papers that the library had near titles, looked for once for each.
///
/// That there were none is kept too: what an import adds comes to stand among what was there, so that
/// looking again would take longer each time.
struct StandingTitles {
  private var found: [String: [ShortTitleCandidate]] = [:]

  /// The papers near some words.
  ///
  /// - Parameters:
  ///   - words: The words, as the title key of what they begin.
  ///   - titleKey: The title key of an entry that begins with them.
  ///   - look: Looks in the library.
  mutating func papers(
    near words: String, of titleKey: String, _ look: () throws -> [ShortTitleCandidate]
  ) rethrows -> [ShortTitleCandidate] {
    // Of words that are the whole title, its own beginnings are wanted too.
    let question = words == titleKey ? words : words + ":"
    if let known = found[question] { return known }
    let papers = try look()
    found[question] = papers
    return papers
  }
}
