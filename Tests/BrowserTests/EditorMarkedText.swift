import Terminal

@testable import Browser

/// Texts with the cursor written into them as `‸`.
enum Marked {
  static let cursor: Character = "‸"

  /// The text without the mark, and where the mark was.
  static func split(_ marked: String) -> (text: String, cursor: TextPosition) {
    guard let mark = marked.utf8.firstRange(of: String(cursor).utf8) else {
      return (marked, .start)
    }
    let before = String(decoding: Array(marked.utf8[..<mark.lowerBound]), as: UTF8.self)
    let after = String(decoding: Array(marked.utf8[mark.upperBound...]), as: UTF8.self)
    return (before + after, TextPosition.start.advanced(over: before))
  }

  /// The text of a buffer with its cursor written into it.
  static func join(_ buffer: TextBuffer) -> String {
    var lines = buffer.lines
    let line = lines[buffer.cursor.line]
    let place = line.index(atOffset: buffer.cursor.offset)
    lines[buffer.cursor.line] = "\(line[..<place])\(cursor)\(line[place...])"
    return lines.joined(separator: "\n")
  }
}

extension Collection where Element: Equatable {
  fileprivate func firstRange(of other: some Collection<Element>) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].starts(with: other) {
        return start..<index(start, offsetBy: other.count)
      }
      start = index(after: start)
    }
    return nil
  }
}

extension TextBuffer {
  /// A buffer with the text and the cursor of a marked text.
  init(marked: String) {
    let (text, cursor) = Marked.split(marked)
    self.init(text)
    move(to: cursor)
  }
}

extension NoteEditor {
  /// An editor of 40 columns and 12 rows with the text and the cursor of a marked text.
  init(marked: String, size: Size = Size(rows: 12, columns: 40)) {
    let (text, cursor) = Marked.split(marked)
    self.init(title: "Attention", noteID: nil, text: text, size: size)
    place(cursorAt: cursor)
  }

  /// Brings the cursor to a place with the keys of the editor.
  private mutating func place(cursorAt target: TextPosition) {
    while buffer.cursor > target, press(.left) { continue }
  }

  private mutating func press(_ key: Key) -> Bool {
    let before = buffer.cursor
    _ = handle(.key(key))
    return buffer.cursor != before
  }

  /// Presses keys in a row and returns what the owner was told.
  @discardableResult
  mutating func press(_ keys: [Key]) -> [Event] {
    keys.flatMap { handle(.key($0)) }
  }
}

/// Some keys, what they are pressed on and what comes of it.
struct KeyCase: Sendable, CustomStringConvertible {
  let before: String
  let keys: [Key]
  let after: String

  init(_ before: String, _ keys: Key..., gives after: String) {
    self.before = before
    self.keys = keys
    self.after = after
  }

  init(_ before: String, typing text: String, gives after: String) {
    self.before = before
    keys = text.map { $0 == "\n" ? .enter : .character($0) }
    self.after = after
  }

  var description: String { "\(before) \(keys)" }
}

/// The same numbers for the same seed, on every machine (SplitMix64, Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Surface {
  /// The rows as plain text with the blanks at their ends left out.
  var rowsOfText: [String] {
    (0..<size.rows).map { row in
      var text = ""
      for column in 0..<size.columns {
        if case .cluster(let character, _) = self[row, column] { text.append(character) }
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}
