internal import GRDB
public import ReadingModel

extension LibraryEditor {
  /// Makes one paper of two that are the same work.
  ///
  /// The paper that is kept gets what the other has: identifiers, links, entries, prerequisites,
  /// progress, notes, tags and the keys that find it. Of facts that both state its own stand, unless
  /// the reader put those of the other right; from now on no import changes them. In a list that has
  /// both, the first entry stays with both remarks.
  /// - Parameter now: the moment, ISO 8601 in UTC.
  /// - Throws: `LibraryError.cycle` when one of the papers comes before the other through a third.
  public func merge(_ other: PaperID, into kept: PaperID, at now: String) throws {
    guard other != kept, let mine = try database.facts(of: kept),
      let theirs = try database.facts(of: other),
      let otherKey: String = try database.value(
        "SELECT key FROM paper WHERE id = ?", other.rawValue)
    else { throw LibraryError.noSuchPaper }
    let lists = try database.rows(
      """
      SELECT DISTINCT list FROM entry WHERE paper = ?1
        AND list IN (SELECT list FROM entry WHERE paper = ?2)
      """, other.rawValue, kept.rawValue
    ).map { ListID(rawValue: $0[0]) }
    let (facts, protected) = try mergedFacts(of: kept, mine, with: other, theirs)
    try joinProgress(of: other, into: kept)
    try moveLinks(theirs.links, of: other, to: kept, beside: mine.links)
    let last: Int? = try database.value(
      "SELECT max(place) FROM identifier WHERE paper = ?", kept.rawValue)
    try database.run(
      "UPDATE identifier SET paper = ?, place = place + ? WHERE paper = ?", kept.rawValue,
      last ?? 0, other.rawValue)
    try moveReferences(of: other, to: kept)
    try database.run(
      """
      UPDATE paper SET added = (SELECT min(added) FROM paper WHERE id IN (?1, ?2)) WHERE id = ?2
      """, other.rawValue, kept.rawValue)
    try database.run("DELETE FROM paper WHERE id = ?", other.rawValue)
    try writeFacts(facts, of: kept)
    for fact in protected { try protect(fact, of: kept) }
    try settleKey(of: kept, was: mine)
    try keepName(otherKey, of: kept)
    try keepName("title:\(theirs.titleKey)", of: kept)
    for list in lists { try joinEntries(of: kept, in: list, at: now) }
    try requireNoCycle(through: try resolveOpenRequirements() + [kept])
  }

  /// The facts that the paper will have, and those that an import leaves alone: what the reader put
  /// right, and that of which the reader chose one of two.
  private func mergedFacts(
    of kept: PaperID, _ mine: Paper, with other: PaperID, _ theirs: Paper
  ) throws -> (facts: Paper, protected: Set<PaperFact>) {
    let myEdits = try database.editedFacts(of: kept)
    let theirEdits = try database.editedFacts(of: other)
    let facts = mine.filling(from: theirs).keeping(myEdits, of: mine)
      .keeping(theirEdits.subtracting(myEdits), of: theirs)
    let chosen = mine.statedFacts.intersection(theirs.statedFacts)
      .filter { mine.keeping([$0], of: theirs) != mine }
    return (facts, myEdits.union(theirEdits).union(chosen))
  }

  /// Links of a kind that the paper has already become pages beside it.
  private func moveLinks(
    _ links: [Link], of other: PaperID, to kept: PaperID, beside present: [Link]
  ) throws {
    var joined = present
    for link in links where !joined.contains(where: { $0.url == link.url }) {
      let isTaken = link.kind != .page && joined.contains { $0.kind == link.kind }
      joined.append(isTaken ? Link(kind: .page, url: link.url) : link)
    }
    try database.run("DELETE FROM link WHERE paper = ?", other.rawValue)
    try writeLinks(Array(joined.dropFirst(present.count)), of: kept, after: present.count)
  }

  /// Writes links behind those that a paper has.
  func writeLinks(_ links: [Link], of paper: PaperID, after count: Int) throws {
    for (index, link) in links.enumerated() {
      try database.run(
        "INSERT INTO link(paper, place, kind, url) VALUES (?, ?, ?, ?)", paper.rawValue,
        count + index + 1, link.kind.rawValue, link.url)
    }
  }

  /// Lets everything that refers to a paper refer to the other one.
  private func moveReferences(of other: PaperID, to kept: PaperID) throws {
    for statement in [
      "UPDATE alias SET paper = ?2 WHERE paper = ?1",
      "UPDATE entry SET paper = ?2 WHERE paper = ?1",
      "UPDATE entry_prerequisite SET required = ?2 WHERE required = ?1",
      "UPDATE note SET paper = ?2 WHERE paper = ?1",
      """
      INSERT INTO paper_tag(paper, tag) SELECT ?2, tag FROM paper_tag WHERE paper = ?1
        ON CONFLICT DO NOTHING
      """,
      // A paper comes neither before nor after itself; a reason that was given stays.
      """
      INSERT INTO prerequisite(paper, required, why)
        SELECT ?2, required, why FROM prerequisite WHERE paper = ?1 AND required <> ?2
        ON CONFLICT DO UPDATE SET why = excluded.why WHERE why = ''
      """,
      """
      INSERT INTO prerequisite(paper, required, why)
        SELECT paper, ?2, why FROM prerequisite WHERE required = ?1 AND paper <> ?2
        ON CONFLICT DO UPDATE SET why = excluded.why WHERE why = ''
      """,
    ] {
      try database.run(statement, other.rawValue, kept.rawValue)
    }
    for rows in [
      "paper_tag WHERE paper = ?1", "prerequisite WHERE paper = ?1 OR required = ?1",
      "paper_edit WHERE paper = ?1",
    ] {
      try database.run("DELETE FROM \(rows)", other.rawValue)
    }
  }

  /// The further status, the deeper pass and a rating; every dated event; the earlier place in the
  /// queue.
  private func joinProgress(of other: PaperID, into kept: PaperID) throws {
    let mine = try database.progress(of: kept)
    let theirs = try database.progress(of: other)
    let joined = mine.joined(with: theirs)
    let since = "SELECT changed FROM progress WHERE paper = ?"
    let changed: (mine: String?, theirs: String?) = (
      try database.value(since, kept.rawValue), try database.value(since, other.rawValue)
    )
    let moment = joined.status == mine.status ? changed.mine ?? changed.theirs : changed.theirs
    let place: Int? = try database.value(
      "SELECT min(place) FROM queue WHERE paper IN (?, ?)", kept.rawValue, other.rawValue)
    try database.run("DELETE FROM progress WHERE paper = ?", other.rawValue)
    try database.run("DELETE FROM queue WHERE paper = ?", other.rawValue)
    if joined != mine, let moment {
      try database.run(
        """
        INSERT INTO progress(paper, status, pass, rating, changed) VALUES (?1, ?2, ?3, ?4, ?5)
          ON CONFLICT DO UPDATE SET status = ?2, pass = ?3, rating = ?4, changed = ?5
        """, kept.rawValue, joined.status.rawValue, joined.pass, joined.rating, moment)
    }
    if joined.status == .queued, let place {
      try database.run(
        "INSERT INTO queue(paper, place) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET place = ?2",
        kept.rawValue, place)
    } else {
      try database.run("DELETE FROM queue WHERE paper = ?", kept.rawValue)
    }
    try database.run(
      """
      UPDATE reading_event SET paper = ?2 WHERE paper = ?1
        AND at NOT IN (SELECT at FROM reading_event WHERE paper = ?2)
      """, other.rawValue, kept.rawValue)
    try database.run("DELETE FROM reading_event WHERE paper = ?", other.rawValue)
  }
}
