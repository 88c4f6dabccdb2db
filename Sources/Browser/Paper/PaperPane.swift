import ReadingModel
import Terminal

/// The pane of one paper: its text laid out once, and how far it is scrolled.
struct PaperPane: Equatable, Sendable {
  /// What the text is laid out for.
  private struct Measure: Equatable, Sendable {
    var size: Size
    var surroundings: PaperText.Surroundings
  }

  /// The paper that was asked for last.
  private(set) var id: PaperID?
  /// What is known about it; nil when it could not be had.
  private(set) var detail: PaperDetail?
  /// The text as lines.
  private(set) var lines: [StyledLine] = []
  /// The first line shown.
  private(set) var scroll = 0
  private var measure: Measure?

  /// The most columns that a line of text takes where people read.
  static let readingColumns = 72

  /// Shows a paper from its top; the same paper keeps its place.
  mutating func show(_ detail: PaperDetail?, for id: PaperID?) {
    if id != self.id { scroll = 0 }
    self.id = id
    self.detail = detail
    measure = nil
  }

  /// The same paper, not scrolled.
  var atTop: PaperPane {
    var pane = self
    pane.scroll = 0
    return pane
  }

  /// Lays the text out for a size, unless it already is.
  mutating func layOut(size: Size, surroundings: PaperText.Surroundings, glyphs: Glyphs) {
    let wanted = Measure(size: size, surroundings: surroundings)
    guard measure != wanted else { return }
    measure = wanted
    lines =
      detail.map { detail in
        PaperText(
          detail: detail, surroundings: surroundings,
          columns: max(1, min(Self.readingColumns, size.columns - 2)),
          isCompact: size.rows < 14, glyphs: glyphs
        ).lines()
      } ?? []
    scroll(by: 0)
  }

  /// Scrolls by so many lines, as far as there is text.
  mutating func scroll(by count: Int) {
    let height = measure?.size.rows ?? 0
    scroll = max(0, min(scroll + count, lines.count - height))
  }

  /// Which lines of how many are in view, where not all are: “12 – 40 of 96”.
  func position(height: Int) -> String? {
    guard lines.count > height else { return nil }
    return "\(scroll + 1) – \(min(lines.count, scroll + height)) of \(lines.count)"
  }

  /// Draws the text.
  func draw(into surface: inout Surface, in rect: Rect) {
    for (row, line) in lines.dropFirst(scroll).prefix(rect.size.rows).enumerated() {
      surface.write(
        line, at: Point(row: rect.top + row, column: rect.left + 1), limit: rect.right)
    }
  }
}
