import ReadingModel

/// Deciding about the unread papers of a list, one at a time.
struct LinearTriage {
  /// Something that was done.
  enum Step {
    /// A change of the library.
    case change
    /// A paper was left for later.
    case later(PaperID)
  }

  /// The list, or the week, whose papers are decided about.
  let source: RowSource
  let title: String
  /// The paper to decide about; nil when none is left.
  var row: EntryRow?
  /// Papers left for the next round.
  var later: Set<PaperID> = []
  /// What was done, newest last.
  var steps: [Step] = []

  /// Where the undecided papers come from.
  var undecided: RowSource {
    .filtered(source, Query(condition: .status(.unread), text: "status:unread"))
  }
}
