import ReadingModel

/// Puts blocks together from the tags and text of a piece of HTML.
struct HTMLFragment {
  /// A block of the piece.
  struct Part {
    var kind: MarkdownBlock.Kind
    var runs: [MarkdownRun] = []
    var cells: [[MarkdownRun]] = []
    /// How many list items of the piece it stands in.
    var depth = 0
    var opensItem = false
    var firstLine: Int
    var lastLine: Int
  }

  /// The line that was reached.
  var line: Int
  private var start: Int
  private var builder = RunBuilder()
  private var kind = MarkdownBlock.Kind.paragraph
  private var lists = 0
  private var opensItem = false
  private var isInItem = false
  /// The cells of the row that is open; nil outside of rows.
  private var cells: [[MarkdownRun]]?
  private var hasHeadings = false

  /// How deep lists may nest; what is deeper stands on the last level.
  private static let deepest = 20

  /// Begins a piece on a line.
  init(line: Int) {
    self.line = line
    start = line
  }

  /// Takes in a tag or text, and returns the blocks that end with it.
  mutating func take(_ piece: HTMLTag.Piece) -> [Part] {
    switch piece {
    case .text(let text):
      if builder.isBlank {
        let blank = text.utf8.prefix { $0 == 0x20 || 0x09...0x0D ~= $0 }
        start = line + blank.count { $0 == 0x0A }
      }
      builder.append(HTMLEntities.decoded(text))
      return []
    case .tag(let tag):
      let parts = parts(before: tag)
      builder.take(tag)
      return parts
    }
  }

  private mutating func parts(before tag: HTMLTag) -> [Part] {
    switch tag.name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let part = finish()
      let level = tag.name.utf8.last.map { Int($0) - 0x30 } ?? 1
      kind = tag.isClosing ? .paragraph : .heading(level: level)
      return [part].compactMap { $0 }
    case "ul", "ol":
      let part = finish()
      lists = tag.isClosing ? max(0, lists - 1) : min(Self.deepest, lists + 1)
      isInItem = tag.isClosing && lists > 0
      return [part].compactMap { $0 }
    case "li":
      let part = finish()
      opensItem = !tag.isClosing
      isInItem = !tag.isClosing
      return [part].compactMap { $0 }
    case "tr": return tag.isClosing ? [finishRow()].compactMap { $0 } : beginRow()
    case "td", "th":
      guard tag.isClosing else { return [] }
      if tag.name == "th" { hasHeadings = true }
      cells?.append(builder.finish())
      return []
    case "p", "div", "table", "details", "center", "hr", "blockquote", "summary":
      guard cells == nil else { return [] }
      return [finish()].compactMap { $0 }
    default: return []
    }
  }

  private mutating func beginRow() -> [Part] {
    let part = finish()
    cells = []
    hasHeadings = false
    start = line
    return [part].compactMap { $0 }
  }

  private mutating func finishRow() -> Part? {
    guard let row = cells, !row.isEmpty else { return nil }
    cells = nil
    _ = builder.finish()
    return Part(
      kind: hasHeadings ? .tableHeader : .tableRow, cells: row, firstLine: start, lastLine: line)
  }

  /// The block that is open; nil when it has no text.
  mutating func finish() -> Part? {
    guard !builder.isBlank else {
      _ = builder.finish()
      return nil
    }
    let isItem = isInItem && lists > 0
    defer { opensItem = false }
    return Part(
      kind: kind, runs: builder.finish(), depth: isItem ? lists : 0, opensItem: isItem && opensItem,
      firstLine: start, lastLine: line)
  }
}
