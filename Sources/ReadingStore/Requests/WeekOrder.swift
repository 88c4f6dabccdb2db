internal import GRDB
internal import ReadingModel

/// The papers of all weekly lists that were issued in one week, each once, under the lists' titles.
struct WeekOrder {
  /// The papers in the order of the lists.
  private(set) var papers: [PaperID] = []
  /// The lists as sections.
  private(set) var sections: [SectionSpan] = []

  /// - Parameter week: a week of ISO 8601, such as `2025-W09`; any other text has no papers.
  init(_ week: String, in database: Database) throws {
    guard let days = ISOWeek.days(of: week) else { return }
    var seen: Set<PaperID> = []
    var list: Int64?
    for row in try database.rows(
      """
      SELECT list.id, list.title, entry.paper FROM list JOIN entry ON entry.list = list.id
        WHERE list.kind = 'weekly' AND substr(list.issued, 1, 10) BETWEEN ? AND ?
        ORDER BY list.position, list.id, entry.position
      """, days.first, days.last)
    {
      let paper = PaperID(rawValue: row[2])
      guard seen.insert(paper).inserted else { continue }
      if list != row[0] {
        sections.append(SectionSpan(title: row[1], first: papers.count + 1, count: 0))
        list = row[0]
      }
      papers.append(paper)
      sections[sections.count - 1].count += 1
    }
  }
}
