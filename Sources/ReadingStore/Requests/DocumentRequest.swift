internal import GRDB
public import ReadingModel

extension Library {
  /// A list as a document, with the facts that the library has of its papers.
  ///
  /// - Throws: `LibraryError.refused` when there is no such list.
  public func document(of list: ListID) throws -> ReadingList {
    try reading { database in
      guard var document = try Self.head(of: list, in: database) else {
        throw LibraryError.refused(detail: "the list is no longer in the library")
      }
      var entries = try Self.entries(of: list, in: database)[...]
      document.sections = try database.rows(
        "SELECT title, entries FROM section WHERE list = ? ORDER BY place", list.rawValue
      ).map { row in
        let count: Int = row[1]
        defer { entries = entries.dropFirst(count) }
        return ReadingSection(title: row[0], entries: entries.prefix(count).compactMap(\.self))
      }
      return document
    }
  }

  /// What a list says of itself, without its sections.
  static func head(of list: ListID, in database: Database) throws -> ReadingList? {
    try database.rows(
      """
      SELECT slug, title, kind, issued, period, source, introduction FROM list WHERE id = ?
      """, list.rawValue
    ).first.map { row in
      ReadingList(
        slug: row[0], title: row[1], kind: ListKind(rawValue: row[2]) ?? .custom, issued: row[3],
        period: row[4], source: row[5], introduction: row[6])
    }
  }

  /// The entries in order; nil for those that the list has no more.
  private static func entries(of list: ListID, in database: Database) throws -> [Entry?] {
    let identifiers = try FactsOfMany.identifiers(
      in: database, papers: "SELECT paper FROM entry WHERE list = ?", [list.rawValue])
    let links = try FactsOfMany.links(
      in: database, papers: "SELECT paper FROM entry WHERE list = ?", [list.rawValue])
    var prerequisites: [Int: [Prerequisite]] = [:]
    for row in try database.rows(
      """
      SELECT position, key, why FROM entry_prerequisite WHERE list = ? ORDER BY position, place
      """, list.rawValue)
    {
      prerequisites[row[0], default: []].append(Prerequisite(key: row[1], why: row[2]))
    }
    return try database.rows(
      """
      SELECT paper.id, entry.position, entry.remark, entry.gone, \(PaperRecord.columns)
        FROM entry JOIN paper ON paper.id = entry.paper
        WHERE entry.list = ? ORDER BY entry.position
      """, list.rawValue
    ).map { row in
      guard !(row[3] as Bool) else { return nil }
      let id = PaperID(rawValue: row[0])
      var paper = PaperRecord.paper(row, at: 4)
      paper.identifiers = identifiers[id] ?? []
      paper.links = links[id] ?? []
      return Entry(paper: paper, remark: row[2], prerequisites: prerequisites[row[1]] ?? [])
    }
  }
}
