internal import GRDB
public import ReadingModel

extension Library {
  /// Everything the library knows about a paper; nil when there is no such paper.
  public func paper(_ id: PaperID) throws -> PaperDetail? {
    try reading { database in
      guard let facts = try database.facts(of: id),
        let row = try database.rows("SELECT key, added FROM paper WHERE id = ?", id.rawValue).first
      else { return nil }
      return PaperDetail(
        id: id, key: row[0], paper: facts, progress: try database.progress(of: id),
        tags: try database.tags(of: id), notes: try database.notes(of: id),
        memberships: try database.memberships(of: id),
        prerequisites: try database.references(
          joined: "paper.id = requirement.required", where: "requirement.paper = ?", id),
        requiredBy: try database.references(
          joined: "paper.id = requirement.paper", where: "requirement.required = ?", id),
        added: row[1])
    }
  }
}

extension Database {
  /// The places of a paper in the lists, in the order of the lists.
  fileprivate func memberships(of paper: PaperID) throws -> [Membership] {
    try rows(
      """
      SELECT list.id, list.slug, list.title,
          (SELECT section.title FROM section
            WHERE section.list = entry.list AND section.first <= entry.position
            ORDER BY section.place DESC LIMIT 1),
          entry.position, entry.remark, entry.gone
        FROM entry JOIN list ON list.id = entry.list
        WHERE entry.paper = ? ORDER BY list.position, entry.position
      """, paper.rawValue
    ).map { row in
      Membership(
        list: ListID(rawValue: row[0]), slug: row[1], listTitle: row[2], section: row[3],
        position: row[4], remark: row[5], isGone: row[6])
    }
  }

  /// The papers at the other end of a paper's requirements, each once, in the order added.
  fileprivate func references(
    joined join: String, where condition: String, _ paper: PaperID
  ) throws -> [PaperReference] {
    try rows(
      """
      SELECT paper.id, paper.key, ifnull(paper.short_name, paper.title), progress.status,
          max(requirement.why)
        FROM requirement JOIN paper ON \(join)
        LEFT JOIN progress ON progress.paper = paper.id
        WHERE \(condition) GROUP BY paper.id ORDER BY paper.id
      """, paper.rawValue
    ).map { row in
      PaperReference(
        paper: PaperID(rawValue: row[0]), key: row[1], name: row[2],
        status: PaperRecord.status(row, at: 3), why: row[4])
    }
  }
}
