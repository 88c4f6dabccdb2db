internal import GRDB
internal import ReadingModel

extension LibraryEditor {
  /// Makes one entry of all that a list has of a paper: the first stays where it is, with the remarks
  /// and prerequisites of all.
  ///
  /// - Parameter now: the moment, ISO 8601 in UTC.
  func joinEntries(of paper: PaperID, in list: ListID, at now: String) throws {
    guard var contents = try contents(of: list) else { return }
    var first: (section: Int, entry: Int)?
    for section in contents.sections.indices {
      var entries: [ListContents.Entry] = []
      for entry in contents.sections[section].entries {
        guard entry.paper == paper else {
          entries.append(entry)
          continue
        }
        guard let place = first else {
          first = (section, entries.count)
          entries.append(entry)
          continue
        }
        if place.section == section {
          entries[place.entry].take(in: entry)
        } else {
          contents.sections[place.section].entries[place.entry].take(in: entry)
        }
      }
      contents.sections[section].entries = entries
    }
    try write(contents, at: now)
  }

  /// A list as it stands, with every section.
  private func contents(of list: ListID) throws -> ListContents? {
    let slug: String? = try database.value("SELECT slug FROM list WHERE id = ?", list.rawValue)
    guard let slug, let standing = try lookup.list(slug: slug) else { return nil }
    var rest = standing.entries[...]
    let sections = try database.rows(
      "SELECT title, entries FROM section WHERE list = ? ORDER BY place", list.rawValue
    ).map { row in
      let entries = rest.prefix(row[1])
      rest = rest.dropFirst(row[1])
      return ListContents.Section(
        title: row[0],
        entries: entries.map {
          ListContents.Entry(
            paper: $0.paper, remark: $0.remark, prerequisites: $0.prerequisites,
            isGone: $0.isGone)
        })
    }
    return ListContents(head: standing.head, sections: sections)
  }
}

extension ListContents.Entry {
  /// Takes in another entry of the same paper.
  fileprivate mutating func take(in other: ListContents.Entry) {
    remark = Remark.joined(remark, other.remark)
    prerequisites += other.prerequisites.filter { prerequisite in
      !prerequisites.contains { $0.key == prerequisite.key }
    }
    isGone = isGone && other.isGone
  }
}
