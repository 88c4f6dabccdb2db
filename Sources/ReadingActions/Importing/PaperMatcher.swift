import ReadingModel
import ReadingStore

/// Finds the paper that an entry is about: in the library, or among those the same import brings.
///
/// The same identifier is the same paper; then the same title with a year and a first author that
/// speak for one work. A title over two identifiers of one scheme, or an identifier over two titles,
/// is reported and never merged.
struct PaperMatcher {
  /// What was found for an entry.
  struct Match {
    /// The paper in the library or among the new ones; nil when it is new now.
    var paper: PaperID?
    /// The entry's identifiers that name no other paper.
    var identifiers: [Identifier]
    /// What contradicts, in sentences.
    var conflicts: [String] = []
  }

  private let lookup: ImportLookup
  private var byIdentifier: [Identifier: PaperID] = [:]
  private var byTitle: [String: [PaperID]] = [:]
  private var brought: [PaperID: Brought] = [:]

  /// What is remembered of a paper that this import brings.
  private struct Brought {
    var title: String
    var titleKey: String
    var year: Int?
    var firstAuthor: String?
    var identifiers: [Identifier]
    var hasWorkingTitle: Bool
    var line: Int
  }

  init(_ lookup: ImportLookup) { self.lookup = lookup }

  /// Finds the paper of an entry.
  ///
  /// - Parameter titleKey: the title key of the entry's paper.
  func match(_ paper: Paper, _ titleKey: String) throws -> Match {
    var match = Match(paper: nil, identifiers: paper.identifiers)
    for identifier in paper.identifiers.sorted(by: { $0.scheme < $1.scheme }) {
      guard let found = try known(identifier) else { continue }
      guard let first = match.paper, first != found else {
        match.paper = found
        continue
      }
      match.identifiers.removeAll { $0 == identifier }
      match.conflicts.append(
        "\(identifier.key) names \(try described(found)), but the entry is about "
          + "\(try described(first)); the two were not merged")
    }
    if let found = match.paper {
      if let conflict = try titleConflict(paper, titleKey, with: found) {
        match.conflicts.append(conflict)
      }
      return match
    }
    for candidate in try candidates(titleKey) {
      if let other = PaperLikeness.contradiction(paper.identifiers, candidate.identifiers) {
        match.conflicts.append(
          "the title “\(shortened(paper.title))” stands over \(other.mine.key) here and over "
            + "\(other.theirs.key) \(candidate.place); both papers are kept")
        continue
      }
      if fits(paper, candidate) {
        match.paper = candidate.paper
        match.conflicts = []
        return match
      }
    }
    return match
  }

  /// True for a paper that this import brings.
  func brings(_ id: PaperID) -> Bool { brought[id] != nil }

  /// Remembers a paper that the import brings.
  mutating func remember(_ paper: Paper, _ titleKey: String, as id: PaperID, line: Int) {
    brought[id] = Brought(
      title: paper.title, titleKey: titleKey, year: paper.year,
      firstAuthor: PaperLikeness.firstFamilyName(paper.authors), identifiers: paper.identifiers,
      hasWorkingTitle: paper.hasWorkingTitle, line: line)
    byTitle[titleKey, default: []].append(id)
    remember(paper.identifiers, of: id)
  }

  /// Remembers identifiers that a later entry gives a paper.
  mutating func remember(_ identifiers: [Identifier], of id: PaperID) {
    for identifier in identifiers where byIdentifier[identifier] == nil {
      byIdentifier[identifier] = id
    }
  }

  // MARK: Looking

  /// A paper that bears the title of an entry.
  private struct Candidate {
    var paper: PaperID
    var year: Int?
    var firstAuthor: String?
    var identifiers: [Identifier]
    var place: String
  }

  private func known(_ identifier: Identifier) throws -> PaperID? {
    try byIdentifier[identifier] ?? lookup.paper(identified: identifier)
  }

  private func candidates(_ titleKey: String) throws -> [Candidate] {
    let standing = try lookup.papers(titled: titleKey).map { paper in
      Candidate(
        paper: paper.paper, year: paper.year,
        firstAuthor: PaperLikeness.firstFamilyName(paper.authors),
        identifiers: try lookup.identifiers(of: paper.paper), place: place(of: paper.paper))
    }
    let stands = Set(standing.map(\.paper))
    let new = (byTitle[titleKey] ?? []).compactMap { id -> Candidate? in
      guard !stands.contains(id), let paper = brought[id] else { return nil }
      return Candidate(
        paper: id, year: paper.year, firstAuthor: paper.firstAuthor,
        identifiers: paper.identifiers, place: place(of: id))
    }
    return standing + new
  }

  private func fits(_ paper: Paper, _ candidate: Candidate) -> Bool {
    let author = PaperLikeness.firstFamilyName(paper.authors)
    let bothNamed = author != nil && candidate.firstAuthor != nil
    if bothNamed && author != candidate.firstAuthor { return false }
    return PaperLikeness.yearsAgree(paper.year, candidate.year, sameAuthor: bothNamed)
  }

  private func titleConflict(
    _ paper: Paper, _ titleKey: String, with found: PaperID
  ) throws -> String? {
    guard !paper.hasWorkingTitle, !paper.identifiers.isEmpty else { return nil }
    let (title, key, isWorking, place) = try named(found)
    guard !isWorking, !PaperLikeness.titlesAgree(titleKey, key) else { return nil }
    let identifier = paper.identifiers.min { $0.scheme < $1.scheme }?.key ?? ""
    var sentence =
      "\(identifier) is “\(shortened(title))” \(place) and “\(shortened(paper.title))” here; "
      + "the first title is kept"
    if let twin = try candidates(titleKey).first(where: { $0.paper != found }),
      let other = twin.identifiers.min(by: { $0.scheme < $1.scheme })
    {
      sentence += " (that title belongs to \(other.key) \(twin.place))"
    }
    return sentence
  }

  private func named(
    _ id: PaperID
  ) throws -> (title: String, key: String, isWorking: Bool, place: String) {
    if let paper = brought[id] {
      return (paper.title, paper.titleKey, paper.hasWorkingTitle, place(of: id))
    }
    let facts = try lookup.facts(of: id)
    return (facts.title, facts.titleKey, facts.hasWorkingTitle, place(of: id))
  }

  private func place(of id: PaperID) -> String {
    brought[id].map { "in line \($0.line)" } ?? "in the library"
  }

  private func described(_ id: PaperID) throws -> String {
    let paper = try named(id)
    return "“\(shortened(paper.title))” \(paper.place)"
  }

  private func shortened(_ title: String) -> String {
    title.count <= 60 ? title : title.prefix(59) + "…"
  }
}
