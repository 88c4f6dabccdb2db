internal import CSQLiteSession
internal import GRDB

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A row of a changeset.
struct ChangesetRow {
  /// What happened to a row.
  enum Operation: CInt {
    case removed = -1
    case changed = 0
    case added = 1
  }

  /// The table.
  let table: String
  let operation: Operation
  private let rows: OpaquePointer

  fileprivate init(_ rows: OpaquePointer) {
    self.rows = rows
    table = csession_row_table(rows).map { String(cString: $0) } ?? ""
    operation = Operation(rawValue: csession_row_operation(rows)) ?? .changed
  }

  /// The table and the key as one text, by which the row is known in other changesets.
  var identity: String {
    let text = csession_row_identity(rows)
    defer { csession_free(text) }
    return text.map { String(cString: $0) } ?? table
  }

  /// The value of a column before the change, where the changeset has it.
  func before(_ column: Int) -> String? {
    csession_row_before(rows, CInt(column)).map { String(cString: $0) }
  }

  /// The value of a column after the change, where the changeset has it.
  func after(_ column: Int) -> String? {
    csession_row_after(rows, CInt(column)).map { String(cString: $0) }
  }

  /// The value of a column that the row's table has for its reference to another one.
  func reference(_ column: Int) -> String? { after(column) ?? before(column) }
}

extension Changeset {
  /// Looks at the rows one after the other.
  ///
  /// - Parameter visit: looks at a row, which is valid only inside; false ends it.
  func forEachRow(_ visit: (ChangesetRow) throws -> Bool) throws {
    try bytes.withUnsafeBytes { buffer in
      var started: OpaquePointer?
      try Self.check(csession_rows_begin(buffer.baseAddress, CInt(buffer.count), &started))
      guard let rows = started else { return }
      defer { csession_rows_end(rows) }
      while true {
        let code = csession_rows_next(rows)
        // SQLITE_ROW and SQLITE_DONE: https://www.sqlite.org/rescode.html
        if code == 101 { return }
        guard code == 100 else { return try Self.check(code) }
        guard try visit(ChangesetRow(rows)) else { return }
      }
    }
  }
}
