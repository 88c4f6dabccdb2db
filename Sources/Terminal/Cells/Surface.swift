/// One cell: a grapheme cluster, or the right half of a wide one.
public enum Cell: Hashable, Sendable {
  case cluster(Character, Style)
  case continuation

  /// An empty cell.
  public static let blank = Cell.cluster(" ", .plain)

  /// True for the right half of a wide cluster.
  var isContinuation: Bool {
    if case .continuation = self { true } else { false }
  }
}

/// A grid of cells that a view draws into, with where the cursor is shown.
///
/// Drawing clips at the edges and keeps wide clusters whole: a cluster of two columns is always
/// followed by a `continuation`, and a `continuation` always follows one.
public struct Surface: Equatable, Sendable {
  /// How large it is.
  public let size: Size
  /// The cells, row by row.
  public private(set) var cells: [Cell]
  /// What stands for an address.
  public internal(set) var links: [SurfaceLink] = []
  /// Where the terminal's own cursor is shown; nil hides it.
  public var cursor: Point?

  /// Makes an empty surface; a negative size counts as empty.
  public init(size: Size) {
    self.size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
    cells = Array(repeating: .blank, count: self.size.rows * self.size.columns)
  }

  /// The cell at a position, which must lie within the size.
  public subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }

  /// Draws as much of the text as fits before `limit` and returns the columns used.
  ///
  /// Control and zero-width clusters are left out; a wide cluster that would straddle the limit or
  /// the right edge ends the text; columns left of the surface are used but not drawn; a wide
  /// cluster that is half overwritten leaves a blank.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    guard (0..<size.rows).contains(point.row) else { return 0 }
    let end = min(limit ?? size.columns, size.columns)
    var column = point.column
    if column >= 0, text.utf8.allSatisfy(\.isPrintableASCII) {
      for byte in text.utf8.prefix(max(0, end - column)) {
        place(Character(Unicode.Scalar(byte)), style, width: 1, row: point.row, column: column)
        column += 1
      }
      return column - point.column
    }
    for character in text {
      let width = displayWidth(of: character)
      guard width > 0 else { continue }
      guard column + width <= end else { break }
      if column >= 0 {
        place(character, style, width: width, row: point.row, column: column)
      } else if column + width > 0 {
        place(" ", style, width: 1, row: point.row, column: 0)
      }
      column += width
    }
    return column - point.column
  }

  /// Fills a part of the surface with one cluster, clipped at the edges.
  ///
  /// A cluster of two columns leaves the last column of an odd width blank; one of no width counts
  /// as a blank.
  public mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = .plain) {
    let columns = max(0, rect.left)..<max(0, rect.left, min(rect.right, size.columns))
    let rows = max(0, rect.top)..<max(0, rect.top, min(rect.bottom, size.rows))
    let measured = displayWidth(of: character)
    let (cluster, width) = measured == 0 ? (" ", 1) : (character, measured)
    for row in rows {
      var column = columns.lowerBound
      while column < columns.upperBound {
        let fits = column + width <= columns.upperBound
        place(fits ? cluster : " ", style, width: fits ? width : 1, row: row, column: column)
        column += fits ? width : 1
      }
    }
  }

  /// Changes the style of what is already drawn in some columns of a row, clipped at the edges.
  ///
  /// A wide cluster of which either half lies in the columns changes as a whole.
  ///
  /// - Parameters:
  ///   - role: The role that takes the place of the present one; nil keeps it.
  ///   - attributes: The weights that are added to the present ones.
  public mutating func restyle(
    row: Int, columns: Range<Int>, role: Role? = nil, adding attributes: Style.Attributes = []
  ) {
    guard (0..<size.rows).contains(row) else { return }
    let start = row * size.columns
    for column in columns.clamped(to: 0..<size.columns) {
      var index = start + column
      if cells[index].isContinuation, column > 0 { index -= 1 }
      guard case .cluster(let character, var style) = cells[index] else { continue }
      if let role { style.role = role }
      style.attributes.formUnion(attributes)
      cells[index] = .cluster(character, style)
    }
  }

  /// Puts a cluster where it is known to fit.
  private mutating func place(
    _ character: Character, _ style: Style, width: Int, row: Int, column: Int
  ) {
    let index = row * size.columns + column
    if cells[index].isContinuation { blank(index - 1) }
    let after = index + width
    if column + width < size.columns, cells[after].isContinuation { blank(after) }
    cells[index] = .cluster(character, style)
    if width == 2 { cells[index + 1] = .continuation }
  }

  /// Blanks the half that is left of a wide cluster.
  private mutating func blank(_ index: Int) {
    guard case .cluster(_, let style) = cells[index] else {
      cells[index] = .blank
      return
    }
    cells[index] = .cluster(" ", style)
  }
}
