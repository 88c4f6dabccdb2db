/// A position on the screen, counted in cells from the top left.
public struct Point: Hashable, Sendable {
  /// The row, 0 at the top.
  public var row: Int
  /// The column, 0 at the left.
  public var column: Int

  /// Makes a position.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// The size of a screen or of a part of it, in cells.
public struct Size: Hashable, Sendable {
  /// How many rows.
  public var rows: Int
  /// How many columns.
  public var columns: Int

  /// Makes a size.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

/// A part of the screen.
public struct Rect: Hashable, Sendable {
  /// The top left cell.
  public var origin: Point
  /// How far it reaches.
  public var size: Size

  /// Makes a part of the screen; a negative size counts as empty.
  public init(row: Int, column: Int, rows: Int, columns: Int) {
    origin = Point(row: row, column: column)
    size = Size(rows: max(0, rows), columns: max(0, columns))
  }

  /// The first row.
  public var top: Int { origin.row }
  /// The first column.
  public var left: Int { origin.column }
  /// The row after the last.
  public var bottom: Int { origin.row + size.rows }
  /// The column after the last.
  public var right: Int { origin.column + size.columns }
  /// True when it has no cell.
  public var isEmpty: Bool { size.rows == 0 || size.columns == 0 }
}
