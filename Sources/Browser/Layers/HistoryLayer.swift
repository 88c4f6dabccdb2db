import ReadingModel

/// The steps of the history, newest first.
struct HistoryLayer: Equatable, Sendable {
  /// The steps that are loaded.
  private(set) var steps: [HistoryStep] = []
  /// How many were asked for; fewer mean that these are all.
  private(set) var limit = Self.page
  var cursor = 0
  var scroll = 0

  /// How many steps are asked for at a time.
  static let page = 200

  /// Takes in steps; the cursor stays on its step.
  mutating func show(_ steps: [HistoryStep], limit: Int) {
    let current = self.steps.indices.contains(cursor) ? self.steps[cursor].id : nil
    self.steps = steps
    self.limit = limit
    cursor =
      steps.firstIndex { $0.id == current } ?? max(0, min(cursor, steps.count - 1))
  }

  /// How many steps to ask for so that there are some below the cursor; nil when there are.
  var missingLimit: Int? {
    steps.count == limit && cursor + Self.page / 4 >= limit ? limit + Self.page : nil
  }
}
