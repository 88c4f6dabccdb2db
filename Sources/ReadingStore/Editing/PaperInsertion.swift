internal import GRDB
public import ReadingModel

extension LibraryEditor {
  /// Puts a paper into the library, or adds what is new about one that is there already.
  ///
  /// A paper is the same when it has one of the identifiers or keys that a paper had, else when the
  /// titles have the same key, no year or identifier contradicts, and no name is missing. Of a
  /// paper that is there, only empty fields are filled.
  /// - Parameter now: the moment, ISO 8601 in UTC.
  /// - Returns: The paper in the library.
  @discardableResult
  public func insert(_ paper: Paper, at now: String) throws -> PaperID {
    let titleKey = paper.titleKey
    guard let id = try resolve(paper, titleKey) else { return try add(paper, titleKey, at: now) }
    guard let known = try database.facts(of: id) else { throw LibraryError.noSuchPaper }
    let filled = known.filling(from: paper).keeping(try lookup.editedFacts(of: id), of: known)
    try bring(id, from: known, to: filled)
    return id
  }

  private func resolve(_ paper: Paper, _ titleKey: String) throws -> PaperID? {
    for identifier in paper.identifiers {
      if let known = try database.paper(identified: identifier) { return known }
    }
    for candidate in try lookup.papers(titled: titleKey) {
      if let year = candidate.year, let other = paper.year, year != other { continue }
      let identifiers = try database.identifiers(of: candidate.paper)
      if PaperLikeness.contradiction(paper.identifiers, identifiers) == nil {
        return candidate.paper
      }
    }
    return nil
  }

  /// Puts a paper into the library that is not in it.
  ///
  /// - Parameters:
  ///   - titleKey: its title key.
  ///   - now: the moment, ISO 8601 in UTC.
  public func add(_ paper: Paper, _ titleKey: String, at now: String) throws -> PaperID {
    let insertion = { try insertNew(paper, titleKey, at: now) }
    return PaperID(rawValue: try bulk?.addingPaper(insertion) ?? insertion())
  }

  private func insertNew(_ paper: Paper, _ titleKey: String, at now: String) throws -> Int64 {
    // An identifier that no paper has or had is a free key.
    let key = paper.identifiers.isEmpty ? try freeKey(for: paper, titleKey) : paper.key
    let row = try statements[.addPaper]
    row.bind(key)
    row.bind(titleKey)
    row.bind(paper.title)
    row.bind(filled: paper.shortName)
    row.bind(NameColumn.encode(paper.authors))
    row.bind(paper.year)
    row.bind(filled: paper.venue)
    row.bind(paper.kind.rawValue)
    row.bind(paper.hasWorkingTitle ? 1 : 0)
    row.bind(now)
    row.bind(filled: paper.abstract)
    try row.run()
    let id = PaperID(rawValue: database.lastInsertedRowID)
    try add(paper.identifiers, to: id, after: 0)
    try add(paper.links, to: id, after: 0)
    return id.rawValue
  }

  /// The key of a paper; a title that another work bears too gets its year or a number.
  private func freeKey(for paper: Paper, _ titleKey: String) throws -> String {
    let key = "title:\(titleKey)"
    if try isFree(key) { return key }
    if let year = paper.year, try isFree("\(key)-\(year)") { return "\(key)-\(year)" }
    // Numbers that were taken stay taken, or very many works of one title would take a very long time.
    var number = statements.nextNumbers[titleKey] ?? 2
    while try !isFree("\(key)-\(number)") { number += 1 }
    statements.nextNumbers[titleKey] = number + 1
    return "\(key)-\(number)"
  }

  private func isFree(_ key: String) throws -> Bool {
    let statement = try statements[.keyTaken]
    statement.bind(key)
    statement.bind(key)
    return try statement.number() == nil
  }

  /// Changes the facts of a paper; an identifier that names another paper is not taken over.
  ///
  /// - Parameters:
  ///   - known: the facts as they are, with all identifiers and links.
  ///   - facts: the facts as they shall be; no identifier of `known` is missing in it.
  public func bring(_ id: PaperID, from known: Paper, to facts: Paper) throws {
    if facts != known { try changing(id) { try write(facts, over: known, of: id) } }
  }

  private func write(_ facts: Paper, over known: Paper, of id: PaperID) throws {
    var facts = facts
    let identifiers = try facts.identifiers.filter { identifier in
      try !known.identifiers.contains(identifier) && database.paper(identified: identifier) == nil
    }
    facts.identifiers = known.identifiers + identifiers
    try rewrite(id, as: facts, was: known)
    try add(identifiers, to: id, after: known.identifiers.count)
    if facts.links.starts(with: known.links) {
      try add(Array(facts.links[known.links.count...]), to: id, after: known.links.count)
    } else {
      try database.run("DELETE FROM link WHERE paper = ?", id.rawValue)
      try add(facts.links, to: id, after: 0)
    }
    if let best = identifiers.map(\.scheme).min(),
      known.identifiers.allSatisfy({ best < $0.scheme })
    {
      try changeKey(of: id, to: facts.key)
    }
  }

  /// Writes only the columns that differ, so that the history step stays small.
  private func rewrite(_ id: PaperID, as paper: Paper, was known: Paper) throws {
    if paper.title != known.title {
      let titleKey = paper.titleKey
      try database.run(
        "UPDATE paper SET title = ?, title_key = ? WHERE id = ?", paper.title, titleKey,
        id.rawValue)
      if known.identifiers.isEmpty {
        // A key made from the title is kept while the title still has it.
        if titleKey != known.titleKey {
          try changeKey(of: id, to: try freeKey(for: paper, titleKey))
        }
      } else {
        try database.run(
          "INSERT INTO alias(key, paper) VALUES (?, ?) ON CONFLICT DO NOTHING",
          "title:\(known.titleKey)", id.rawValue)
      }
    }
    try database.run(
      """
      UPDATE paper SET short_name = ?, authors = ?, year = ?, venue = ?, abstract = ?, kind = ?,
        has_working_title = ? WHERE id = ?
      """, paper.shortName, NameColumn.encode(paper.authors), paper.year, paper.venue,
      paper.abstract, paper.kind.rawValue, paper.hasWorkingTitle, id.rawValue)
  }

  /// Gives a paper a better key; the one it had stays a name of it.
  private func changeKey(of id: PaperID, to key: String) throws {
    try database.run(
      """
      INSERT INTO alias(key, paper) SELECT key, id FROM paper WHERE id = ?1 AND key <> ?2
        ON CONFLICT DO NOTHING
      """, id.rawValue, key)
    try database.run("UPDATE paper SET key = ? WHERE id = ?", key, id.rawValue)
  }

  private func add(_ identifiers: [Identifier], to id: PaperID, after count: Int) throws {
    for (index, identifier) in identifiers.enumerated() {
      let row = try statements[.addIdentifier]
      row.bind(identifier.scheme.rawValue)
      row.bind(identifier.value)
      row.bind(id.rawValue)
      row.bind(count + index + 1)
      try row.run()
    }
  }

  private func add(_ links: [Link], to id: PaperID, after count: Int) throws {
    for (index, link) in links.enumerated() {
      let row = try statements[.addLink]
      row.bind(id.rawValue)
      row.bind(count + index + 1)
      row.bind(link.kind.rawValue)
      row.bind(link.url)
      try row.run()
    }
  }
}
