import ReadingModel
import Terminal

/// Two texts for one note, and the question what becomes of them.
struct NoteConflictLayer: Equatable, Sendable {
  let conflict: NoteConflict
  /// The note that was to be saved.
  let target: NoteTarget
  /// What happened.
  let sentence: String
  var scroll = 0
}

extension BrowserModel {
  private static let conflictHints = [
    KeyHint(key: "m", label: "merge"), KeyHint(key: "y", label: "keep yours"),
    KeyHint(key: "t", label: "keep theirs"), KeyHint(key: "Esc", label: "go on writing"),
  ]

  /// Shows both texts of a note that another program saved meanwhile.
  mutating func show(_ conflict: NoteConflict, _ target: NoteTarget, _ sentence: String) {
    layers.append(
      .noteConflict(NoteConflictLayer(conflict: conflict, target: target, sentence: sentence)))
  }

  /// Answers the question; nil leaves the key to the key map.
  ///
  /// Whatever the answer, both texts are kept: as versions, in the editor, or as a draft.
  mutating func answer(_ layer: NoteConflictLayer, _ event: TerminalEvent) -> [Effect]? {
    guard case .key(let key) = event else { return nil }
    var target = layer.target
    let theirs = layer.conflict.theirs
    target.base = NoteBase(number: theirs.number, body: theirs.body)
    switch key {
    case .character("m"):
      layers.removeLast()
      return merge(layer.conflict, target)
    case .character("y"):
      layers.removeLast()
      rebase(layer.target, to: target)
      return [
        .perform(
          .saveNote(target.paper, note: target.note, body: layer.conflict.mine, base: target.base),
          .note(target))
      ]
    case .character("t"):
      layers.removeLast()
      rebase(layer.target, to: target)
      return [.perform(.keepNote(target.paper, layer.conflict), .note(target))]
    case .escape, .character("q"):
      layers.removeLast()
      if editorLayer == nil { say("Nothing was saved; your text is kept as a draft.") }
      return []
    default: return nil
    }
  }

  /// Puts the merged text into the editor, as one step that undo takes back.
  private mutating func merge(_ conflict: NoteConflict, _ target: NoteTarget) -> [Effect] {
    let merged = conflict.merged
    if editorLayer == nil {
      drafts.removeAll { $0.paperKey == target.paperKey && $0.note == target.note }
      openEditor(target, text: conflict.mine)
    }
    guard case .editor(var layer)? = layers.last else { return [] }
    layer.target = target
    if layer.editor.replaceText(with: merged.text).contains(.changed) { layer.isDraftDue = true }
    layers[layers.count - 1] = .editor(layer)
    let places = merged.conflicts == 1 ? "1 place" : "\(merged.conflicts) places"
    say(
      merged.conflicts == 0
        ? "Both texts are in this one; look at it and save."
        : "Both texts are in this one; at \(places) choose between <<<<<<< and >>>>>>>.")
    return []
  }

  /// Makes the text in the editor one that was begun from another version.
  private mutating func rebase(_ old: NoteTarget, to new: NoteTarget) {
    guard case .editor(var layer)? = layers.last, layer.target == old else { return }
    layer.target = new
    layers[layers.count - 1] = .editor(layer)
  }

  /// The sentence and the difference of the two texts.
  func conflictLines(of layer: NoteConflictLayer) -> [StyledLine] {
    let columns = min(PaperPane.readingColumns, size.columns - 4)
    let conflict = layer.conflict
    return StyledLine.wrapped([StyledRun(layer.sentence + ".", .warning)], columns: columns)
      + StyledLine.wrapped(
        [StyledRun("- their version \(conflict.theirs.number)   + yours", .dim)], columns: columns)
      + [.blank]
      + NoteDifference(from: conflict.theirs.body, to: conflict.mine).styledLines(columns: columns)
  }

  /// Draws both texts and the answers.
  func draw(_ layer: NoteConflictLayer, into surface: inout Surface) {
    drawSheet("Two texts for one note", side: "", into: &surface)
    let lines = conflictLines(of: layer)
    for (row, line) in lines.dropFirst(layer.scroll).prefix(layout.body.size.rows).enumerated() {
      surface.write(
        line, at: Point(row: layout.body.top + row, column: 3), limit: size.columns - 1)
    }
    drawSheetPosition(first: layer.scroll, count: lines.count, into: &surface)
    surface.write(
      Self.conflictHints, at: Point(row: size.rows - 1, column: 1), limit: size.columns)
  }
}
