internal import GRDB
internal import ReadingModel

extension Library {
  /// Looks at everything that can be wrong with the library; it changes nothing.
  ///
  /// The time grows with the library: some seconds for 100,000 papers.
  /// - Parameter drafts: the folder of notes that were typed and not saved; nil to leave it out.
  /// - Returns: What was looked at, in a fixed order.
  public func examine(drafts: String? = nil) throws -> [HealthCheck] {
    let checks = try reading { database in
      let file = try StructureCheck.file(database)
      // What else could be asked of a damaged file would be answered wrongly or not at all.
      guard file.state != .damaged else { return [file] }
      return [
        file, try StructureCheck.schema(database), try StructureCheck.searchIndex(database),
        try StructureCheck.counts(database), try ContentCheck.queue(database),
        try ContentCheck.lists(database), try ContentCheck.notes(database),
        try ContentCheck.keys(database), try ContentCheck.authors(database),
        try ContentCheck.titles(database),
        try ContentCheck.searches(database), try ContentCheck.duplicates(database),
        try ContentCheck.prerequisites(database),
        try ContentCheck.history(database, budget: historyBudget),
      ]
    }
    return checks + (path.map { FileCheck(path: $0, drafts: drafts).all() } ?? [])
  }

  /// Mends what can be mended without a loss.
  ///
  /// - Parameters:
  ///   - drafts: the folder of notes that were typed and not saved; nil to leave it out.
  ///   - now: the moment, ISO 8601 in UTC.
  public func mend(_ repair: Repair, drafts: String? = nil, at now: String) throws {
    switch repair {
    case .indexes: try mending { try $0.execute(sql: "REINDEX") }
    case .searchIndex:
      try mending { database in
        for index in ["paper_name", "paper_text"] {
          try database.execute(sql: "INSERT INTO \(index)(\(index)) VALUES ('rebuild')")
        }
        try database.execute(sql: "DELETE FROM full_text_due")
      }
    case .counts: try mending { try $0.execute(sql: StructureCheck.recount) }
    case .queue:
      _ = try change(at: now) { editor in
        try editor.mendQueue()
        return "Brought the queue in line with the statuses"
      }
    case .permissions: if let path { FileCheck(path: path, drafts: drafts).takeRightsOfOthers() }
    case .leftovers: if let path { FileCheck(path: path, drafts: drafts).removeLeftovers() }
    }
  }

  private func mending(_ body: (Database) throws -> Void) throws {
    _ = try writing { database -> Bool? in
      try body(database)
      return true
    }
  }
}

extension LibraryEditor {
  /// Puts queued papers that are not in the queue at its end, and takes the others out.
  fileprivate func mendQueue() throws {
    try database.run(
      """
      DELETE FROM queue WHERE paper NOT IN (SELECT paper FROM progress WHERE status = 'queued')
      """)
    let missing = try database.rows(
      """
      SELECT paper FROM progress WHERE status = 'queued'
        AND paper NOT IN (SELECT paper FROM queue) ORDER BY changed, paper
      """)
    for row in missing { try appendToQueue(PaperID(rawValue: row[0])) }
  }
}
