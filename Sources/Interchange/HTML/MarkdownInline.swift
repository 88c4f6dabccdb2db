/// One paragraph, heading or cell of Markdown while its text comes in.
///
/// Signs of emphasis and links are written when the first text behind them comes, so that none is
/// left without text and white space stays outside of them.
struct MarkdownInline {
  /// What text can stand in.
  enum Mark: Equatable {
    case strong, emphasis, struck, code
    case link(String)

    fileprivate var opening: String {
      switch self {
      case .strong: "**"
      case .emphasis: "*"
      case .struck: "~~"
      case .code: "`"
      case .link: "["
      }
    }

    fileprivate var closing: String {
      if case .link(let address) = self { return "](\(address))" }
      return opening
    }

    fileprivate var isLink: Bool {
      if case .link = self { return true }
      return false
    }

    fileprivate func isSameKind(as other: Mark) -> Bool {
      self == other || (isLink && other.isLink)
    }
  }

  /// The Markdown so far.
  private(set) var bytes: [UInt8] = []
  /// The line of the document that each line of the text begins on.
  private(set) var lines: [Int] = []
  /// True when a link was written.
  private(set) var hasLink = false
  private var marks: [(mark: Mark, isWritten: Bool)] = []
  private var needsSpace = false
  /// Where the present line begins.
  private var lineStart = 0

  /// The longest line, in bytes of Markdown; the rest of one that is longer is left out.
  static let longestLine = 1 << 20
  /// True when a line was too long.
  private(set) var isCut = false

  /// True when there is no text yet.
  var isEmpty: Bool { bytes.isEmpty }

  /// White space, which counts once and not at the ends of a line.
  mutating func space() { needsSpace = !bytes.isEmpty && bytes.last != 0x0A }

  /// Begins a new line within the paragraph.
  mutating func lineBreak() {
    guard !bytes.isEmpty, bytes.last != 0x0A else { return }
    closeWritten()
    bytes.append(0x0A)
    lineStart = bytes.count
    needsSpace = false
  }

  /// Begins emphasis or a link; a link ends one that is open.
  mutating func open(_ mark: Mark) {
    if mark.isLink { close { $0.isLink } }
    marks.append((mark, false))
  }

  /// Ends the innermost emphasis or link of that kind.
  mutating func close(_ mark: Mark) { close { $0.isSameKind(as: mark) } }

  private mutating func close(_ matches: (Mark) -> Bool) {
    guard let index = marks.lastIndex(where: { matches($0.mark) }) else { return }
    // What was opened inside ends with it, since signs have to nest.
    for inner in marks[index...].reversed() where inner.isWritten {
      bytes.append(contentsOf: inner.mark.closing.utf8)
    }
    let inner = marks[(index + 1)...].map { ($0.mark, false) }
    marks.replaceSubrange(index..., with: inner)
  }

  /// Text that is Markdown already: an image or the box of a task.
  mutating func appendMarkdown(_ text: String, line: Int) {
    begin(line: line)
    bytes.append(contentsOf: text.utf8)
  }

  /// One word, or a part of one, in which signs of Markdown are escaped.
  mutating func append(_ word: some Collection<UInt8>, line: Int, isInTable: Bool) {
    guard !word.isEmpty else { return }
    let room = max(0, lineStart + Self.longestLine - bytes.count)
    guard word.count <= room else {
      isCut = true
      if room > 0 { append(word.prefix(room), line: line, isInTable: isInTable) }
      return
    }
    let isAtStart = bytes.isEmpty || bytes.last == 0x0A
    begin(line: line)
    if marks.contains(where: { $0.mark == .code }) {
      bytes.append(contentsOf: word.map { $0 == UInt8(ascii: "`") ? UInt8(ascii: "'") : $0 })
      return
    }
    let isInLink = marks.contains { $0.mark.isLink }
    MarkdownEscape.append(
      word, to: &bytes, isAtStart: isAtStart, isInLink: isInLink, isInTable: isInTable)
  }

  private mutating func begin(line: Int) {
    if bytes.isEmpty || bytes.last == 0x0A { lines.append(line) }
    if needsSpace { bytes.append(0x20) }
    needsSpace = false
    for index in marks.indices where !marks[index].isWritten {
      bytes.append(contentsOf: marks[index].mark.opening.utf8)
      marks[index].isWritten = true
      if marks[index].mark.isLink { hasLink = true }
    }
  }

  private mutating func closeWritten() {
    for open in marks.reversed() where open.isWritten {
      bytes.append(contentsOf: open.mark.closing.utf8)
    }
    // A link is written once; emphasis goes on in the next line or paragraph.
    marks.removeAll { $0.isWritten && $0.mark.isLink }
    for index in marks.indices { marks[index].isWritten = false }
  }

  /// Ends the paragraph and gives its text; what is open is opened again in the next one.
  mutating func take() -> (bytes: [UInt8], lines: [Int], hasLink: Bool) {
    closeWritten()
    if bytes.last == 0x0A { bytes.removeLast() }
    defer {
      bytes = []
      lines = []
      hasLink = false
      needsSpace = false
      lineStart = 0
      isCut = false
    }
    return (bytes, lines, hasLink)
  }
}
