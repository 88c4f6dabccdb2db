import ReadingModel
import Terminal

/// The built-in editor of notes: a text, the part of it that is on the screen, and what the keys do.
///
/// It is a value that knows neither files nor time. Its owner passes events in, stores drafts and notes
/// as the returned events say, and draws it.
struct NoteEditor: Equatable, Sendable {
  /// What the owner has to know after an event.
  enum Event: Equatable, Sendable {
    /// The text is another one: the draft has to be stored.
    case changed
    /// The text is to be stored as the note, and the editor closed.
    case save
    /// The editor is to be closed and the draft dropped: nothing was changed, or the person said so.
    case cancel
    /// The text is to go to the person's own editor and to come back through `replaceText`.
    case editExternally
    /// Keys are to scroll the paper beside the editor.
    case readPaper
    /// The editor is to have the whole screen, or to stand beside the paper again.
    case toggleSplit
    /// The event means nothing here and is for the owner: suspending, redrawing, a signal.
    case unhandled(TerminalEvent)
  }

  /// The title of the paper that the note is about.
  let title: String
  /// The note that is being changed; nil for a new one.
  let noteID: NoteID?
  /// The text and its cursor.
  private(set) var buffer: TextBuffer
  /// True while the person is asked what becomes of changes that are not saved.
  private(set) var isAsking = false
  /// The part of the text on the screen.
  var view: NoteView
  /// The state of the text that needs no saving; nil when the text came from a draft.
  private let savedState: Int?

  /// Opens a text.
  ///
  /// - Parameters:
  ///   - title: The title of the paper.
  ///   - noteID: The note that the text belongs to; nil for a new note.
  ///   - text: The note as it is stored, or a draft of it. The cursor is put behind it.
  ///   - isDraft: True when the text is not stored as a note yet.
  ///   - size: How large the editor will be drawn.
  init(title: String, noteID: NoteID?, text: String, isDraft: Bool = false, size: Size) {
    self.title = title
    self.noteID = noteID
    buffer = TextBuffer(text)
    savedState = isDraft ? nil : buffer.state
    view = NoteView(size: size)
    buffer.move(to: TextPosition(line: .max, offset: .max))
    view.follow(buffer)
  }

  /// The note as it stands now.
  var text: String { buffer.text }

  /// True when the text has changes that are not saved; false again when they are undone.
  var isDirty: Bool { buffer.state != savedState }

  /// Takes in a new size and keeps the cursor on the screen.
  mutating func resize(to size: Size) {
    view.resize(to: size, keeping: buffer)
  }

  /// Puts another text in the place of the whole, as one step that can be undone.
  ///
  /// - Parameter text: What came back from the person's own editor.
  /// - Returns: `.changed`, or nothing when the text is the same.
  mutating func replaceText(with text: String) -> [Event] {
    let text = EnteredText.multiline(text)
    guard text != buffer.text else { return [] }
    let cursor = buffer.cursor
    let end = TextPosition(line: .max, offset: .max)
    return edit {
      let edit = $0.replace(from: .start, to: end, with: text)
      $0.move(to: cursor)
      return edit
    }
  }

  /// Handles a key, a paste or another event of the terminal.
  ///
  /// - Returns: What the owner has to do, in this order; nothing after a mere movement.
  mutating func handle(_ event: TerminalEvent) -> [Event] {
    switch event {
    case .key(let key):
      return isAsking ? answer(key) : press(key)
    case .paste(let text):
      return isAsking ? [] : edit { $0.insert(text) }
    case .resized(let size):
      resize(to: size)
      return []
    case .resumed, .terminationRequested, .woken, .mouse, .focused:
      return [.unhandled(event)]
    }
  }

  private mutating func answer(_ key: Key) -> [Event] {
    switch key {
    case .character("s"), .control("s"):
      isAsking = false
      return [.save]
    case .character("d"):
      isAsking = false
      return [.cancel]
    case .escape:
      isAsking = false
      return []
    case .control:
      return [.unhandled(.key(key))]
    default:
      return []
    }
  }

  private mutating func press(_ key: Key) -> [Event] {
    if let command = NoteCommand.byKey[key] { return perform(command) }
    guard case .character(let character) = key else { return [.unhandled(.key(key))] }
    return edit { $0.type(character) }
  }

  private mutating func perform(_ command: NoteCommand) -> [Event] {
    switch command {
    case .save:
      return [isDirty ? .save : .cancel]
    case .leave:
      isAsking = isDirty
      return isDirty ? [] : [.cancel]
    case .editExternally:
      return [.editExternally]
    case .readPaper:
      return [.readPaper]
    case .toggleSplit:
      return [.toggleSplit]

    case .left: move(to: buffer.positionBeforeCursor)
    case .right: move(to: buffer.positionAfterCursor)
    case .wordLeft: move(to: buffer.wordStart)
    case .wordRight: move(to: buffer.wordEnd)
    case .lineStart: move(to: buffer.lineStart)
    case .lineEnd: move(to: buffer.lineEnd)
    case .up: view.moveCursor(of: &buffer, byRows: -1)
    case .down: view.moveCursor(of: &buffer, byRows: 1)
    case .pageUp: view.moveCursor(of: &buffer, byRows: 1 - max(2, view.frame.textRows))
    case .pageDown: view.moveCursor(of: &buffer, byRows: max(2, view.frame.textRows) - 1)

    case .undo: return edit { $0.undo() }
    case .redo: return edit { $0.redo() }
    case .newLine: return edit { $0.breakLine() }
    case .indent: return edit { $0.indent() }
    case .outdent: return edit { $0.outdent() }
    case .deleteBackward: return edit { $0.deleteBackward() }
    case .deleteForward: return edit { $0.deleteForward() }
    case .deleteWordBackward: return edit { $0.deleteWordBackward() }
    case .deleteWordForward: return edit { $0.deleteWordForward() }
    case .deleteToLineStart: return edit { $0.deleteToLineStart() }
    case .deleteToLineEnd: return edit { $0.deleteToLineEnd() }
    }
    return []
  }

  private mutating func move(to position: TextPosition) {
    buffer.move(to: position)
    view.follow(buffer)
  }

  private mutating func edit(_ change: (inout TextBuffer) -> TextEdit?) -> [Event] {
    guard let edit = change(&buffer) else { return [] }
    view.update(after: edit, in: buffer)
    return [.changed]
  }
}
