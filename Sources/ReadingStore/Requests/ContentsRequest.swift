internal import GRDB
internal import ReadingModel

extension Database {
  /// A list as it stands, with the entries that it has no more; nil when there is none of the slug.
  func contents(ofListNamed slug: String) throws -> ListContents? {
    guard
      let id: Int64 = try value("SELECT id FROM list WHERE slug = ?", slug),
      let head = try Library.head(of: ListID(rawValue: id), in: self)
    else { return nil }
    var entries = try contentsEntries(of: id)[...]
    let sections = try rows(
      "SELECT title, entries FROM section WHERE list = ? ORDER BY place", id
    ).map { row in
      let count: Int = row[1]
      defer { entries = entries.dropFirst(count) }
      return ListContents.Section(title: row[0], entries: Array(entries.prefix(count)))
    }
    return ListContents(head: head, sections: sections)
  }

  private func contentsEntries(of list: Int64) throws -> [ListContents.Entry] {
    var prerequisites: [Int: [Prerequisite]] = [:]
    for row in try rows(
      """
      SELECT position, key, why FROM entry_prerequisite WHERE list = ? ORDER BY position, place
      """, list)
    {
      prerequisites[row[0], default: []].append(Prerequisite(key: row[1], why: row[2]))
    }
    return try rows(
      "SELECT position, paper, remark, gone FROM entry WHERE list = ? ORDER BY position", list
    ).map { row in
      ListContents.Entry(
        paper: PaperID(rawValue: row[1]), remark: row[2],
        prerequisites: prerequisites[row[0]] ?? [], isGone: row[3])
    }
  }
}
