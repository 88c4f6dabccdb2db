import Terminal

/// What a key can do in the note editor, the question before leaving apart.
enum NoteCommand: CaseIterable, Sendable {
  case save, leave, undo, redo, editExternally, readPaper, toggleSplit
  case left, right, wordLeft, wordRight, up, down, pageUp, pageDown, lineStart, lineEnd
  case newLine, indent, outdent
  case deleteBackward, deleteForward, deleteWordBackward, deleteWordForward
  case deleteToLineStart, deleteToLineEnd

  /// The keys that do it, the most usual first.
  var keys: [Key] {
    switch self {
    case .save: [.control("s")]
    case .leave: [.escape]
    case .undo: [.control("_")]
    case .redo: [.control("r")]
    case .editExternally: [.control("x")]
    case .readPaper: [.control("o")]
    case .toggleSplit: [.alt("z")]
    case .left: [.left, .control("b")]
    case .right: [.right, .control("f")]
    case .wordLeft: [.alt("b")]
    case .wordRight: [.alt("f")]
    case .up: [.up, .control("p")]
    case .down: [.down, .control("n")]
    case .pageUp: [.pageUp]
    case .pageDown: [.pageDown]
    case .lineStart: [.home, .control("a")]
    case .lineEnd: [.end, .control("e")]
    case .newLine: [.enter]
    case .indent: [.tab]
    case .outdent: [.backTab]
    case .deleteBackward: [.backspace]
    case .deleteForward: [.delete, .control("d")]
    case .deleteWordBackward: [.control("w")]
    case .deleteWordForward: [.alt("d")]
    case .deleteToLineStart: [.control("u")]
    case .deleteToLineEnd: [.control("k")]
    }
  }

  /// What it does, in the words of the help screen.
  var description: String {
    switch self {
    case .save: "Save the note and close"
    case .leave: "Leave; asks first when something is not saved"
    case .undo: "Take the last change to the text back"
    case .redo: "Make the change again"
    case .editExternally: "Go on in $EDITOR"
    case .readPaper: "Scroll the paper beside the editor; Esc comes back"
    case .toggleSplit: "Give the editor the whole screen, or set it beside the paper"
    case .left: "One character left"
    case .right: "One character right"
    case .wordLeft: "To the start of the word"
    case .wordRight: "To the end of the word"
    case .up: "One row up"
    case .down: "One row down"
    case .pageUp: "One page up"
    case .pageDown: "One page down"
    case .lineStart: "To the start of the line"
    case .lineEnd: "To the end of the line"
    case .newLine: "New line; goes on with a list, ends it on an empty item"
    case .indent: "Two spaces; nests a list item"
    case .outdent: "Two spaces less before the line"
    case .deleteBackward: "Delete the character before the cursor"
    case .deleteForward: "Delete the character at the cursor"
    case .deleteWordBackward: "Delete to the start of the word"
    case .deleteWordForward: "Delete to the end of the word"
    case .deleteToLineStart: "Delete to the start of the line"
    case .deleteToLineEnd: "Delete to the end of the line"
    }
  }

  /// What the footer calls it; nil for what needs no reminder.
  var footerLabel: String? {
    switch self {
    case .save: "save and close"
    case .leave: "leave"
    case .undo: "undo"
    case .redo: "redo"
    case .editExternally: "$EDITOR"
    default: nil
    }
  }

  /// The command of each key.
  static let byKey: [Key: NoteCommand] = {
    var table: [Key: NoteCommand] = [:]
    for command in allCases {
      for key in command.keys { table[key] = command }
    }
    return table
  }()
}
