internal import GRDB
public import ReadingModel

extension LibraryEditor {
  /// Puts a list into the library, so that exporting it gives the same document.
  ///
  /// A list with the same slug is brought to what the document says: its entries come, move and go,
  /// its papers stay in the library with everything that belongs to the reader. Only rows that
  /// differ are written.
  /// - Parameter now: the moment, ISO 8601 in UTC.
  /// - Returns: The list in the library.
  /// - Throws: `LibraryError.cycle` when the prerequisites close a circle.
  @discardableResult
  public func insert(_ list: ReadingList, at now: String) throws -> ListID {
    let id = try writeHead(of: list, at: now)
    let entries = list.sections.flatMap(\.entries)
    let papers = try entries.map { try insert($0.paper, at: now) }
    let wanted = entries.enumerated().flatMap { index, entry in
      entry.prerequisites.enumerated().map { place, prerequisite in
        StatedRequirement(
          position: index + 1, place: place + 1, key: prerequisite.key, why: prerequisite.why)
      }
    }
    let present = try requirements(of: id)
    for requirement in present.subtracting(wanted) { try remove(requirement, from: id) }
    try writeSections(of: list, to: id)
    try writeEntries(zip(papers, entries.map(\.remark)).map { ($0, $1) }, to: id)
    for requirement in wanted where !present.contains(requirement) {
      try add(requirement, to: id)
    }
    // A circle goes through a paper that something is required for.
    try requireNoCycle(
      through: try resolveOpenRequirements() + wanted.map { papers[$0.position - 1] })
    return id
  }

  private func writeHead(of list: ReadingList, at now: String) throws -> ListID {
    let facts: [(any DatabaseValueConvertible)?] = [
      list.title, list.kind.rawValue, list.issued, list.period, list.source, list.introduction,
    ]
    let known: Int64? = try database.value("SELECT id FROM list WHERE slug = ?", list.slug)
    guard let known else {
      let statement = try database.cachedStatement(
        sql: """
          INSERT INTO list(title, kind, issued, period, source, introduction, slug, added, position)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT ifnull(max(position), 0) + 1 FROM list))
          """)
      try statement.execute(arguments: StatementArguments(facts + [list.slug, now]))
      return ListID(rawValue: database.lastInsertedRowID)
    }
    let statement = try database.cachedStatement(
      sql: """
        UPDATE list SET title = ?, kind = ?, issued = ?, period = ?, source = ?, introduction = ?
          WHERE id = ?
        """)
    try statement.execute(arguments: StatementArguments(facts + [known]))
    return ListID(rawValue: known)
  }

  private func writeSections(of list: ReadingList, to id: ListID) throws {
    var first = 1
    for (index, section) in list.sections.enumerated() {
      try database.run(
        """
        INSERT INTO section(list, place, title, first, entries) VALUES (?1, ?2, ?3, ?4, ?5)
          ON CONFLICT DO UPDATE SET title = ?3, first = ?4, entries = ?5
        """, id.rawValue, index + 1, section.title, first, section.entries.count)
      first += section.entries.count
    }
    try database.run(
      "DELETE FROM section WHERE list = ? AND place > ?", id.rawValue, list.sections.count)
  }

  private func writeEntries(_ entries: [(paper: PaperID, remark: String)], to id: ListID) throws {
    let present = try database.rows(
      "SELECT paper, remark FROM entry WHERE list = ? ORDER BY position", id.rawValue)
    for (index, entry) in entries.enumerated() {
      if index >= present.count {
        try database.run(
          "INSERT INTO entry(list, position, paper, remark) VALUES (?, ?, ?, ?)", id.rawValue,
          index + 1, entry.paper.rawValue, entry.remark)
      } else if present[index][0] != entry.paper.rawValue || present[index][1] != entry.remark {
        try database.run(
          "UPDATE entry SET paper = ?, remark = ? WHERE list = ? AND position = ?",
          entry.paper.rawValue, entry.remark, id.rawValue, index + 1)
      }
    }
    try database.run(
      "DELETE FROM entry WHERE list = ? AND position > ?", id.rawValue, entries.count)
  }

  private func requirements(of id: ListID) throws -> Set<StatedRequirement> {
    let rows = try database.rows(
      "SELECT position, place, key, why FROM entry_prerequisite WHERE list = ?", id.rawValue)
    return Set(
      rows.map { StatedRequirement(position: $0[0], place: $0[1], key: $0[2], why: $0[3]) })
  }

  private func remove(_ requirement: StatedRequirement, from id: ListID) throws {
    try database.run(
      "DELETE FROM entry_prerequisite WHERE list = ? AND position = ? AND place = ?", id.rawValue,
      requirement.position, requirement.place)
  }

  private func add(_ requirement: StatedRequirement, to id: ListID) throws {
    try database.run(
      """
      INSERT INTO entry_prerequisite(list, position, place, key, required, why)
        VALUES (?, ?, ?, ?, ?, ?)
      """, id.rawValue, requirement.position, requirement.place, requirement.key,
      try database.paper(keyed: requirement.key)?.rawValue, requirement.why)
  }

  /// Looks again for the papers that lists require but that were not in the library.
  ///
  /// - Returns: The papers that have a prerequisite more now.
  private func resolveOpenRequirements() throws -> [PaperID] {
    var papers: [PaperID] = []
    let open = try database.rows(
      "SELECT DISTINCT key FROM entry_prerequisite WHERE required IS NULL")
    for row in open {
      let key: String = row[0]
      guard let required = try database.paper(keyed: key) else { continue }
      papers += try database.rows(
        """
        SELECT entry.paper FROM entry_prerequisite JOIN entry USING (list, position)
          WHERE entry_prerequisite.required IS NULL AND entry_prerequisite.key = ?
        """, key
      ).map { PaperID(rawValue: $0[0]) }
      try database.run(
        "UPDATE entry_prerequisite SET required = ? WHERE required IS NULL AND key = ?",
        required.rawValue, key)
    }
    return papers
  }
}

/// A prerequisite as a list states it at one of its entries.
private struct StatedRequirement: Hashable {
  var position: Int
  var place: Int
  var key: String
  var why: String
}
