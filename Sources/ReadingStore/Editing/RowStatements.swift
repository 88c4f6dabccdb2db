internal import GRDB

/// The statements that a change runs once or more for each paper it brings, kept ready.
final class RowStatements {
  /// A statement; its arguments come in the order of its question marks.
  ///
  /// With `OR FAIL` SQLite need not be ready to take back that statement alone, for which it copies
  /// each page before it changes it: what fails takes the whole change back.
  enum Name: Int, CaseIterable {
    case addPaper, addIdentifier, addLink, addTag, addEntry, addEntries
    case paperExists, paperIdentified, papersTitled, titleKeyBefore, keyTaken

    fileprivate var sql: String {
      switch self {
      case .addPaper:
        """
        INSERT OR FAIL INTO paper(key, title_key, title, short_name, authors, year, venue, kind,
            has_working_title, added, abstract)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
      case .addIdentifier:
        "INSERT INTO identifier(scheme, value, paper, place) VALUES (?, ?, ?, ?)"
      case .addLink: "INSERT INTO link(paper, place, kind, url) VALUES (?, ?, ?, ?)"
      case .addTag: "INSERT INTO paper_tag(paper, tag) VALUES (?, ?) ON CONFLICT DO NOTHING"
      case .addEntry:
        "INSERT INTO entry(list, position, paper, remark, gone) VALUES (?, ?, ?, ?, ?)"
      case .addEntries:
        "INSERT INTO entry(list, position, paper, remark, gone) VALUES (?, ?, ?, ?, ?)"
          + String(repeating: ", (?, ?, ?, ?, ?)", count: RowStatements.entriesAtOnce - 1)
      case .paperExists: "SELECT id FROM paper WHERE id = ?"
      case .paperIdentified:
        """
        SELECT paper FROM identifier WHERE scheme = ? AND value = ?
        UNION ALL SELECT paper FROM alias WHERE key = ? LIMIT 1
        """
      case .papersTitled:
        """
        SELECT id FROM paper WHERE title_key = ?
        UNION ALL SELECT paper FROM alias WHERE key = ? LIMIT 1
        """
      case .titleKeyBefore:
        "SELECT title_key FROM paper WHERE title_key < ? ORDER BY title_key DESC LIMIT 1"
      case .keyTaken:
        "SELECT 1 FROM paper WHERE key = ? UNION ALL SELECT 1 FROM alias WHERE key = ? LIMIT 1"
      }
    }
  }

  /// How many entries `addEntries` adds.
  ///
  /// An entry refers to rows of other tables, so that SQLite has to be ready to take the statement back
  /// alone: many rows bear the cost of that together.
  static let entriesAtOnce = 64

  /// The numbers with which the search for a free key of a title goes on.
  var nextNumbers: [String: Int] = [:]

  private let database: Database
  private var prepared: [RepeatedStatement?] = Name.allCases.map { _ in nil }

  init(_ database: Database) { self.database = database }

  /// The statement, prepared when it is asked for first.
  subscript(name: Name) -> RepeatedStatement {
    get throws {
      if let statement = prepared[name.rawValue] { return statement }
      let statement = try RepeatedStatement(database, name.sql)
      prepared[name.rawValue] = statement
      return statement
    }
  }
}
