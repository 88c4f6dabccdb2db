internal import GRDB
public import ReadingModel

/// What an import asks of the library before it changes anything.
///
/// It is valid only inside the closure that it was given to. Its methods throw `LibraryError`.
public struct ImportLookup {
  let database: Database
  let statements: RowStatements

  /// A paper that bears a title.
  public struct TitledPaper: Equatable, Sendable {
    /// The paper.
    public let paper: PaperID
    /// Its year.
    public let year: Int?
    /// Its authors.
    public let authors: [String]
  }

  /// The paper that has an identifier, now or once.
  public func paper(identified identifier: Identifier) throws -> PaperID? {
    let statement = try statements[.paperIdentified]
    statement.bind(identifier.scheme.rawValue)
    statement.bind(identifier.value)
    statement.bind(identifier.key)
    return try statement.number().map(PaperID.init(rawValue:))
  }

  /// The papers whose title has the key, now or once, oldest first.
  public func papers(titled titleKey: String) throws -> [TitledPaper] {
    // Nearly every title is a new one, which the quick question tells.
    let statement = try statements[.papersTitled]
    statement.bind(titleKey)
    statement.bind("title:" + titleKey)
    guard try statement.number() != nil else { return [] }
    return try database.rows(
      """
      SELECT id, year, authors FROM paper WHERE title_key = ?1
      UNION SELECT paper.id, paper.year, paper.authors
        FROM alias JOIN paper ON paper.id = alias.paper WHERE alias.key = 'title:' || ?1
        ORDER BY 1
      """, titleKey
    ).map { row in
      TitledPaper(
        paper: PaperID(rawValue: row[0]), year: row[1], authors: NameColumn.decode(row[2]))
    }
  }

  /// The identifiers of a paper.
  public func identifiers(of paper: PaperID) throws -> [Identifier] {
    try database.identifiers(of: paper)
  }

  /// The facts of a paper.
  public func facts(of paper: PaperID) throws -> Paper {
    guard let facts = try database.facts(of: paper) else { throw LibraryError.noSuchPaper }
    return facts
  }

  /// The facts of a paper that its reader put right, which an import leaves alone.
  public func editedFacts(of paper: PaperID) throws -> Set<PaperFact> {
    try database.editedFacts(of: paper)
  }

  /// True when a paper stands in a list, and in no other.
  public func stands(_ paper: PaperID, onlyIn list: ListID) throws -> Bool {
    try database.value(
      "SELECT count(*) = 1 AND max(list) = ?2 FROM (SELECT DISTINCT list FROM entry WHERE paper = ?1)",
      paper.rawValue, list.rawValue) ?? false
  }

  /// True when the reader ever set the status of a paper.
  public func wasTouched(_ paper: PaperID) throws -> Bool {
    try database.value("SELECT 1 FROM reading_event WHERE paper = ? LIMIT 1", paper.rawValue)
      as Int? != nil
  }

  /// True when a paper carries something of the reader's: progress, a note or a tag.
  public func isReaders(_ paper: PaperID) throws -> Bool {
    try database.value(
      """
      SELECT 1 FROM progress WHERE paper = ?1 UNION ALL SELECT 1 FROM note WHERE paper = ?1
        UNION ALL SELECT 1 FROM paper_tag WHERE paper = ?1 LIMIT 1
      """, paper.rawValue) as Int? != nil
  }

  /// A list as it stands; nil when there is none with the slug.
  public func list(slug: String) throws -> StandingList? {
    guard
      let row = try database.rows(
        "SELECT id, title, kind, issued, period, source, introduction FROM list WHERE slug = ?",
        slug
      ).first
    else { return nil }
    let id = ListID(rawValue: row[0])
    let head = ReadingList(
      slug: slug, title: row[1], kind: ListKind(rawValue: row[2]) ?? .custom, issued: row[3],
      period: row[4], source: row[5], introduction: row[6])
    return StandingList(id: id, head: head, entries: try entries(of: id))
  }

  private func entries(of list: ListID) throws -> [StandingList.Entry] {
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
      SELECT entry.position, entry.paper, paper.title, section.title, entry.remark, entry.gone
        FROM entry JOIN paper ON paper.id = entry.paper
          LEFT JOIN section ON section.list = entry.list AND section.first <= entry.position
            AND section.first + section.entries > entry.position
        WHERE entry.list = ? ORDER BY entry.position
      """, list.rawValue
    ).map { row in
      StandingList.Entry(
        paper: PaperID(rawValue: row[1]), title: row[2], section: row[3], remark: row[4],
        prerequisites: prerequisites[row[0]] ?? [], isGone: row[5])
    }
  }
}

/// A list as it stands in the library.
public struct StandingList: Equatable, Sendable {
  /// An entry of it.
  public struct Entry: Equatable, Sendable {
    /// The paper.
    public let paper: PaperID
    /// The paper's title.
    public let title: String
    /// The heading it stands under.
    public let section: String?
    /// The list's remark.
    public let remark: String
    /// What the list says should be read before.
    public let prerequisites: [Prerequisite]
    /// True when the list has it no more.
    public let isGone: Bool
  }

  /// The list's row.
  public let id: ListID
  /// What the list says of itself, without sections.
  public let head: ReadingList
  /// The entries in order.
  public let entries: [Entry]
}

extension Library {
  /// Looks things up for an import, on one state of the library.
  public func looking<Value>(_ body: (ImportLookup) throws -> Value) throws -> Value {
    try reading { try body(ImportLookup(database: $0, statements: RowStatements($0))) }
  }
}

extension LibraryEditor {
  /// What the library has, inside a change.
  public var lookup: ImportLookup { ImportLookup(database: database, statements: statements) }
}
