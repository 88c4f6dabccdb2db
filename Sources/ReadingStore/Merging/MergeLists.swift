internal import GRDB
internal import ReadingModel

extension Merging {
  /// Brings the lists; one that both have gets the entries that it lacks.
  mutating func lists(besides present: [(id: ListID, document: ReadingList)]) throws {
    for list in try other.lists() {
      let theirs = try other.document(of: list.id)
      guard let mine = present.first(where: { $0.document.slug == theirs.slug }) else {
        summary.newLists += 1
        try insert(theirs)
        continue
      }
      if let joined = try join(mine.document, theirs, in: mine.id) { try insert(joined) }
    }
  }

  /// Our list with the entries of theirs that it lacks, under the headings they have there; nil when
  /// it lacks none.
  private mutating func join(
    _ mine: ReadingList, _ theirs: ReadingList, in list: ListID
  ) throws -> ReadingList? {
    var joined = mine
    var present = Set(
      try editor.database.rows("SELECT paper FROM entry WHERE list = ?", list.rawValue)
        .map { PaperID(rawValue: $0[0]) })
    var added = 0
    for section in theirs.sections {
      for entry in section.entries {
        let paper = try editor.insert(entry.paper, at: now)
        guard present.insert(paper).inserted else { continue }
        added += 1
        if let index = joined.sections.lastIndex(where: { $0.title == section.title }) {
          joined.sections[index].entries.append(entry)
        } else {
          joined.sections.append(ReadingSection(title: section.title, entries: [entry]))
        }
      }
    }
    guard added > 0 else { return nil }
    summary.newEntries += added
    summary.conflicts.append(
      .init(
        subject: mine.slug,
        message: "the list stands in both; \(added == 1 ? "an entry" : "\(added) entries") of the "
          + "other one came to its sections"))
    return joined
  }

  /// Puts a list in; where its prerequisites close a circle with those here, without them.
  private mutating func insert(_ list: ReadingList) throws {
    do {
      try inSavepoint { _ = try editor.insert(list, at: now) }
    } catch LibraryError.cycle(let names) {
      var plain = list
      for section in plain.sections.indices {
        for entry in plain.sections[section].entries.indices {
          plain.sections[section].entries[entry].prerequisites = []
        }
      }
      try editor.insert(plain, at: now)
      summary.conflicts.append(
        .init(
          subject: list.slug,
          message: "its prerequisites close a circle (\(names.joined(separator: " → "))), so the "
            + "list stands without them"))
    }
  }
}
