import ReadingModel

/// Deciding about the unread papers of a list, one at a time.
///
/// Where one is follows from what is undecided, so it can be left and taken up again at any point.
struct TriageLayer: Equatable, Sendable {
  /// The list, or the week, whose papers are decided about.
  let source: RowSource
  /// Papers left for the next round, and what was done so far.
  var memory: TriageMemory
  /// The first undecided papers; nil until they are loaded.
  private(set) var undecided: RowWindow?
  /// True when the papers could not be read.
  private(set) var hasFailed = false
  /// What is being asked of the library about the paper shown.
  var asked: TriageMemory.Decision?

  /// Takes triage of a source up where it was left.
  init(source: RowSource, memory: TriageMemory) {
    self.source = source
    self.memory = memory
  }

  /// Where the undecided papers come from.
  var rows: RowSource {
    .filtered(source, Query(condition: .status(.unread), text: "status:unread"))
  }

  /// How many undecided papers have to be known to find one that is not left for later.
  var limit: Int { memory.later.count + 1 }

  /// The paper to decide about; nil when none is left or none is loaded.
  var row: EntryRow? { undecided?.rows.first { !memory.later.contains($0.paper) } }

  /// How many papers are undecided and not left for later.
  var remaining: Int {
    guard let undecided else { return 0 }
    return undecided.total - undecided.rows.count { memory.later.contains($0.paper) }
  }

  /// Takes in the undecided papers; with none left but those for later, their round begins.
  ///
  /// - Returns: True when a new round begins.
  mutating func show(_ window: RowWindow) -> Bool {
    undecided = window
    hasFailed = false
    guard row == nil, !window.rows.isEmpty else { return false }
    memory.later = []
    return true
  }

  /// Shows that the papers could not be read.
  mutating func fail() {
    undecided = RowWindow(source: rows, start: 0, rows: [], total: 0)
    hasFailed = true
  }

  /// Leaves the paper for the next round.
  mutating func leaveForLater() {
    guard let paper = row?.paper else { return }
    memory.later.insert(paper)
    memory.steps.append(.later(paper))
  }
}

/// What a session remembers of the triage of one list.
struct TriageMemory: Equatable, Sendable {
  /// One thing that was done.
  enum Step: Equatable, Sendable {
    /// A change of the library, with the decision it was.
    case change(Decision?)
    /// A paper was left for the next round.
    case later(PaperID)
  }

  /// A paper and what became of it.
  struct Decision: Equatable, Sendable {
    let name: String
    let status: Status
  }

  /// Papers left for the next round.
  var later: Set<PaperID> = []
  /// What was done, oldest first.
  var steps: [Step] = []

  /// What was decided, newest first.
  var decisions: [Decision] {
    steps.reversed().compactMap { if case .change(let decision) = $0 { decision } else { nil } }
  }
}
