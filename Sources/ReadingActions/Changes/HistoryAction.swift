import ReadingModel
import ReadingStore

extension Actions {
  /// Takes back the last steps, one by one; stops where a step cannot be taken back.
  func undo(_ count: Int) throws -> Outcome {
    try revisit(count, done: "Undone", nothing: "There is nothing to undo") {
      try library.undo(at: now())
    }
  }

  /// Takes back one step, whatever was done since.
  func undo(step: Int64) throws -> Outcome {
    let label = { (step: HistoryStep) in "Took back step \(step.id): \(step.label)" }
    let (taken, wasNewest) = try library.undo(step: step, at: now(), label: label)
    return Outcome(sentence: wasNewest ? "Undone: \(taken.label)" : label(taken))
  }

  /// Does undone steps again, oldest first.
  func redo(_ count: Int) throws -> Outcome {
    try revisit(count, done: "Redone", nothing: "There is nothing to redo") {
      try library.redo(at: now())
    }
  }

  private func revisit(
    _ count: Int, done: String, nothing: String, _ step: () throws -> HistoryStep?
  ) throws -> Outcome {
    guard count > 0 else {
      throw ActionError.refused("a number of steps is 1 or more, not \(count)")
    }
    var labels: [String] = []
    while labels.count < count {
      do {
        guard let step = try step() else { break }
        labels.append(step.label)
      } catch  where !labels.isEmpty {
        return Outcome(sentence: "\(done) \(Sentences.count(labels.count, "step")), then: \(error)")
      }
    }
    switch labels.count {
    case 0: return Outcome(sentence: nothing, changed: false)
    case 1: return Outcome(sentence: "\(done): \(labels[0])")
    default:
      return Outcome(
        sentence: "\(done) \(labels.count) steps, the last: \(labels[labels.count - 1])")
    }
  }
}
