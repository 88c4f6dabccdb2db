import ReadingModel
import Terminal

extension BrowserModel {
  /// Asks whether the step under the cursor is to be taken back.
  mutating func askToUndo(_ layer: HistoryLayer) -> [Effect] {
    guard let step = layer.current else {
      refuse("There is nothing to take back.")
      return []
    }
    switch step.state {
    case .done:
      layers.append(
        .confirmation(
          Confirmation(question: "Take back: \(step.label)?", change: .undoStep(step.id))))
    case .undone: refuse("It was taken back already\(hint(.redo, "does it again")).")
    case .dropped: refuse("It was taken back already, for good.")
    }
    return []
  }

  /// Asks about the step under the cursor of the history where undo would take back another one;
  /// nil where undo needs no question.
  mutating func askToUndoEarlierStep() -> [Effect]? {
    guard case .history(let layer)? = layers.last, let current = layer.current,
      current.state == .done, current.id != layer.newestStanding?.id
    else { return nil }
    return askToUndo(layer)
  }
}
