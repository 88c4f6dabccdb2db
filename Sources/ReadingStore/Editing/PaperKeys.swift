internal import GRDB
internal import ReadingModel

/// The keys of papers whose identifiers or title were changed by hand (docs/invariants.md, 1 and 2).
extension LibraryEditor {
  /// Gives a paper the key that its identifiers make, or else its title; the key it had, and a name
  /// it no longer has as its key, stay names of it.
  ///
  /// A title's key is kept while the title has that key, so that a number behind it never changes.
  /// - Parameter former: the facts before; its identifiers need not be the paper's any more.
  func settleKey(of id: PaperID, was former: Paper) throws {
    guard let facts = try database.facts(of: id),
      let present: String = try database.value("SELECT key FROM paper WHERE id = ?", id.rawValue)
    else { throw LibraryError.noSuchPaper }
    let titleKey = facts.titleKey
    var key = present
    if let best = facts.identifiers.min(by: { $0.scheme < $1.scheme }) {
      key = best.key
    } else if titleKey != former.titleKey || !present.hasPrefix("title:") {
      key = try freeTitleKey(titleKey, year: facts.year, of: id)
    }
    if key != present {
      try database.run("DELETE FROM alias WHERE key = ? AND paper = ?", key, id.rawValue)
      try database.run("UPDATE paper SET key = ? WHERE id = ?", key, id.rawValue)
      try keepName(present, of: id)
    }
    if titleKey != former.titleKey { try keepName("title:\(former.titleKey)", of: id) }
  }

  /// Keeps a key as a name of a paper, unless it names one already.
  func keepName(_ key: String, of id: PaperID) throws {
    try database.run(
      """
      INSERT INTO alias(key, paper) SELECT ?1, ?2
        WHERE NOT EXISTS (SELECT 1 FROM paper WHERE key = ?1)
          AND NOT EXISTS (SELECT 1 FROM identifier
            WHERE scheme = substr(?1, 1, instr(?1, ':') - 1)
              AND value = substr(?1, instr(?1, ':') + 1))
        ON CONFLICT DO NOTHING
      """, key, id.rawValue)
  }

  /// A key made from a title that names no other paper; where the title's own does, its year or a
  /// number follows.
  private func freeTitleKey(_ titleKey: String, year: Int?, of id: PaperID) throws -> String {
    let key = "title:\(titleKey)"
    if try isFree(key, for: id) { return key }
    if let year, try isFree("\(key)-\(year)", for: id) { return "\(key)-\(year)" }
    var number = 2
    while try !isFree("\(key)-\(number)", for: id) { number += 1 }
    return "\(key)-\(number)"
  }

  private func isFree(_ key: String, for id: PaperID) throws -> Bool {
    try database.value(
      """
      SELECT 1 FROM paper WHERE key = ?1 AND id <> ?2
      UNION ALL SELECT 1 FROM alias WHERE key = ?1 AND paper <> ?2 LIMIT 1
      """, key, id.rawValue) as Int? == nil
  }
}
