internal import GRDB
public import ReadingModel

extension Library {
  /// The papers of a list in its order, each once, with what should be read before them.
  public func graphNodes(of list: ListID) throws -> [GraphNode] {
    try reading { database in
      try Self.nodes(
        in: database, papers: "SELECT paper FROM entry WHERE list = ?1",
        position: "(SELECT min(position) FROM entry WHERE list = ?1 AND paper = paper.id)",
        list.rawValue)
    }
  }

  /// A paper and everything that should be read before it, directly or through others.
  ///
  /// Papers come in the order added; their position is 0.
  public func prerequisites(before paper: PaperID) throws -> [GraphNode] {
    try reading { database in
      try Self.nodes(
        in: database,
        papers: """
          WITH RECURSIVE needed(paper) AS (
            SELECT ?1 UNION SELECT requirement.required
              FROM needed JOIN requirement ON requirement.paper = needed.paper
          ) SELECT paper FROM needed
          """,
        position: "0", paper.rawValue)
    }
  }

  private static func nodes(
    in database: Database, papers: String, position: String, _ argument: Int64
  ) throws -> [GraphNode] {
    var requirements: [PaperID: [GraphNode.Requirement]] = [:]
    for row in try database.rows(
      """
      SELECT paper, required, max(why) FROM requirement WHERE paper IN (\(papers))
        GROUP BY paper, required ORDER BY paper, required
      """, argument)
    {
      requirements[PaperID(rawValue: row[0]), default: []].append(
        GraphNode.Requirement(paper: PaperID(rawValue: row[1]), why: row[2]))
    }
    return try database.collect(
      """
      SELECT paper.id, paper.key, ifnull(paper.short_name, paper.title), paper.title,
          \(position) AS position, progress.status
        FROM paper LEFT JOIN progress ON progress.paper = paper.id
        WHERE paper.id IN (\(papers)) ORDER BY position, paper.id
      """, argument
    ) { row in
      let id = PaperID(rawValue: row[0])
      return GraphNode(
        paper: id, key: row[1], name: row[2], title: row[3], position: row[4],
        status: PaperRecord.status(row, at: 5), prerequisites: requirements[id] ?? [])
    }
  }
}
