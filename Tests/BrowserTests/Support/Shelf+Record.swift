import ReadingModel

extension FakeLibrary.Shelf {
  /// What statistics are made of: the papers of the shelf that are done were done in February 2026.
  ///
  /// - Parameter readings: Days before 1 March 2026 on which something else was read.
  func record(lists: [ListSummary], readings: [Int]) -> ReadingRecord {
    let today = Day(year: 2026, month: 3, day: 1)
    let done = papers.values.filter(\.progress.status.isDone).sorted { $0.id < $1.id }
    var events = done.enumerated().map { index, paper in
      ReadingRecord.Event(
        paper: paper.id, moment: (today - 9 - index).number * 86_400,
        status: paper.progress.status)
    }
    events += readings.enumerated().map { index, daysAgo in
      ReadingRecord.Event(
        paper: PaperID(rawValue: Int64(1_000 + index)), moment: (today - daysAgo).number * 86_400,
        status: .reading)
    }
    var years: [Int: Int] = [:]
    for paper in done where paper.progress.status == .read {
      years[paper.paper.year ?? 0, default: 0] += 1
    }
    let doneIDs = Set(done.map(\.id))
    return ReadingRecord(
      events: events,
      statuses: Dictionary(grouping: papers.values, by: \.progress.status).mapValues(\.count),
      years: years.sorted { $0.key < $1.key }.map { .init(year: $0.key, read: $0.value) },
      lists: lists,
      done: Dictionary(
        self.lists.map { list in (list.id, list.papers.filter { doneIDs.contains($0) }) }
      ) { first, _ in first },
      sections: self.lists.flatMap { list in
        list.sections.map { section in
          func count(_ status: Status) -> Int {
            section.papers.count { papers[$0]?.progress.status == status }
          }
          return .init(
            list: list.title, section: section.title, entries: section.papers.count,
            read: count(.read), skipped: count(.skipped))
        }
      })
  }
}
