internal import GRDB
public import ReadingModel

/// What may be changed inside one step of the history.
///
/// It is valid only inside the closure that `Library.change(at:_:)` gives it to. Its methods throw
/// `LibraryError`; after an error the whole step is taken back.
public struct LibraryEditor {
  let database: Database
  /// Where a change with very many new rows keeps their ranges; nil while a library is made.
  let bulk: BulkAdditions?
  let statements: RowStatements

  init(database: Database, bulk: BulkAdditions? = nil) {
    self.database = database
    self.bulk = bulk
    statements = RowStatements(database)
  }

  /// The short name of a paper, or its title where it has none.
  public func name(of paper: PaperID) throws -> String {
    try known(
      database.value("SELECT ifnull(short_name, title) FROM paper WHERE id = ?", paper.rawValue))
  }

  /// The full title of a paper.
  public func title(of paper: PaperID) throws -> String {
    try known(database.value("SELECT title FROM paper WHERE id = ?", paper.rawValue))
  }

  /// The key of a paper.
  public func key(of paper: PaperID) throws -> String {
    try known(database.value("SELECT key FROM paper WHERE id = ?", paper.rawValue))
  }

  /// Throws unless the paper is in the library.
  func requirePaper(_ paper: PaperID) throws {
    let statement = try statements[.paperExists]
    statement.bind(paper.rawValue)
    _ = try known(statement.number())
  }

  /// Changes what hangs on a paper.
  func changing<Value>(_ paper: PaperID, _ body: () throws -> Value) rethrows -> Value {
    guard let bulk else { return try body() }
    return try bulk.changing(paper: paper.rawValue, body)
  }

  private func known<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw LibraryError.noSuchPaper }
    return value
  }
}
