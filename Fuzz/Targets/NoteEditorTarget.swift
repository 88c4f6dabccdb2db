import Terminal

@testable import Browser

extension FuzzTarget {
  /// The note editor against a text that is a flat row of bytes.
  static let noteEditor = FuzzTarget(name: "note-editor") { bytes in
    var input = FuzzInput(bytes)
    var size = Size(rows: input.below(14), columns: input.below(60))
    var editor = NoteEditor(title: "Attention", noteID: nil, text: input.text(), size: size)
    let first = editor.text
    while !input.isEmpty {
      var model = FlatText(editor)
      let event = nextEvent(&input, size: &size)
      let isModelled = model.take(event)
      _ = editor.handle(event)
      let after = FlatText(editor)
      if isModelled { expect(after == model, "\(event) gives \(after), not \(model).") }
      let cursor = editor.buffer.cursor
      expect(editor.buffer.valid(cursor) == cursor, "The cursor stands within a cluster.")
      expectDrawn(editor, size: size)
    }
    expectTakenBack(editor, to: first)
  }

  private static func nextEvent(_ input: inout FuzzInput, size: inout Size) -> TerminalEvent {
    switch input.below(8) {
    case 0, 1: return .key(.character(input.text().first ?? "x"))
    case 2: return .paste(input.text())
    case 3:
      size = Size(rows: input.below(14), columns: input.below(60))
      return .resized(size)
    case 4: return .key([.left, .right, .backspace, .delete][input.below(4)])
    default:
      let command = commands[input.below(commands.count)]
      return .key(command.keys[0])
    }
  }

  private static let commands = NoteCommand.allCases.filter { ![.leave, .save].contains($0) }

  private static func expectDrawn(_ editor: NoteEditor, size: Size) {
    var surface = Surface(size: size)
    let all = Rect(row: 0, column: 0, rows: size.rows, columns: size.columns)
    editor.draw(into: &surface, in: all)
    expectWholeCells(surface)
    guard let cursor = surface.cursor else { return }
    expect(
      (0..<size.rows).contains(cursor.row) && (0..<size.columns).contains(cursor.column),
      "The cursor is shown outside of the screen at \(cursor).")
  }

  private static func expectTakenBack(_ editor: NoteEditor, to first: String) {
    var editor = editor
    while editor.handle(.key(.control("r"))) == [.changed] {}
    let last = editor.text
    var steps = 0
    while editor.handle(.key(.control("_"))) == [.changed] { steps += 1 }
    expectSame(editor.text, first, "Undoing everything gives another text.")
    while editor.handle(.key(.control("r"))) == [.changed] { steps -= 1 }
    expectSame(editor.text, last, "Making everything again gives another text.")
    expect(steps == 0, "There are \(steps) steps too few to be made again.")
  }
}

/// A text as bytes with the cursor between two of them, edited in the plainest way.
private struct FlatText: Equatable, CustomStringConvertible {
  private var before: String
  private var after: String

  init(_ editor: NoteEditor) {
    let cursor = editor.buffer.cursor
    let bytes = Array(editor.text.utf8)
    let lineStart = bytes.indices.filter { $0 == 0 || bytes[$0 - 1] == 0x0A }
    let start = cursor.line < lineStart.count ? lineStart[cursor.line] : bytes.count
    before = String(decoding: bytes[..<(start + cursor.offset)], as: UTF8.self)
    after = String(decoding: bytes[(start + cursor.offset)...], as: UTF8.self)
  }

  static func == (left: FlatText, right: FlatText) -> Bool {
    left.before.utf8.elementsEqual(right.before.utf8)
      && left.after.utf8.elementsEqual(right.after.utf8)
  }

  var description: String { "\(before.debugDescription)‸\(after.debugDescription)" }

  /// Does what the event says; false when that is not known here.
  mutating func take(_ event: TerminalEvent) -> Bool {
    switch event {
    case .key(.character(let character)): insert(String(character))
    case .paste(let text): insert(text)
    case .key(.left): move { $0 > 0 ? $0 - 1 : 0 }
    case .key(.right): move { $0 + 1 }
    case .key(.backspace):
      let end = before
      move { $0 > 0 ? $0 - 1 : 0 }
      let removed = end.utf8.count - before.utf8.count
      after = String(decoding: Array(after.utf8.dropFirst(removed)), as: UTF8.self)
      settle()
    case .key(.delete):
      let start = before
      move { $0 + 1 }
      before = start
      settle()
    case .resized, .key(.control("x")): break
    default: return false
    }
    return true
  }

  private mutating func insert(_ text: String) {
    before = String(decoding: Array(before.utf8) + EnteredText.multiline(text).utf8, as: UTF8.self)
    settle()
  }

  /// Brings the cursor behind the cluster that an edit may have put it into.
  private mutating func settle() {
    let target = before.utf8.count
    var count = 0
    for cluster in clusters {
      if count >= target { break }
      count += cluster.utf8.count
    }
    split(at: count)
  }

  /// Moves by whole clusters, a line feed being one of its own.
  private mutating func move(_ change: (Int) -> Int) {
    let all = clusters
    var index = 0
    var count = 0
    while index < all.count, count < before.utf8.count {
      count += all[index].utf8.count
      index += 1
    }
    split(at: all.prefix(change(index)).reduce(0) { $0 + $1.utf8.count })
  }

  private mutating func split(at count: Int) {
    let bytes = Array(before.utf8) + Array(after.utf8)
    before = String(decoding: bytes[..<count], as: UTF8.self)
    after = String(decoding: bytes[count...], as: UTF8.self)
  }

  /// The clusters of each line and the line feeds between them.
  private var clusters: [String] {
    var all: [String] = []
    let bytes = Array(before.utf8) + Array(after.utf8)
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      all += String(decoding: line, as: UTF8.self).map { String($0) } + ["\n"]
    }
    return all.dropLast()
  }
}
