import ReadingModel
import Terminal

extension BrowserModel {
  /// The triage that goes on, on top or below what was opened from it.
  var triage: TriageLayer? {
    get {
      for case .triage(let layer) in layers { return layer }
      return nil
    }
    set {
      guard let newValue, let index = triageIndex else { return }
      layers[index] = .triage(newValue)
    }
  }

  private var triageIndex: Int? {
    layers.firstIndex { if case .triage = $0 { true } else { false } }
  }

  /// What triage would be of: the list or the week shown, else the newest weekly list.
  var triageSource: RowSource? {
    switch papers.source.base {
    case .list, .week: papers.source.base
    default: lists.weeks.last.map { lists.items[$0].source }
    }
  }

  /// Begins triage, or takes it up again.
  mutating func openTriage() {
    guard let source = triageSource else { return }
    if papers.source != source { open(Place(source: source)) }
    papers.clearSelection()
    focus = .papers
    layers.append(.triage(TriageLayer(source: source, memory: triageMemory[source] ?? .init())))
    stale.insert(.triage)
  }

  /// A request for the undecided papers.
  mutating func loadTriage(_ layer: TriageLayer) -> Effect {
    .loadRows(layer.rows, start: 0, limit: layer.limit, most: nil, generation: request(.triage))
  }

  /// Takes in the undecided papers.
  mutating func showTriage(_ window: RowWindow) {
    guard var layer = triage, layer.rows == window.source else { return }
    if layer.show(window) { say("Here are those you left for later.") }
    triage = layer
    triageMemory[layer.source] = layer.memory
  }

  /// Leaves the paper for the next round.
  mutating func leaveForLater() {
    guard var layer = triage, let name = layer.row?.shownName else { return }
    layer.leaveForLater()
    triage = layer
    triageMemory[layer.source] = layer.memory
    stale.insert(.triage)
    say("“\(name)” comes again later\(hint(.undo, "take back"))")
  }

  /// Goes back by one decision.
  mutating func stepBack() -> [Effect] {
    guard var layer = triage, let step = layer.memory.steps.popLast() else { return [] }
    if case .later(let paper) = step { layer.memory.later.remove(paper) }
    triage = layer
    triageMemory[layer.source] = layer.memory
    stale.insert(.triage)
    if case .change = step { return [.perform(.undo(1), .undo)] }
    return []
  }

  /// Remembers what the change that is asked for will have decided.
  mutating func noteDecision(_ change: PaperChange) {
    guard var layer = triage, let row = layer.row else { return }
    layer.asked = nil
    if case .progress(let progress) = change, let status = progress.status, status != .unread {
      layer.asked = TriageMemory.Decision(name: row.shownName, status: status)
    }
    triage = layer
  }

  /// Remembers a change that was made during triage.
  mutating func recordInTriage() {
    guard var layer = triage else { return }
    layer.memory.steps.append(.change(layer.asked))
    layer.asked = nil
    triage = layer
    triageMemory[layer.source] = layer.memory
  }
}
