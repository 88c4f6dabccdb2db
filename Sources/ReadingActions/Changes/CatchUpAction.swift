public import ReadingModel
import ReadingStore

extension Actions {
  /// Marks unread papers as skipped that stand only in weekly lists issued before a day.
  func catchUp(before day: String) throws -> Outcome {
    let day = try Self.day(day)
    var found = CatchUp(before: day, papers: [], lists: 0)
    var outcome = try step(papers: [], unchanged: Self.sentence(found, done: false)) {
      editor, moment in
      found = try editor.catchUp(before: day)
      for reference in found.papers {
        try editor.setStatus(.skipped, of: reference.paper, at: moment)
      }
      return found.papers.isEmpty ? nil : Self.sentence(found, done: true)
    }
    outcome.papers = found.papers.map(\.paper)
    return outcome
  }

  /// What catching up would do, without doing it, and the sentence that says so.
  ///
  /// - Parameter day: The day before which lists count as old, `2025-11-01`.
  public func previewOfCatchUp(before day: String) throws -> (found: CatchUp, sentence: String) {
    let found = try library.catchUp(before: Self.day(day))
    guard !found.papers.isEmpty else { return (found, Self.sentence(found, done: false)) }
    let sentence = Self.sentence(found, done: true)
    return (found, "Would mark" + sentence.dropFirst("Marked".count))
  }

  private static func sentence(_ found: CatchUp, done: Bool) -> String {
    let lists = Sentences.count(found.lists, "weekly list") + " before \(found.before)"
    guard done else {
      return found.lists == 0
        ? "There is no weekly list before \(found.before)"
        : "Nothing unread is left that stands only in the \(lists)"
    }
    return "Marked \(Sentences.count(found.papers.count, "paper")) of \(lists) as skipped"
  }

  private static func day(_ text: String) throws -> String {
    let day = SafeText.line(text)
    guard day.utf8.count == 10, ISOWeek.name(of: day) != nil else {
      throw ActionError.refused("“\(day)” is no day; write it as in 2025-11-01")
    }
    return day
  }
}
