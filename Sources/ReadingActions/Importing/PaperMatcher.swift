import Dispatch
import ReadingModel
import ReadingStore

/// Finds the paper that an entry is about: in the library, or among those the same import brings.
///
/// The same identifier is the same paper; then the same title with a year and a first author that
/// speak for one work; then a short form of a title with the same author and year. A title over two
/// identifiers of one scheme, an identifier over two titles, or a short form that fits several papers is
/// reported and never merged.
struct PaperMatcher {
  /// What was found for an entry.
  struct Match {
    /// The paper in the library or among the new ones; nil when it is new now.
    var paper: PaperID?
    /// The entry's identifiers that name no other paper.
    var identifiers: [Identifier]
    /// What contradicts.
    var conflicts: [Conflict] = []
    /// True when the paper was known by a short form of its title.
    var isByShortTitle = false
  }

  /// A contradiction that an entry brings.
  struct Conflict {
    var kind: PlannedConflict.Kind
    /// What contradicts what, in a sentence.
    var message: String
    /// The entry's identifier that is at issue, with its scheme.
    var identifier: String
    /// The other paper that the entry may be about.
    var other: PaperID?
    /// The other paper's identifier that is at issue.
    var otherKey: String?
  }

  /// How many other papers with the title of an entry are told one by one; the rest are counted.
  static let mostNamed = 3
  /// Looking one entry up costs as much as reading the names of so many papers.
  private static let worth = 10

  let lookup: ImportLookup
  private var byIdentifier: [Identifier: PaperID] = [:]
  var byTitle: [String: Namesakes] = [:]
  var brought: [PaperID: Brought] = [:]
  var byShortTitle = ShortTitles()
  /// The papers of the library near titles that some are near to; each is looked for once.
  var standing = StandingTitles()
  /// The papers of the library that bear titles behind names; looked for once they are wanted.
  var behindNames: TitlesBehindNames?

  /// What is remembered of a paper that this import brings.
  struct Brought {
    var paper: ShortTitleCandidate
    var line: Int

    var title: String { paper.title }
    var titleKey: String { paper.forms.key }
    var identifiers: [Identifier] { paper.identifiers }
    var hasWorkingTitle: Bool { paper.hasWorkingTitle }
  }

  /// The last paper that the library had before; nil when it had none.
  let last: PaperID?
  /// The names that the library had once it was worth reading all of them; nil before.
  var names: StandingNames?
  private let papers: Int
  private var asked = 0

  init(_ lookup: ImportLookup) throws {
    self.lookup = lookup
    last = try lookup.lastPaper()
    papers = try lookup.paperCount()
  }

  /// Finds the paper of an entry.
  mutating func match(_ paper: Paper, _ recognition: PartQueue.Recognition) throws -> Match {
    asked += 1
    if names == nil, asked * Self.worth > papers { names = try lookup.names() }
    let titleKey = recognition.forms.key
    var match = Match(paper: nil, identifiers: paper.identifiers)
    for identifier in paper.identifiers.sorted(by: { $0.scheme < $1.scheme }) {
      guard let found = try known(identifier) else { continue }
      guard let first = match.paper, first != found else {
        match.paper = found
        continue
      }
      match.identifiers.removeAll { $0 == identifier }
      match.conflicts.append(
        Conflict(
          kind: .twoPapers,
          message: "\(identifier.key) names \(try described(found)), but the entry is about "
            + "\(try described(first)); the two were not merged",
          identifier: identifier.key, other: found, otherKey: identifier.key))
    }
    if let found = match.paper {
      if let conflict = try titleConflict(paper, titleKey, with: found) {
        match.conflicts.append(conflict)
      }
      return match
    }
    let namesakes = try namesakes(titleKey)
    if !namesakes.papers.isEmpty {
      // No paper has one of the entry's identifiers, so that another one in the same scheme contradicts.
      let wanted = Namesakes.Paper(
        PaperID(rawValue: 0), paper.identifiers, year: paper.year,
        firstAuthor: recognition.firstAuthor)
      match.paper = namesakes.first(fitting: wanted)
      if match.paper == nil {
        match.conflicts = try titleConflicts(paper, namesakes, wanted)
      }
    }
    if match.paper == nil, match.conflicts.isEmpty {
      try matchShortTitle(of: paper, recognition, beside: namesakes.papers, in: &match)
    }
    return match
  }

  /// The identifiers that name no paper but this one.
  func free(_ identifiers: [Identifier], for id: PaperID) throws -> [Identifier] {
    try identifiers.filter { try (known($0) ?? id) == id }
  }

  /// A paper as the other one of a conflict.
  func described(_ id: PaperID, as key: String?) throws -> PlannedConflict.Other {
    PlannedConflict.Other(title: try named(id).title, key: key, line: brought[id]?.line)
  }

  /// True for a paper that this import brings.
  func brings(_ id: PaperID) -> Bool { brought[id] != nil }

  /// Remembers a paper that the import brings.
  mutating func remember(
    _ paper: Paper, _ recognition: PartQueue.Recognition, as id: PaperID, line: Int
  ) {
    brought[id] = Brought(paper: ShortTitleCandidate(id, paper, recognition), line: line)
    if !paper.hasWorkingTitle { byShortTitle.add(id, recognition) }
    byTitle[recognition.forms.key, default: Namesakes()].append(
      Namesakes.Paper(
        id, paper.identifiers, year: paper.year, firstAuthor: recognition.firstAuthor))
    remember(paper.identifiers, of: id)
  }

  /// Remembers identifiers that a later entry gives a paper.
  mutating func remember(_ identifiers: [Identifier], of id: PaperID) {
    for identifier in identifiers where byIdentifier[identifier] == nil {
      byIdentifier[identifier] = id
    }
  }

  /// Remembers what is known of a paper now.
  mutating func remember(_ facts: Paper, of id: PaperID) throws {
    let recognition = PartQueue.Recognition(facts)
    if let known = brought[id] {
      brought[id] = Brought(paper: ShortTitleCandidate(id, facts, recognition), line: known.line)
    }
    _ = try namesakes(recognition.forms.key)
    byTitle[recognition.forms.key]?.update(
      Namesakes.Paper(
        id, facts.identifiers, year: facts.year, firstAuthor: recognition.firstAuthor))
  }

  /// Makes room for more papers at once: tables that grow by and by are filled anew each time.
  ///
  /// - Parameter factor: how many times as many papers as so far there will be.
  mutating func makeRoom(_ factor: Double) {
    func room(_ count: Int) -> Int { Int(Double(count) * factor) }
    byIdentifier.reserveCapacity(room(byIdentifier.count))
    byTitle.reserveCapacity(room(byTitle.count))
    brought.reserveCapacity(room(brought.count))
    byShortTitle.makeRoom(factor)
  }

  /// Forgets the papers; a hundred thousand take a tenth of a second, which no plan has to wait for.
  mutating func forget() {
    let papers = (byIdentifier, byTitle, brought, byShortTitle, standing)
    byIdentifier = [:]
    byTitle = [:]
    brought = [:]
    byShortTitle = ShortTitles()
    standing = StandingTitles()
    DispatchQueue.global(qos: .utility).async { withExtendedLifetime(papers) {} }
  }

  // MARK: Looking

  private func known(_ identifier: Identifier) throws -> PaperID? {
    if let known = byIdentifier[identifier] { return known }
    return names?.mayHave(identifier) == false ? nil : try lookup.paper(identified: identifier)
  }

  /// The papers of a title; those in the library are looked for once.
  mutating func namesakes(_ titleKey: String) throws -> Namesakes {
    if let known = byTitle[titleKey] { return known }
    var namesakes = Namesakes()
    if names?.mayHave(titleKey: titleKey) == false { return namesakes }
    for paper in try lookup.papers(titled: titleKey) where brought[paper.paper] == nil {
      namesakes.append(
        Namesakes.Paper(
          paper.paper, try lookup.identifiers(of: paper.paper), year: paper.year,
          firstAuthor: PaperLikeness.firstFamilyName(paper.authors)))
    }
    byTitle[titleKey] = namesakes
    return namesakes
  }

  func identifiers(of id: PaperID) throws -> [Identifier] {
    try brought[id]?.identifiers ?? lookup.identifiers(of: id)
  }

  // MARK: Conflicts

  private func titleConflicts(
    _ paper: Paper, _ namesakes: Namesakes, _ wanted: Namesakes.Paper
  ) throws -> [Conflict] {
    let others = namesakes.contradicting(wanted, first: Self.mostNamed)
    var conflicts: [Conflict] = []
    for id in others.first {
      guard
        let other = PaperLikeness.contradiction(paper.identifiers, try identifiers(of: id))
      else { continue }
      conflicts.append(
        Conflict(
          kind: .sharedTitle,
          message: "the title “\(shortened(paper.title))” stands over \(other.mine.key) here and "
            + "over \(other.theirs.key) \(place(of: id)); both papers are kept",
          identifier: other.mine.key, other: id, otherKey: other.theirs.key))
    }
    if others.count > Self.mostNamed {
      let more = others.count - Self.mostNamed
      conflicts.append(
        Conflict(
          kind: .sharedTitle,
          message: "the title “\(shortened(paper.title))” stands over \(more) more "
            + "\(more == 1 ? "paper" : "papers"); all are kept",
          identifier: conflicts.first?.identifier ?? ""))
    }
    return conflicts
  }

  private mutating func titleConflict(
    _ paper: Paper, _ titleKey: String, with found: PaperID
  ) throws -> Conflict? {
    guard !paper.hasWorkingTitle, !paper.identifiers.isEmpty else { return nil }
    let (title, key, isWorking, place) = try named(found)
    guard !isWorking, !PaperLikeness.titlesAgree(titleKey, key),
      // A title that the paper had before, or one that was merged into it, is no other one.
      try !namesakes(titleKey).papers.contains(where: { $0.id == found })
    else { return nil }
    let identifier = paper.identifiers.min { $0.scheme < $1.scheme }?.key ?? ""
    var conflict = Conflict(
      kind: .sharedIdentifier,
      message: "\(identifier) is “\(shortened(title))” \(place) and “\(shortened(paper.title))” "
        + "here; the first title is kept",
      identifier: identifier)
    if let twin = try namesakes(titleKey).papers.first(where: { $0.id != found }),
      let other = try identifiers(of: twin.id).min(by: { $0.scheme < $1.scheme })
    {
      conflict.message += " (that title belongs to \(other.key) \(self.place(of: twin.id)))"
      conflict.other = twin.id
      conflict.otherKey = other.key
    }
    return conflict
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

  func described(_ id: PaperID) throws -> String {
    let paper = try named(id)
    return "“\(shortened(paper.title))” \(paper.place)"
  }

  func shortened(_ title: String) -> String {
    title.count <= 60 ? title : title.prefix(59) + "…"
  }
}
