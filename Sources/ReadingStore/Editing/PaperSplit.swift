internal import GRDB
public import ReadingModel

extension LibraryEditor {
  /// Makes a paper of its own of identifiers that were wrongly put on one.
  ///
  /// Their links go with them, and so does what lists require by them. What the reader left on the
  /// paper stays with it, and so do its entries but those in the lists named; of several entries in
  /// one list the last one goes.
  /// - Parameters:
  ///   - identifiers: some of the paper's identifiers, at least one.
  ///   - title: the title of the new paper; nil for a working title.
  ///   - lists: the lists in which the paper's entry is about the new one.
  ///   - now: the moment, ISO 8601 in UTC.
  /// - Returns: The new paper.
  /// - Throws: `LibraryError.cycle` when one of the two then comes before itself.
  public func split(
    _ identifiers: [Identifier], from paper: PaperID, title: String?,
    takingEntriesOf lists: [ListID],
    at now: String
  ) throws -> PaperID {
    guard let known = try database.facts(of: paper), let first = identifiers.first else {
      throw LibraryError.noSuchPaper
    }
    let links = known.links.filter { identifiers.contains($0) }
    try takeOff(identifiers, from: paper)
    try database.run("DELETE FROM link WHERE paper = ?", paper.rawValue)
    try writeLinks(known.links.filter { !links.contains($0) }, of: paper, after: 0)
    try settleKey(of: paper, was: known)
    let names =
      identifiers.map(\.key) + (title.map { ["title:\(Paper(title: $0).titleKey)"] } ?? [])
    for name in names {
      try database.run("DELETE FROM alias WHERE key = ? AND paper = ?", name, paper.rawValue)
    }
    var facts = Paper(
      title: title ?? first.workingTitle, identifiers: identifiers, links: links,
      hasWorkingTitle: title == nil)
    if !links.contains(where: { $0.kind == .paper }),
      let page = links.firstIndex(where: { $0.kind == .page })
    {
      facts.links[page].kind = .paper
    }
    let new = try add(facts, facts.titleKey, at: now)
    if title != nil { try protect(.title, of: new) }
    for name in names {
      try database.run(
        "UPDATE entry_prerequisite SET required = ? WHERE key = ? AND required = ?", new.rawValue,
        name, paper.rawValue)
    }
    for list in lists {
      try database.run(
        """
        UPDATE entry SET paper = ?1 WHERE list = ?2 AND position =
          (SELECT max(position) FROM entry WHERE list = ?2 AND paper = ?3)
        """, new.rawValue, list.rawValue, paper.rawValue)
    }
    try requireNoCycle(through: try resolveOpenRequirements() + [paper, new])
    return new
  }

  /// Takes identifiers from a paper and closes the gaps that they leave.
  private func takeOff(_ identifiers: [Identifier], from paper: PaperID) throws {
    for identifier in identifiers {
      try database.run(
        "DELETE FROM identifier WHERE scheme = ? AND value = ? AND paper = ?",
        identifier.scheme.rawValue, identifier.value, paper.rawValue)
    }
    for (index, identifier) in try database.identifiers(of: paper).enumerated() {
      try database.run(
        "UPDATE identifier SET place = ? WHERE scheme = ? AND value = ?", index + 1,
        identifier.scheme.rawValue, identifier.value)
    }
  }
}

extension [Identifier] {
  /// True for an address that leads to the work by one of these names.
  fileprivate func contains(_ link: Link) -> Bool {
    [Identifier.recognise(link.url), Identifier.url(link.url)].contains { identifier in
      identifier.map { self.contains($0) } == true
    }
  }
}
