internal import GRDB
internal import ReadingModel

extension Merging {
  /// Brings the lists; one that both have gets the entries that it lacks.
  mutating func lists() throws {
    for list in try other.lists() {
      guard let theirs = try theirs(list.slug) else { continue }
      guard let mine = try editor.database.contents(ofListNamed: list.slug) else {
        summary.newLists += 1
        try write(theirs)
        continue
      }
      if let joined = join(mine, theirs) { try write(joined) }
    }
  }

  /// A list of the other library, with our papers in it.
  private func theirs(_ slug: String) throws -> ListContents? {
    guard var contents = try other.reading({ try $0.contents(ofListNamed: slug) }) else {
      return nil
    }
    contents.sections = contents.sections.map { section in
      var section = section
      section.entries = section.entries.compactMap { entry in
        guard let paper = here[entry.paper] else { return nil }
        var entry = entry
        entry.paper = paper
        return entry
      }
      return section
    }
    return contents
  }

  /// Our list with the entries of theirs that it lacks, under the headings they have there; nil when
  /// it lacks none.
  ///
  /// An entry that a list has no more comes as such, and one that both have stays as it is here.
  private mutating func join(_ mine: ListContents, _ theirs: ListContents) -> ListContents? {
    var joined = mine
    var present = Set(mine.sections.flatMap(\.entries).map(\.paper))
    var added = 0
    for section in theirs.sections {
      for entry in section.entries where present.insert(entry.paper).inserted {
        added += 1
        if let index = joined.sections.lastIndex(where: { $0.title == section.title }) {
          joined.sections[index].entries.append(entry)
        } else {
          joined.sections.append(ListContents.Section(title: section.title, entries: [entry]))
        }
      }
    }
    guard added > 0 else { return nil }
    summary.newEntries += added
    summary.conflicts.append(
      .init(
        subject: mine.head.slug,
        message: "the list stands in both; \(added == 1 ? "an entry" : "\(added) entries") of the "
          + "other one came to its sections"))
    return joined
  }

  /// Writes a list; where its prerequisites close a circle with those here, without them.
  private mutating func write(_ list: ListContents) throws {
    do {
      try inSavepoint { _ = try editor.write(list, at: now) }
    } catch LibraryError.cycle(let names) {
      var plain = list
      for section in plain.sections.indices {
        for entry in plain.sections[section].entries.indices {
          plain.sections[section].entries[entry].prerequisites = []
        }
      }
      try editor.write(plain, at: now)
      summary.conflicts.append(
        .init(
          subject: list.head.slug,
          message: "its prerequisites close a circle (\(names.joined(separator: " → "))), so the "
            + "list stands without them"))
    }
  }
}
