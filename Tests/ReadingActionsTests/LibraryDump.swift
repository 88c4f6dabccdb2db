import GRDB

@testable import ReadingStore

extension Library {
  /// Every row that a step of the history can touch, as text.
  func dump() throws -> String {
    try reading { database in
      try (ChangeRecorder.tables + ["list_tally", "library_tally"]).map { table in
        let rows = try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map(\.description)
        return "\(table)\n" + rows.sorted().map { "  \($0)\n" }.joined()
      }.joined()
    }
  }
}
