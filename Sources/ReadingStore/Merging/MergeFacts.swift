internal import GRDB
internal import ReadingModel

extension Merging {
  /// Takes over the facts that the reader put right there and not here, which stay right from now on;
  /// of one that was put right in both, the one here stands, and the other is told.
  mutating func facts(of detail: PaperDetail, to paper: PaperID) throws {
    let theirs = try other.reading { database in
      // A library of the first schema keeps no such facts.
      try database.tableExists("paper_edit") ? database.editedFacts(of: detail.id) : []
    }
    guard !theirs.isEmpty else { return }
    let mine = try editor.database.editedFacts(of: paper)
    let known = try editor.lookup.facts(of: paper)
    for fact in PaperFact.allCases where theirs.intersection(mine).contains(fact) {
      guard known.keeping([fact], of: detail.paper) != known else { continue }
      try conflict(
        paper, "its \(fact.words) was put right here and there in two ways; that here stands")
    }
    let new = theirs.subtracting(mine)
    let edits = PaperFact.allCases.filter(new.contains).map { FactEdit($0, of: detail.paper) }
    guard !edits.isEmpty else { return }
    summary.facts += try editor.edit(paper, edits).count
    for fact in new { try editor.protect(fact, of: paper) }
  }
}
