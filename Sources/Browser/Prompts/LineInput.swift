import Terminal

/// A single line being typed: the input of a prompt.
///
/// It takes the keys that readline users know. Enter, Escape, Tab and whatever else ends or completes
/// a prompt is left to its owner.
struct LineInput: Equatable, Sendable {
  /// What became of an event.
  enum Outcome: Equatable, Sendable {
    /// The text is another one.
    case changed
    /// The cursor may have moved; the text is the same.
    case unchanged
    /// The event means nothing here.
    case unhandled
  }

  /// What has been typed, without control characters and line ends.
  private(set) var text: String
  /// The UTF-8 bytes before the cursor, at the edge of a grapheme cluster.
  private(set) var cursor: Int
  /// True when the last thing entered did not fit as a whole.
  private(set) var isCut = false
  private let history: [String]
  /// The entry of the history on show; its count while the person's own text is.
  private var shown: Int
  /// The person's own text while an entry of the history is on show.
  private var ownText = ""

  /// Starts with a text and the cursor behind it.
  ///
  /// - Parameters:
  ///   - text: Anything; it is cleaned.
  ///   - history: What was entered before, the oldest first; Up and Down go through it.
  init(_ text: String = "", history: [String] = []) {
    self.text = Self.fitting(text, room: Self.longest).text
    self.history = history
    cursor = self.text.utf8.count
    shown = history.count
  }

  /// Handles a key or a paste; a paste of several lines is joined by spaces.
  mutating func handle(_ event: TerminalEvent) -> Outcome {
    switch event {
    case .paste(let pasted): return insert(pasted)
    case .key(let key): return press(key)
    case .resized, .resumed, .terminationRequested, .woken, .mouse, .focused: return .unhandled
    }
  }

  private mutating func press(_ key: Key) -> Outcome {
    isCut = false
    switch key {
    case .character(let character): return insert(String(character))
    case .left, .control("b"): return move(to: text.clusterStart(before: cursor))
    case .right, .control("f"): return move(to: text.clusterEnd(after: cursor))
    case .alt("b"): return move(to: text.wordStart(before: cursor))
    case .alt("f"): return move(to: text.wordEnd(after: cursor))
    case .home, .control("a"): return move(to: 0)
    case .end, .control("e"): return move(to: text.utf8.count)
    case .backspace: return delete(from: text.clusterStart(before: cursor), to: cursor)
    case .delete, .control("d"): return delete(from: cursor, to: text.clusterEnd(after: cursor))
    case .control("w"): return delete(from: text.wordStart(before: cursor), to: cursor)
    case .alt("d"): return delete(from: cursor, to: text.wordEnd(after: cursor))
    case .control("u"): return delete(from: 0, to: cursor)
    case .control("k"): return delete(from: cursor, to: text.utf8.count)
    case .up, .control("p"): return show(shown - 1)
    case .down, .control("n"): return show(shown + 1)
    default: return .unhandled
    }
  }

  private mutating func insert(_ entered: String) -> Outcome {
    let (clean, isCut) = Self.fitting(entered, room: Self.longest - text.utf8.count)
    self.isCut = isCut
    guard !clean.isEmpty else { return .unchanged }
    let place = text.index(atOffset: cursor)
    text.insert(contentsOf: clean, at: place)
    cursor = text.clusterEdge(atOrAfter: cursor + clean.utf8.count)
    return .changed
  }

  /// The most bytes of UTF-8 that a line holds.
  static let longest = 4_096

  /// Why the end of what was entered is missing; nil when nothing is.
  var cutSentence: String? {
    isCut ? "The rest was left out: a line holds \(Self.longest) bytes." : nil
  }

  /// Puts a text in the place of all that is there, the cursor behind it.
  mutating func replaceText(with other: String) {
    text = Self.fitting(other, room: Self.longest).text
    cursor = text.utf8.count
    isCut = false
  }

  /// The beginning of a text that finds room, as one clean line; of a long one only as much is
  /// looked at as could find room.
  private static func fitting(_ text: String, room: Int) -> (text: String, isCut: Bool) {
    guard text.utf8.count > room else { return (EnteredText.singleLine(text), false) }
    let beginning = text.unicodeScalars.prefix(2 * longest)
    var clean = EnteredText.singleLine(String(beginning))
    let isCut = clean.utf8.count > room || beginning.endIndex < text.endIndex
    while clean.utf8.count > room { clean.removeLast() }
    return (clean, isCut)
  }

  private mutating func move(to offset: Int) -> Outcome {
    cursor = offset
    return .unchanged
  }

  private mutating func delete(from start: Int, to end: Int) -> Outcome {
    guard start < end else { return .unchanged }
    text.removeSubrange(text.index(atOffset: start)..<text.index(atOffset: end))
    cursor = text.clusterEdge(atOrAfter: start)
    return .changed
  }

  /// Shows an entry of the history, or the person's own text below the newest.
  private mutating func show(_ entry: Int) -> Outcome {
    guard !history.isEmpty else { return .unhandled }
    guard (0...history.count).contains(entry), entry != shown else { return .unchanged }
    if shown == history.count { ownText = text }
    shown = entry
    text = entry == history.count ? ownText : EnteredText.singleLine(history[entry])
    cursor = text.utf8.count
    return .changed
  }
}
