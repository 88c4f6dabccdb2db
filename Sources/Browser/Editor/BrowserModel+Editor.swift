import ReadingModel
import Terminal

/// Where the note editor stands: over everything, or beside the paper where there is room for both.
extension BrowserModel {
  /// The editor on top.
  var editorLayer: EditorLayer? {
    if case .editor(let layer)? = layers.last { layer } else { nil }
  }

  /// The columns of an editor that stands beside the paper: a row of text, its margin and the cursor.
  private static let editorColumns = NoteFrame.readingWidth + 2

  /// Where the paper stands beside the editor; nil when the editor has the whole screen.
  func paperRect(beside layer: EditorLayer) -> Rect? {
    guard size.columns >= 120, size.rows >= 12, !layer.isFull, paper.id == layer.target.paper,
      paper.detail != nil
    else { return nil }
    return Rect(
      row: 0, column: 0, rows: size.rows, columns: size.columns - Self.editorColumns - 1)
  }

  /// Where the editor stands.
  func editorRect(of layer: EditorLayer) -> Rect {
    let left = paperRect(beside: layer).map { $0.right + 1 } ?? 0
    return Rect(row: 0, column: left, rows: size.rows, columns: size.columns - left)
  }

  /// Fits the editor into the place that it has now.
  mutating func resizeEditor() {
    guard case .editor(var layer)? = layers.last else { return }
    layer.editor.resize(to: editorRect(of: layer).size)
    layers[layers.count - 1] = .editor(layer)
  }

  /// Draws the editor, and the paper beside it.
  func draw(_ layer: EditorLayer, into surface: inout Surface) {
    let rect = editorRect(of: layer)
    if let beside = paperRect(beside: layer) {
      surface.fill(beside)
      paper.draw(into: &surface, in: beside)
      surface.fill(
        Rect(row: 0, column: beside.right, rows: size.rows, columns: 1),
        with: Character(glyphs.vertical), style: Style(.dim))
    }
    layer.editor.draw(into: &surface, in: rect)
    if layer.isReading, rect.left > 0 {
      surface.cursor = nil
      surface.write(glyphs.bar, at: Point(row: 0, column: 0), style: Style(.accent, .bold))
    }
  }

  /// Handles a key while keys scroll the paper beside the editor; nil when they write.
  mutating func read(_ layer: EditorLayer, _ event: TerminalEvent) -> [Effect]? {
    guard layer.isReading, case .key(let key) = event, let rect = paperRect(beside: layer) else {
      return nil
    }
    pendingKeys.append(key)
    let keys = pendingKeys
    let resolution = keyMap.resolve(keys)
    if case .moreInputNeeded = resolution { return [] }
    pendingKeys = []
    if case .action(let action) = resolution, let movement = action.movement {
      paper.scroll(by: movement.lines(page: rect.size.rows))
    } else {
      setReading(false)
    }
    return []
  }

  /// Says whether keys scroll the paper beside the editor.
  mutating func setReading(_ isReading: Bool) {
    guard case .editor(var layer)? = layers.last else { return }
    guard !isReading || paperRect(beside: layer) != nil else {
      refuse(
        layer.isFull
          ? "The editor has the whole screen; M-z sets it beside the paper."
          : "There is no room for the paper beside the note.")
      return
    }
    layer.isReading = isReading
    layers[layers.count - 1] = .editor(layer)
    if isReading { say("Keys scroll the paper; Esc goes on with the note.") }
  }

  /// Gives the editor the whole screen, or sets it beside the paper again.
  mutating func toggleSplit() {
    guard case .editor(var layer)? = layers.last else { return }
    layer.isFull.toggle()
    layers[layers.count - 1] = .editor(layer)
    resizeEditor()
  }
}

extension Action {
  /// How far the action moves; nil for one that does something else.
  var movement: Movement? {
    switch self {
    case .moveDown: .lines(1)
    case .moveUp: .lines(-1)
    case .halfPageDown: .halfPages(1)
    case .halfPageUp: .halfPages(-1)
    case .pageDown: .pages(1)
    case .pageUp: .pages(-1)
    case .first: .toFirst
    case .last: .toLast
    default: nil
    }
  }
}
