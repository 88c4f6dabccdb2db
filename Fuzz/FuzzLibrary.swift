import GRDB
import Interchange
import ReadingModel
import SeedLists

@testable import ReadingStore

extension Library {
  /// A small library in memory: a reading order with prerequisites and a weekly list.
  static func sample() throws -> Library {
    let queue = try DatabaseQueue(configuration: Connection.configuration())
    try template.get().database.backup(to: queue)
    return Library(path: nil, isReadOnly: false, database: queue)
  }

  /// What each sample is a copy of, which is quicker than making it anew.
  private static let template = Result {
    let lists = try [SeedLists.documents[0], SeedLists.documents[2]]
      .map { try ListFormat.parse($0).list }
    return try Library.inMemory(lists: lists, added: "2026-01-05T08:00:00Z")
  }

  /// Everything in the library except the history, as text.
  func dump() throws -> String {
    try reading { database in
      var lines: [String] = []
      for table in ChangeRecorder.tables + ["list_tally", "library_tally"] {
        lines.append(table)
        lines += try database.rows("SELECT * FROM \(table)").map(\.description).sorted()
      }
      return lines.joined(separator: "\n")
    }
  }
}
