internal import GRDB
public import ReadingModel

extension Library {
  /// The papers of a source with everything that is printed and exported about them.
  ///
  /// - Parameter limit: how many at most; nil for all.
  public func listed(_ source: RowSource, limit: Int?) throws -> [ListedPaper] {
    try reading { database in
      let order = try PaperOrder.of(
        source, start: 0, limit: limit ?? Int(Int32.max), cap: nil, in: database)
      var listed = try Self.listed(order.papers, in: database)
      if case .list(let list) = source {
        try Self.place(&listed, in: list, database)
      } else {
        let marks = try SearchMarks(source: source, in: database)
        for index in listed.indices {
          listed[index].snippet = try marks.snippet(of: listed[index].id, in: database)
        }
      }
      return listed
    }
  }

  private static func listed(
    _ papers: [PaperID], in database: Database
  ) throws -> [ListedPaper] {
    let chosen = "SELECT value FROM json_each(?)"
    let json: StatementArguments = [papers.json]
    let identifiers = try FactsOfMany.identifiers(in: database, papers: chosen, json)
    let links = try FactsOfMany.links(in: database, papers: chosen, json)
    let tags = try FactsOfMany.tags(in: database, papers: chosen, json)
    let statement = try database.cachedStatement(
      sql: """
        SELECT chosen.key, paper.id, paper.key, \(PaperRecord.progressColumns),
            \(PaperRecord.columns)
          FROM json_each(?) AS chosen CROSS JOIN paper ON paper.id = chosen.value
          LEFT JOIN progress ON progress.paper = paper.id ORDER BY chosen.key
        """)
    var listed: [ListedPaper] = []
    let rows = try Row.fetchCursor(statement, arguments: json)
    while let row = try rows.next() {
      let id = PaperID(rawValue: row[1])
      var paper = PaperRecord.paper(row, at: 6)
      paper.identifiers = identifiers[id] ?? []
      paper.links = links[id] ?? []
      listed.append(
        ListedPaper(
          id: id, key: row[2], paper: paper, progress: PaperRecord.progress(row, at: 3),
          tags: tags[id] ?? [], position: 1 + (row[0] as Int)))
    }
    return listed
  }

  /// Adds what a list says of the papers: the headings, the remarks, and what is gone.
  private static func place(
    _ listed: inout [ListedPaper], in list: ListID, _ database: Database
  ) throws {
    let statement = try database.cachedStatement(
      sql: """
        SELECT entry.position, entry.remark, section.title, entry.gone FROM section
          JOIN entry ON entry.list = section.list AND entry.position >= section.first
            AND entry.position < section.first + section.entries
          WHERE section.list = ? ORDER BY entry.position
        """)
    let rows = try Row.fetchCursor(statement, arguments: [list.rawValue])
    while let row = try rows.next() {
      let index = (row[0] as Int) - 1
      guard index < listed.count else { break }
      listed[index].remark = row[1]
      listed[index].section = row[2]
      listed[index].isGone = row[3]
    }
  }
}
