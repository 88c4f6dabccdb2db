import ReadingModel

/// The steps of the history, newest first.
struct HistoryLayer: Equatable, Sendable {
  /// The steps that are loaded.
  private(set) var steps: [HistoryStep] = []
  /// How many were asked for; fewer mean that these are all.
  private(set) var limit = Self.page
  var cursor = 0
  var scroll = 0
  /// What taking back the step under the cursor would do, once it is known.
  private(set) var preview: UndoPreview?
  /// The step whose preview was asked for.
  private var previewed: Int64?

  /// How many steps are asked for at a time.
  static let page = 200

  /// Takes in steps; the cursor stays on its step.
  mutating func show(_ steps: [HistoryStep], limit: Int) {
    let current = self.steps.indices.contains(cursor) ? self.steps[cursor].id : nil
    self.steps = steps
    self.limit = limit
    previewed = nil
    cursor =
      steps.firstIndex { $0.id == current } ?? max(0, min(cursor, steps.count - 1))
  }

  /// The step under the cursor.
  var current: HistoryStep? { steps.indices.contains(cursor) ? steps[cursor] : nil }

  /// The step that undo takes back.
  var newestStanding: HistoryStep? { steps.first { $0.state == .done } }

  /// The step whose preview is to be asked for now; nil when there is none.
  mutating func takeUnpreviewed() -> Int64? {
    guard let current, current.state == .done, previewed != current.id else { return nil }
    previewed = current.id
    return current.id
  }

  /// Takes in a preview, unless the cursor has gone on meanwhile.
  mutating func show(_ preview: UndoPreview?, of step: Int64) {
    if step == previewed { self.preview = preview }
  }

  /// How many steps to ask for so that there are some below the cursor; nil when there are.
  var missingLimit: Int? {
    steps.count == limit && cursor + Self.page / 4 >= limit ? limit + Self.page : nil
  }
}
