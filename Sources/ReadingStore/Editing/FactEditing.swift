internal import GRDB
public import ReadingModel

extension LibraryEditor {
  /// Puts facts of a paper right as its reader wants them; an import leaves those alone from now on.
  ///
  /// A paper without identifiers gets the key of its new title, and the key it had still names it.
  /// - Returns: Which facts are different now.
  /// - Throws: `LibraryError.cycle` when a list requires a paper of the new title, and that closes a
  ///   circle.
  @discardableResult
  public func edit(_ paper: PaperID, _ edits: [FactEdit]) throws -> Set<PaperFact> {
    guard let known = try database.facts(of: paper) else { throw LibraryError.noSuchPaper }
    var facts = known
    var changed: Set<PaperFact> = []
    for edit in edits {
      let edited = facts.applying(edit)
      if edited != facts { changed.insert(edit.fact) }
      facts = edited
    }
    guard facts != known else { return [] }
    try changing(paper) {
      try writeFacts(facts, of: paper)
      for fact in changed { try protect(fact, of: paper) }
      try settleKey(of: paper, was: known)
    }
    try requireNoCycle(through: try resolveOpenRequirements())
    return changed
  }

  /// Writes the facts that a reader can put right.
  func writeFacts(_ facts: Paper, of paper: PaperID) throws {
    try database.run(
      """
      UPDATE paper SET title = ?, title_key = ?, has_working_title = ?, short_name = ?,
        authors = ?, year = ?, venue = ?, abstract = ? WHERE id = ?
      """, facts.title, facts.titleKey, facts.hasWorkingTitle, facts.shortName,
      NameColumn.encode(facts.authors), facts.year, facts.venue, facts.abstract, paper.rawValue)
  }

  /// Remembers that the reader put a fact right.
  func protect(_ fact: PaperFact, of paper: PaperID) throws {
    try database.run(
      "INSERT INTO paper_edit(paper, field) VALUES (?, ?) ON CONFLICT DO NOTHING",
      paper.rawValue, fact.rawValue)
  }
}

extension Database {
  /// The facts of a paper that its reader put right.
  func editedFacts(of paper: PaperID) throws -> Set<PaperFact> {
    Set(
      try rows("SELECT field FROM paper_edit WHERE paper = ?", paper.rawValue)
        .compactMap { PaperFact(rawValue: $0[0]) })
  }
}
