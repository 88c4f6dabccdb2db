internal import CSQLiteSession
internal import GRDB

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The rows that a transaction added, removed and changed, with their values before and after.
///
/// The format is SQLite's: https://www.sqlite.org/session/sqlite3changeset_apply.html
struct Changeset {
  /// The changeset as the history keeps it.
  let bytes: Data

  /// True when nothing changed.
  var isEmpty: Bool { bytes.isEmpty }

  /// Wraps a changeset that the history kept.
  init(bytes: Data) { self.bytes = bytes }

  init(copying pointer: UnsafeMutableRawPointer?, size: CInt) {
    bytes = pointer.map { Data(bytes: $0, count: Int(size)) } ?? Data()
  }

  /// The changeset that takes this one back.
  func inverted() throws -> Changeset {
    var size: CInt = 0
    var inverse: UnsafeMutableRawPointer?
    defer { csession_free(inverse) }
    try Self.check(
      bytes.withUnsafeBytes { buffer in
        csession_invert(buffer.baseAddress, CInt(buffer.count), &size, &inverse)
      })
    return Changeset(copying: inverse, size: size)
  }

  /// Makes the changes in the database, all of them or none.
  ///
  /// - Returns: Nil when they were made; else the identity of the row that is not as the changeset
  ///   expects it, empty when rows would be left that refer to none.
  func apply(to database: Database) throws -> String? {
    var conflict: UnsafeMutablePointer<CChar>?
    defer { csession_free(conflict) }
    let code = bytes.withUnsafeBytes { buffer in
      csession_apply(
        database.sqliteConnection, buffer.baseAddress, CInt(buffer.count), &conflict)
    }
    if let conflict { return String(cString: conflict) }
    try Self.check(code)
    return nil
  }

  static func check(_ code: CInt) throws {
    guard code == 0 else { throw DatabaseError(resultCode: .init(rawValue: code)) }
  }
}
