internal import GRDB
public import ReadingModel

extension Library {
  /// Everything the library knows about a paper; nil when there is no such paper.
  public func paper(_ id: PaperID) throws -> PaperDetail? {
    try reading { database in
      let found = try database.collect(
        """
        SELECT paper.key, paper.added, \(PaperRecord.progressColumns), \(PaperRecord.columns)
          FROM paper LEFT JOIN progress ON progress.paper = paper.id WHERE paper.id = ?
        """, id.rawValue
      ) { row in
        (
          key: row[0] as String, added: row[1] as String,
          progress: PaperRecord.progress(row, at: 2),
          facts: PaperRecord.paper(row, at: 5)
        )
      }.first
      guard let (key, added, progress, facts) = found else { return nil }
      var paper = facts
      paper.identifiers = try database.identifiers(of: id)
      paper.links = try database.links(of: id)
      return PaperDetail(
        id: id, key: key, paper: paper, progress: progress, tags: try database.tags(of: id),
        notes: try database.notes(of: id),
        memberships: try database.memberships(of: id),
        prerequisites: try database.references(
          joined: "paper.id = requirement.required", where: "requirement.paper = ?", id),
        requiredBy: try database.references(
          joined: "paper.id = requirement.paper", where: "requirement.required = ?", id),
        added: added)
    }
  }
}

extension Database {
  /// The places of a paper in the lists, in the order of the lists.
  fileprivate func memberships(of paper: PaperID) throws -> [Membership] {
    try collect(
      """
      SELECT list.id, list.slug, list.title,
          (SELECT section.title FROM section
            WHERE section.list = entry.list AND section.first <= entry.position
            ORDER BY section.place DESC LIMIT 1),
          entry.position, entry.remark, entry.gone
        FROM entry JOIN list ON list.id = entry.list
        WHERE entry.paper = ? ORDER BY list.position, entry.position
      """, paper.rawValue
    ) { row in
      Membership(
        list: ListID(rawValue: row[0]), slug: row[1], listTitle: row[2], section: row[3],
        position: row[4], remark: row[5], isGone: row[6])
    }
  }

  /// The papers at the other end of a paper's requirements, each once, in the order added.
  fileprivate func references(
    joined join: String, where condition: String, _ paper: PaperID
  ) throws -> [PaperReference] {
    try collect(
      """
      SELECT paper.id, paper.key, ifnull(paper.short_name, paper.title), progress.status,
          max(requirement.why)
        FROM requirement JOIN paper ON \(join)
        LEFT JOIN progress ON progress.paper = paper.id
        WHERE \(condition) GROUP BY paper.id ORDER BY paper.id
      """, paper.rawValue
    ) { row in
      PaperReference(
        paper: PaperID(rawValue: row[0]), key: row[1], name: row[2],
        status: PaperRecord.status(row, at: 3), why: row[4])
    }
  }
}
