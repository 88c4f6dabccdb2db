internal import GRDB
internal import ReadingModel

extension LibraryEditor {
  /// Makes one entry of all that a list has of a paper: the first stays where it is, with the remarks
  /// and prerequisites of all.
  ///
  /// - Parameter now: the moment, ISO 8601 in UTC.
  func joinEntries(of paper: PaperID, in list: ListID, at now: String) throws {
    let slug: String? = try database.value("SELECT slug FROM list WHERE id = ?", list.rawValue)
    guard let slug, var contents = try database.contents(ofListNamed: slug) else { return }
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
