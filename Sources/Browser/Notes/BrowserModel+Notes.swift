import ReadingModel
import Terminal

extension BrowserModel {
  /// Opens the note of the paper under the cursor; where it has several, asks which.
  mutating func chooseNote(isExternal: Bool) -> [Effect] {
    guard let detail = currentDetail else { return [] }
    if case .noteList(let layer)? = layers.last {
      let note = detail.notes.first { $0.id == layer.current?.note }
      return note.map { openNote(NoteChoice(note: $0, isExternal: isExternal), of: detail) } ?? []
    }
    guard detail.notes.count > 1 else {
      return openNote(NoteChoice(note: detail.notes.first, isExternal: isExternal), of: detail)
    }
    let choices = detail.notes.map { note in
      (
        "\(note.updated.prefix(10))  \(MarkdownSummary.line(of: note.body))",
        NoteChoice(note: note, isExternal: isExternal)
      )
    }
    layers.append(
      .notes(
        Chooser(
          title: "Notes on “\(detail.paper.shortName ?? detail.paper.title)”",
          choices: choices + [("A new note", NoteChoice(note: nil, isExternal: isExternal))])))
    return []
  }

  /// Opens the note chosen.
  mutating func take(_ chooser: Chooser<NoteChoice>, at index: Int) -> [Effect] {
    guard chooser.choices.indices.contains(index), let detail = currentDetail else { return [] }
    layers.removeLast()
    return openNote(chooser.choices[index].value, of: detail)
  }

  mutating func openNewNote() -> [Effect] {
    guard let row = currentRow else { return [] }
    let target = NoteTarget(paper: row.paper, paperKey: row.key, title: row.title, note: nil)
    let templates = settings.noteTemplates
    guard draft(for: target) == nil, !templates.isEmpty else {
      openEditor(target, text: "")
      return []
    }
    layers.append(
      .templates(
        Chooser(
          title: "A new note on “\(row.shownName)”",
          choices: [("empty", nil)] + templates.map { ($0, $0) })))
    return []
  }

  /// Begins a note with the template chosen; nil begins an empty one.
  mutating func take(_ chooser: Chooser<String?>, at index: Int) -> [Effect] {
    guard chooser.choices.indices.contains(index), let row = currentRow else { return [] }
    layers.removeLast()
    let target = NoteTarget(paper: row.paper, paperKey: row.key, title: row.title, note: nil)
    if let template = chooser.choices[index].value {
      return [.beginNote(template: template, target)]
    }
    openEditor(target, text: "")
    return []
  }

  private mutating func openNote(_ choice: NoteChoice, of detail: PaperDetail) -> [Effect] {
    let target = NoteTarget(
      paper: detail.id, paperKey: detail.key, title: detail.paper.title, note: choice.note?.id,
      base: choice.note.map { NoteBase($0) })
    let text = choice.note?.body ?? ""
    guard choice.isExternal else {
      openEditor(target, text: text)
      return []
    }
    let draft = draft(for: target)
    return [.editExternally(draft?.body ?? text, target.begun(from: draft))]
  }

  private func draft(for target: NoteTarget) -> Draft? {
    drafts.first { $0.paperKey == target.paperKey && $0.note == target.note }
  }

  /// Opens the built-in editor, with the draft where one was left behind.
  ///
  /// - Parameter isTemplate: True when the text alone is not worth saving.
  mutating func openEditor(_ target: NoteTarget, text: String, isTemplate: Bool = false) {
    let draft = draft(for: target)
    let editor = NoteEditor(
      title: target.title, noteID: target.note, text: draft?.body ?? text, isDraft: draft != nil,
      size: size)
    layers.append(
      .editor(
        EditorLayer(
          editor: editor, target: target.begun(from: draft),
          template: isTemplate ? editor.text : nil, hasDraft: draft != nil)))
    resizeEditor()
    if let draft { say("This is the draft from \(draft.time).") }
  }

  /// Handles an event in the editor on top.
  mutating func edit(_ layer: EditorLayer, _ event: TerminalEvent) -> [Effect]? {
    if let effects = read(layer, event) { return effects }
    var layer = layer
    let events = layer.editor.handle(event)
    var effects: [Effect] = []
    if events.contains(.changed) { layer.isDraftDue = true }
    layers[layers.count - 1] = .editor(layer)
    for event in events {
      switch event {
      case .changed: break
      case .save where layer.editor.text == layer.template:
        layers.removeLast()
        say("Nothing was added to the template, so no note was saved.")
        effects += removeDraft(layer)
      case .save: effects += saveNote(layer.editor.text, layer.target)
      case .cancel:
        layers.removeLast()
        effects += removeDraft(layer)
      case .editExternally: effects.append(.editExternally(layer.editor.text, layer.target))
      case .readPaper: setReading(true)
      case .toggleSplit: toggleSplit()
      case .unhandled: return nil
      }
    }
    return effects
  }

  private mutating func saveNote(_ text: String, _ target: NoteTarget) -> [Effect] {
    guard text.contains(where: { !$0.isWhitespace }) else {
      refuse("An empty note is not saved.")
      return []
    }
    return [
      .perform(
        .saveNote(target.paper, note: target.note, body: text, base: target.base), .note(target))
    ]
  }

  /// Takes in what the person's own editor left.
  mutating func takeEdited(_ text: String?, _ target: NoteTarget) -> [Effect] {
    guard let text else {
      say("The note stays as it was.")
      return []
    }
    if case .editor(var layer)? = layers.last, layer.target == target {
      if layer.editor.replaceText(with: text).contains(.changed) { layer.isDraftDue = true }
      layers[layers.count - 1] = .editor(layer)
      return []
    }
    let stored = currentDetail?.notes.first { $0.id == target.note }?.body ?? ""
    guard text != stored || draft(for: target) != nil else {
      say("The note stays as it was.")
      return []
    }
    let save = saveNote(text, target)
    // The draft keeps the text should the library refuse it.
    return save.isEmpty ? [] : [.saveDraft(target, body: text)] + save
  }

  /// Closes the editor of a note that is saved.
  mutating func closeNote(_ target: NoteTarget) -> [Effect] {
    if case .editor(let layer)? = layers.last, layer.target == target {
      layers.removeLast()
      return removeDraft(layer)
    }
    forgetDraft(target)
    return [.removeDraft(paperKey: target.paperKey, note: target.note)]
  }

  private mutating func removeDraft(_ layer: EditorLayer) -> [Effect] {
    guard layer.hasDraft else { return [] }
    forgetDraft(layer.target)
    return [.removeDraft(paperKey: layer.target.paperKey, note: layer.target.note)]
  }

  private mutating func forgetDraft(_ target: NoteTarget) {
    drafts.removeAll { $0.paperKey == target.paperKey && $0.note == target.note }
  }

  /// Offers the newest draft that was left behind, below the welcome where there is one.
  mutating func offerDraft() {
    guard let draft = drafts.first(where: { $0.paper != nil }) else { return }
    layers.insert(.draft(draft), at: 0)
  }

  /// Answers the offer of a draft.
  mutating func answer(_ draft: Draft, _ key: Key) -> [Effect] {
    switch key {
    case .character("e"), .enter:
      layers.removeLast()
      guard let paper = draft.paper else { return [] }
      openEditor(
        NoteTarget(
          paper: paper, paperKey: draft.paperKey, title: draft.title, note: draft.note,
          base: draft.base.map { NoteBase(number: $0) }),
        text: draft.body)
      return []
    case .character("d"):
      layers.removeLast()
      drafts.removeAll { $0 == draft }
      offerDraft()
      return [.removeDraft(paperKey: draft.paperKey, note: draft.note)]
    case .character("q"), .escape:
      layers.removeLast()
      say("The draft is kept.")
      return []
    default: return []
    }
  }
}

extension NoteTarget {
  /// The note as a text that was begun from the version that a draft was.
  fileprivate func begun(from draft: Draft?) -> NoteTarget {
    guard let draft else { return self }
    var target = self
    target.base = draft.base.map { NoteBase(number: $0) }
    return target
  }
}
