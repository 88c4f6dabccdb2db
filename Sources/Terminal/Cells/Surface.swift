/// One cell: a grapheme cluster, or the right half of a wide one.
public enum Cell: Hashable, Sendable {
  case cluster(Character, Style)
  case continuation

  /// An empty cell.
  public static let blank = Cell.cluster(" ", .plain)
}

/// A grid of cells that a view draws into, with where the cursor is shown.
public struct Surface: Equatable, Sendable {
  /// How large it is.
  public let size: Size
  /// The cells, row by row.
  public private(set) var cells: [Cell]
  /// Where the terminal's own cursor is shown; nil hides it.
  public var cursor: Point?

  /// Makes an empty surface.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: max(0, size.rows) * max(0, size.columns))
  }

  /// The cell at a position, which must lie within the size.
  public subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }

  /// Draws as much of the text as fits before `limit` and returns the columns used.
  ///
  /// Control and zero-width clusters are left out; a wide cluster that would straddle the limit ends
  /// the text; a wide cluster that is half overwritten becomes blank.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    guard (0..<size.rows).contains(point.row) else { return 0 }
    let end = min(limit ?? size.columns, size.columns)
    var column = point.column
    for character in text {
      let width = displayWidth(of: character)
      guard width > 0 else { continue }
      guard column + width <= end else { break }
      cells[point.row * size.columns + column] = .cluster(character, style)
      if width == 2 { cells[point.row * size.columns + column + 1] = .continuation }
      column += width
    }
    return column - point.column
  }
}
