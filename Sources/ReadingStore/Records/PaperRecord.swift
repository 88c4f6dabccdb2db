internal import GRDB
internal import ReadingModel

/// How a paper and its progress stand in rows.
enum PaperRecord {
  /// The columns of `paper` that `paper(_:at:)` reads, in its order.
  static let columns = """
    paper.title, paper.short_name, paper.authors, paper.year, paper.venue, paper.kind,
    paper.abstract, paper.has_working_title
    """
  /// How many columns those are.
  static let columnCount = 8

  /// The columns of a `progress` that may be missing, as `progress(_:at:)` reads them.
  static let progressColumns = "progress.status, progress.pass, progress.rating"

  /// The facts in a row, without identifiers and links.
  static func paper(_ row: Row, at column: Int) -> Paper {
    Paper(
      title: row[column], shortName: row[column + 1],
      authors: NameColumn.decode(row[column + 2]), year: row[column + 3],
      venue: row[column + 4], kind: PaperKind(rawValue: row[column + 5]) ?? .paper,
      abstract: row[column + 6], hasWorkingTitle: row[column + 7])
  }

  /// The progress in a row; a paper without one is unread.
  static func progress(_ row: Row, at column: Int) -> Progress {
    guard let status = row[column] as String? else { return Progress() }
    return Progress(
      status: Status(rawValue: status) ?? .unread, pass: row[column + 1], rating: row[column + 2])
  }

  /// The status in a column; NULL is unread.
  static func status(_ row: Row, at column: Int) -> Status {
    (row[column] as String?).flatMap(Status.init(rawValue:)) ?? .unread
  }
}

extension Database {
  /// The identifiers of a paper, in the order they were given.
  func identifiers(of paper: PaperID) throws -> [Identifier] {
    try collect(
      "SELECT scheme, value FROM identifier WHERE paper = ? ORDER BY place", paper.rawValue
    ) { row in
      IdentifierScheme(rawValue: row[0]).map { Identifier(canonical: row[1], scheme: $0) }
    }.compactMap(\.self)
  }

  /// The links of a paper, in the order they were given.
  func links(of paper: PaperID) throws -> [Link] {
    try collect("SELECT kind, url FROM link WHERE paper = ? ORDER BY place", paper.rawValue) {
      row in Link.Kind(rawValue: row[0]).map { Link(kind: $0, url: row[1]) }
    }.compactMap(\.self)
  }

  /// The facts of a paper; nil when there is no such paper.
  func facts(of paper: PaperID) throws -> Paper? {
    let found = try collect(
      "SELECT \(PaperRecord.columns) FROM paper WHERE id = ?", paper.rawValue
    ) { PaperRecord.paper($0, at: 0) }
    guard var facts = found.first else { return nil }
    facts.identifiers = try identifiers(of: paper)
    facts.links = try links(of: paper)
    return facts
  }

  /// The tags of a paper, sorted.
  func tags(of paper: PaperID) throws -> [String] {
    try collect("SELECT tag FROM paper_tag WHERE paper = ? ORDER BY tag", paper.rawValue) { $0[0] }
  }

  /// The progress of a paper; unread when nothing was recorded.
  func progress(of paper: PaperID) throws -> Progress {
    try collect(
      "SELECT \(PaperRecord.progressColumns) FROM progress WHERE paper = ?", paper.rawValue
    ) { PaperRecord.progress($0, at: 0) }.first ?? Progress()
  }

  /// The paper that has an identifier, now or once.
  func paper(identified identifier: Identifier) throws -> PaperID? {
    let id: Int64? = try value(
      """
      SELECT paper FROM identifier WHERE scheme = ?1 AND value = ?2
      UNION ALL SELECT paper FROM alias WHERE key = ?1 || ':' || ?2 LIMIT 1
      """, identifier.scheme.rawValue, identifier.value)
    return id.map(PaperID.init(rawValue:))
  }

  /// The paper that a key names, now or once.
  func paper(keyed key: String) throws -> PaperID? {
    let id: Int64? = try value(
      """
      SELECT id FROM paper WHERE key = ?1
      UNION ALL SELECT paper FROM alias WHERE key = ?1
      UNION ALL SELECT paper FROM identifier
        WHERE scheme = substr(?1, 1, instr(?1, ':') - 1) AND value = substr(?1, instr(?1, ':') + 1)
      UNION ALL SELECT id FROM paper
        WHERE ?1 GLOB 'title:*' AND title_key = substr(?1, 7) LIMIT 1
      """, key)
    return id.map(PaperID.init(rawValue:))
  }
}
