internal import GRDB
public import ReadingModel

extension Library {
  /// The paper that has an identifier, now or once; nil when there is none.
  public func find(_ identifier: Identifier) throws -> PaperID? {
    try reading { try $0.paper(identified: identifier) }
  }

  /// The paper that a key names, now or once: `arxiv:…`, `doi:…`, `url:…`, `title:…`.
  public func find(key: String) throws -> PaperID? {
    try reading { try $0.paper(keyed: key) }
  }

  /// The papers whose title or short name has every word, or a word that begins with it.
  ///
  /// A paper with exactly that title or short name comes first, then the best match.
  public func papers(titled words: String, limit: Int) throws -> [PaperReference] {
    try reading { database in
      let tokens = words.split(whereSeparator: \.isWhitespace).map(String.init)
      guard !tokens.isEmpty else { return [] }
      return try database.references(
        matching: "{title short_name} : (\(FullText.prefixes(tokens)))", exactly: words,
        limit: limit)
    }
  }
}

extension Database {
  /// Papers whose names match a full-text expression, those named exactly so first.
  func references(
    matching expression: String, exactly name: String, limit: Int
  ) throws -> [PaperReference] {
    // Ranking costs a microsecond for each match, so that only the first thousand are ranked.
    try rows(
      """
      SELECT paper.id, paper.key, ifnull(paper.short_name, paper.title), progress.status
        FROM (SELECT rowid, bm25(paper_name, 1.0, 2.0) AS score FROM paper_name
          WHERE paper_name MATCH ?1 LIMIT 1000) AS match
        JOIN paper ON paper.id = match.rowid
        LEFT JOIN progress ON progress.paper = paper.id
        ORDER BY lower(paper.title) <> lower(?2) AND ifnull(lower(paper.short_name), '') <> lower(?2),
          match.score, paper.id
        LIMIT ?3
      """, expression, name, limit
    ).map { row in
      PaperReference(
        paper: PaperID(rawValue: row[0]), key: row[1], name: row[2],
        status: PaperRecord.status(row, at: 3))
    }
  }
}
