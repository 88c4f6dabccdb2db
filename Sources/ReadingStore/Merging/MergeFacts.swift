internal import GRDB
internal import ReadingModel

extension Merging {
  /// Takes over the facts that the reader put right there and not here, which stay right from now on.
  mutating func facts(of detail: PaperDetail, to paper: PaperID) throws {
    let theirs = try other.reading { database in
      // A library of the first schema keeps no such facts.
      try database.tableExists("paper_edit") ? database.editedFacts(of: detail.id) : []
    }
    let facts = theirs.subtracting(try editor.database.editedFacts(of: paper))
    let edits = PaperFact.allCases.filter(facts.contains).map { FactEdit($0, of: detail.paper) }
    guard !edits.isEmpty else { return }
    summary.facts += try editor.edit(paper, edits).count
    for fact in facts { try editor.protect(fact, of: paper) }
  }
}
