internal import GRDB
public import ReadingModel

/// The whole of a list as it shall stand in the library.
public struct ListContents: Equatable, Sendable {
  /// An entry whose paper is in the library.
  public struct Entry: Equatable, Sendable {
    /// The paper.
    public var paper: PaperID
    /// The list's remark.
    public var remark: String
    /// What the list says should be read before.
    public var prerequisites: [Prerequisite]
    /// True when the list has it no more and it is kept for what the reader did with it.
    public var isGone: Bool

    /// Makes an entry.
    public init(
      paper: PaperID, remark: String, prerequisites: [Prerequisite] = [], isGone: Bool = false
    ) {
      self.paper = paper
      self.remark = remark
      self.prerequisites = prerequisites
      self.isGone = isGone
    }
  }

  /// Entries under one heading.
  public struct Section: Equatable, Sendable {
    /// The heading; nil where there is none.
    public var title: String?
    /// The entries in order.
    public var entries: [Entry]

    /// Makes a section.
    public init(title: String?, entries: [Entry]) {
      self.title = title
      self.entries = entries
    }
  }

  /// What the list says of itself; its sections are not looked at.
  public var head: ReadingList
  /// The sections in order.
  public var sections: [Section]

  /// Makes the contents of a list.
  public init(head: ReadingList, sections: [Section]) {
    self.head = head
    self.sections = sections
  }
}

extension LibraryEditor {
  /// Puts a list into the library, so that exporting it gives the same document.
  ///
  /// Its papers are put in as `insert(_:at:)` of a paper does.
  /// - Parameter now: the moment, ISO 8601 in UTC.
  /// - Returns: The list in the library.
  /// - Throws: `LibraryError.cycle` when the prerequisites close a circle.
  @discardableResult
  public func insert(_ list: ReadingList, at now: String) throws -> ListID {
    let sections = try list.sections.map { section in
      ListContents.Section(
        title: section.title,
        entries: try section.entries.map { entry in
          ListContents.Entry(
            paper: try insert(entry.paper, at: now), remark: entry.remark,
            prerequisites: entry.prerequisites)
        })
    }
    return try write(ListContents(head: list, sections: sections), at: now)
  }

  /// Brings the list of a slug to what is given, or makes it.
  ///
  /// Entries come, move and go; papers stay in the library with everything that belongs to the
  /// reader. Only rows that differ are written.
  /// - Parameter now: the moment, ISO 8601 in UTC.
  /// - Returns: The list in the library.
  /// - Throws: `LibraryError.cycle` when the prerequisites close a circle.
  @discardableResult
  public func write(_ contents: ListContents, at now: String) throws -> ListID {
    let id = try writeHead(of: contents.head, at: now)
    let entries = contents.sections.flatMap(\.entries)
    let wanted = entries.enumerated().flatMap { index, entry in
      entry.prerequisites.enumerated().map { place, prerequisite in
        StatedRequirement(
          position: index + 1, place: place + 1, key: prerequisite.key, why: prerequisite.why)
      }
    }
    let present = try requirements(of: id)
    for requirement in present.subtracting(wanted) { try remove(requirement, from: id) }
    try writeSections(contents.sections, to: id)
    try writeEntries(entries, to: id)
    for requirement in wanted where !present.contains(requirement) {
      try add(requirement, to: id)
    }
    // A circle goes through a paper that something is required for.
    try requireNoCycle(
      through: try resolveOpenRequirements() + wanted.map { entries[$0.position - 1].paper })
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

  private func writeSections(_ sections: [ListContents.Section], to id: ListID) throws {
    var first = 1
    for (index, section) in sections.enumerated() {
      try database.run(
        """
        INSERT INTO section(list, place, title, first, entries) VALUES (?1, ?2, ?3, ?4, ?5)
          ON CONFLICT DO UPDATE SET title = ?3, first = ?4, entries = ?5
        """, id.rawValue, index + 1, section.title, first, section.entries.count)
      first += section.entries.count
    }
    try database.run(
      "DELETE FROM section WHERE list = ? AND place > ?", id.rawValue, sections.count)
  }

  private func writeEntries(_ entries: [ListContents.Entry], to id: ListID) throws {
    let present = try database.rows(
      "SELECT paper, remark, gone FROM entry WHERE list = ? ORDER BY position", id.rawValue)
    for (index, entry) in entries.prefix(present.count).enumerated()
    where present[index][0] != entry.paper.rawValue || present[index][1] != entry.remark
      || present[index][2] != entry.isGone
    {
      try database.run(
        "UPDATE entry SET paper = ?, remark = ?, gone = ? WHERE list = ? AND position = ?",
        entry.paper.rawValue, entry.remark, entry.isGone, id.rawValue, index + 1)
    }
    let added = entries.dropFirst(present.count)
    if let bulk, !added.isEmpty {
      try bulk.appending(present.count + 1...entries.count, to: id.rawValue) {
        try append(added, to: id)
      }
    } else {
      try append(added, to: id)
    }
    try database.run(
      "DELETE FROM entry WHERE list = ? AND position > ?", id.rawValue, entries.count)
  }

  private func append(_ entries: ArraySlice<ListContents.Entry>, to id: ListID) throws {
    var rest = entries
    while !rest.isEmpty {
      let isMany = rest.count >= RowStatements.entriesAtOnce
      let statement = try statements[isMany ? .addEntries : .addEntry]
      let batch = rest.prefix(isMany ? RowStatements.entriesAtOnce : 1)
      for (index, entry) in zip(batch.indices, batch) {
        statement.bind(id.rawValue)
        statement.bind(index + 1)
        statement.bind(entry.paper.rawValue)
        statement.bind(entry.remark)
        statement.bind(entry.isGone ? 1 : 0)
      }
      try statement.run()
      rest = rest.dropFirst(batch.count)
    }
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
  func resolveOpenRequirements() throws -> [PaperID] {
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
