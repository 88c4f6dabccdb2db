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
    if let known = try resolve(paper, titleKey) {
      try fill(known, from: paper)
      return known
    }
    return try add(paper, titleKey, at: now)
  }

  private func resolve(_ paper: Paper, _ titleKey: String) throws -> PaperID? {
    for identifier in paper.identifiers {
      if let known = try database.paper(identified: identifier) { return known }
    }
    let candidates = try database.rows(
      """
      SELECT id, year FROM paper WHERE title_key = ?1
      UNION SELECT paper.id, paper.year FROM alias JOIN paper ON paper.id = alias.paper
        WHERE alias.key = 'title:' || ?1 ORDER BY 1
      """, titleKey)
    for row in candidates {
      let year: Int? = row[1]
      if let year, let other = paper.year, year != other { continue }
      let id = PaperID(rawValue: row[0])
      if try !contradicts(paper, id) { return id }
    }
    return nil
  }

  /// True when a scheme that gives a work one name only gives these two different names.
  private func contradicts(_ paper: Paper, _ known: PaperID) throws -> Bool {
    guard !paper.identifiers.isEmpty else { return false }
    return try database.identifiers(of: known).contains { identifier in
      identifier.scheme != .url
        && paper.identifiers.contains {
          $0.scheme == identifier.scheme && $0.value != identifier.value
        }
    }
  }

  private func add(_ paper: Paper, _ titleKey: String, at now: String) throws -> PaperID {
    try database.run(
      """
      INSERT INTO paper(key, title_key, title, short_name, authors, year, venue, kind,
          has_working_title, added, abstract)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      // An identifier that no paper has or had is a free key.
      paper.identifiers.isEmpty ? try freeKey(for: paper) : paper.key, titleKey, paper.title,
      paper.shortName.filled,
      NameColumn.encode(paper.authors), paper.year, paper.venue.filled, paper.kind.rawValue,
      paper.hasWorkingTitle, now, paper.abstract.filled)
    let id = PaperID(rawValue: database.lastInsertedRowID)
    try add(paper.identifiers, to: id, after: 0)
    try add(paper.links, to: id, after: 0)
    return id
  }

  /// The key of a paper; a title that another work bears too gets its year or a number.
  private func freeKey(for paper: Paper) throws -> String {
    let key = paper.key
    var candidate = key
    var number = 2
    while try database.value(
      "SELECT 1 FROM paper WHERE key = ?1 UNION ALL SELECT 1 FROM alias WHERE key = ?1", candidate)
      as Int? != nil
    {
      if number == 2, candidate == key, let year = paper.year {
        candidate = "\(key)-\(year)"
      } else {
        candidate = "\(key)-\(number)"
        number += 1
      }
    }
    return candidate
  }

  private func fill(_ id: PaperID, from paper: Paper) throws {
    guard let known = try database.facts(of: id) else { throw LibraryError.noSuchPaper }
    var filled = known
    if known.hasWorkingTitle && !paper.hasWorkingTitle {
      filled.title = paper.title
      filled.hasWorkingTitle = false
    }
    filled.shortName = known.shortName ?? paper.shortName.filled
    if known.authors.isEmpty { filled.authors = paper.authors }
    filled.year = known.year ?? paper.year
    filled.venue = known.venue ?? paper.venue.filled
    filled.abstract = known.abstract ?? paper.abstract.filled
    let identifiers = try paper.identifiers.filter { identifier in
      let isNew = !known.identifiers.contains {
        $0.scheme == identifier.scheme
          && (identifier.scheme != .url || $0.value == identifier.value)
      }
      return try isNew && database.paper(identified: identifier) == nil
    }
    let links = paper.links.filter { link in
      !known.links.contains { $0.url == link.url || ($0.kind == link.kind && link.kind != .page) }
    }
    if filled != known { try rewrite(id, as: filled, was: known) }
    try add(identifiers, to: id, after: known.identifiers.count)
    try add(links, to: id, after: known.links.count)
    if let best = (known.identifiers + identifiers).map(\.scheme).min(),
      best < known.identifiers.map(\.scheme).min() ?? .url || known.identifiers.isEmpty
    {
      filled.identifiers = known.identifiers + identifiers
      try changeKey(of: id, to: filled.key)
    }
  }

  /// Writes only the columns that differ, so that the history step stays small.
  private func rewrite(_ id: PaperID, as paper: Paper, was known: Paper) throws {
    if paper.title != known.title {
      try database.run(
        "UPDATE paper SET title = ?, title_key = ?, has_working_title = ? WHERE id = ?",
        paper.title, paper.titleKey, paper.hasWorkingTitle, id.rawValue)
    }
    try database.run(
      """
      UPDATE paper SET short_name = ?, authors = ?, year = ?, venue = ?, abstract = ?,
        has_working_title = ? WHERE id = ?
      """, paper.shortName, NameColumn.encode(paper.authors), paper.year, paper.venue,
      paper.abstract, paper.hasWorkingTitle, id.rawValue)
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
      try database.run(
        "INSERT INTO identifier(scheme, value, paper, place) VALUES (?, ?, ?, ?)",
        identifier.scheme.rawValue, identifier.value, id.rawValue, count + index + 1)
    }
  }

  private func add(_ links: [Link], to id: PaperID, after count: Int) throws {
    for (index, link) in links.enumerated() {
      try database.run(
        "INSERT INTO link(paper, place, kind, url) VALUES (?, ?, ?, ?)", id.rawValue,
        count + index + 1, link.kind.rawValue, link.url)
    }
  }
}

extension String? {
  /// The text, or nil when it is empty.
  fileprivate var filled: String? { self?.isEmpty == true ? nil : self }
}
