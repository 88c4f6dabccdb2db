import GRDB
import ReadingModel

@testable import ReadingStore

extension RandomChanges {
  /// Merges two papers, splits one, adds one or puts its facts right.
  mutating func settle(_ editor: LibraryEditor, at now: String) throws {
    let papers = try editor.database.rows("SELECT id FROM paper ORDER BY id")
      .map { PaperID(rawValue: $0[0]) }
    let paper = papers[below(papers.count)]
    switch below(8) {
    case 0, 1:
      let other = papers[below(papers.count)]
      if other != paper { try editor.merge(other, into: paper, at: now) }
    case 2, 3:
      let identifiers = try editor.lookup.identifiers(of: paper)
      guard let identifier = identifiers.last else { return }
      let lists = try editor.database.rows(
        "SELECT DISTINCT list FROM entry WHERE paper = ?", paper.rawValue
      ).map { ListID(rawValue: $0[0]) }
      _ = try editor.split(
        [identifier], from: paper, title: below(2) == 0 ? nil : "Split \(below(9))",
        takingEntriesOf: Array(lists.prefix(below(2))), at: now)
    case 4:
      let identifier = Identifier(canonical: "2501.0000\(below(9))", scheme: .arxiv)
      _ = try editor.add(identifier, title: below(2) == 0 ? nil : "New \(below(9))", at: now)
    case 5: try change(editor, at: now)
    default:
      try editor.edit(
        paper,
        [
          .title("\(below(2) == 0 ? "New" : "new") \(below(9))"),
          .year(below(2) == 0 ? nil : 2000 + below(9)), .shortName("N\(below(9))"),
        ])
    }
  }
}
