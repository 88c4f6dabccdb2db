import ReadingModel
import Terminal

extension BrowserModel {
  /// Changes the papers selected, or else the one under the cursor.
  mutating func change(_ change: PaperChange) -> [Effect] {
    noteDecision(change)
    if papers.allBut != nil {
      return [.loadRange(papers.source, start: 0, limit: nil, change)]
    }
    if let range = papers.range {
      return [
        .loadRange(papers.source, start: range.lowerBound, limit: range.count, change)
      ]
    }
    if !papers.selected.isEmpty { return apply(change, to: papers.selected.sorted()) }
    guard let row = currentRow else { return [] }
    return [.perform(change.change(of: [row.paper]), .papers)]
  }

  /// Changes papers; more than one only after a question.
  mutating func apply(_ change: PaperChange, to ids: [PaperID]) -> [Effect] {
    guard ids.count > 1 else {
      return ids.isEmpty ? [] : [.perform(change.change(of: ids), .papers)]
    }
    layers.append(
      .confirmation(
        Confirmation(question: change.question(count: ids.count), change: change.change(of: ids))))
    return []
  }

  /// Moves the paper under the cursor in the queue; the cursor goes with it once it is moved.
  func moveInQueue(by step: Int) -> [Effect] {
    guard let row = currentRow else { return [] }
    return [.perform(.moveInQueue(row.paper, to: papers.cursor + 1 + step), .moving(by: step))]
  }

  mutating func changePass() -> [Effect] {
    guard let pass = currentRow?.progress.pass else { return [] }
    let next = pass >= Progress.passes.upperBound ? Progress.passes.lowerBound : pass + 1
    return change(.progress(ProgressChange(pass: next)))
  }

  mutating func changeRating(by step: Int) -> [Effect] {
    guard let progress = currentRow?.progress else { return [] }
    let rating = (progress.rating ?? 0) + step
    return change(
      .progress(
        ProgressChange(
          rating: Progress.ratings.contains(rating) ? .set(rating) : ProgressChange.Rating.none)))
  }

  mutating func toggleSelection() {
    guard let row = currentRow else { return }
    if papers.allBut != nil {
      if papers.allBut?.remove(row.paper) == nil { papers.allBut?.insert(row.paper) }
    } else if papers.selected.remove(row.paper) == nil {
      papers.selected.insert(row.paper)
    }
    papers.cursor = min(papers.cursor + 1, papers.total - 1)
  }

  mutating func toggleRange() {
    papers.rangeStart = papers.rangeStart == nil ? papers.cursor : nil
  }

  /// Selects every paper of the source, however few of them are loaded.
  mutating func toggleAll() {
    let hadAll = papers.allBut != nil
    papers.clearSelection()
    guard !hadAll else { return }
    papers.allBut = []
    say("All of them are selected\(hint(.back, "drops the selection"))")
  }

  mutating func openTagPrompt() -> [Effect] {
    let count = papers.selectedCount
    let subject =
      papers.hasSelection
      ? count == 1 ? "1 paper" : "\(count) papers" : "“\(currentRow?.shownName ?? "")”"
    let name = truncate(subject, to: max(8, size.columns / 3), ellipsis: glyphs.ellipsis)
    layers.append(
      .line(
        LinePrompt(
          label: "Tags of \(name): ", purpose: .tags, hint: "+name adds, -name removes",
          completion: .tags([]))))
    return [.loadTags]
  }

  /// Takes in that a change was carried out.
  mutating func finish(_ outcome: Outcome, _ purpose: ChangePurpose) -> [Effect] {
    stale = .everything
    var sentence = outcome.sentence
    if let conflict = outcome.conflict, case .note(let target) = purpose {
      show(conflict, target, sentence)
      return []
    }
    switch purpose {
    case .papers:
      papers.clearSelection()
      if outcome.changed { recordInTriage() }
      if outcome.changed { sentence += hint(.undo, "undo") }
    case .moving(let step):
      papers.cursor += step
      sentence += hint(.undo, "undo")
    case .undo: if outcome.changed { sentence += hint(.redo, "redo") }
    case .redo: if outcome.changed { sentence += hint(.undo, "undo") }
    case .note(let target):
      if outcome.changed {
        sentence += hint(.undo, "undo")
        recordInTriage()
      }
      say(sentence)
      return closeNote(target)
    }
    say(sentence)
    return []
  }
}
