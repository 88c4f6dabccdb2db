/// A grid of cells that a view draws into, with where the cursor is shown.
///
/// Drawing clips at the edges and keeps wide clusters whole: a cluster of two columns is always
/// followed by a `continuation`, and a `continuation` always follows one.
public struct Surface: Sendable {
  /// How large it is.
  public let size: Size
  /// The cells, row by row, as they are kept.
  public private(set) var packed: [PackedCell]
  /// The clusters of several code points, by the numbers that cells have of them.
  public private(set) var clusters: [Character] = []
  /// What stands for an address.
  public internal(set) var links: [SurfaceLink] = []
  /// Where the terminal's own cursor is shown; nil hides it.
  public var cursor: Point?

  /// Makes an empty surface; a negative size counts as empty.
  public init(size: Size) {
    self.size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
    packed = Array(repeating: .blank, count: self.size.rows * self.size.columns)
  }

  /// The cell at a position, which must lie within the size.
  public subscript(row: Int, column: Int) -> Cell { cell(packed[row * size.columns + column]) }

  /// The cells, row by row.
  public var cells: [Cell] { packed.map(cell) }

  private func cell(_ packed: PackedCell) -> Cell {
    packed.isContinuation ? .continuation : .cluster(character(of: packed), packed.style)
  }

  /// The cluster of one of this surface's cells that is no continuation.
  public func character(of cell: PackedCell) -> Character {
    if cell.isNumbered { return clusters[Int(cell.content)] }
    return Unicode.Scalar(cell.content).map { Character($0) } ?? " "
  }

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
    let known = clusters.count
    var added: [Character] = []
    let column = inRow(point.row) { row in
      ClusterReader.reading(text[...]) { reader in
        var column = point.column
        var offset = 0
        while offset < reader.count {
          let plain = column < 0 ? 0 : reader.asciiCount(from: offset, most: end - column)
          if plain > 0 {
            row.place(ascii: reader, from: offset, count: plain, style, at: column)
            column += plain
            offset += plain
            continue
          }
          let cluster = reader.cluster(at: offset)
          let width = cluster.width
          if width > 0 {
            guard column + width <= end else { break }
            if column >= 0 {
              var cell = PackedCell(scalar: cluster.scalar, style)
              if !cluster.isSingle {
                cell = PackedCell(number: known + added.count, style)
                added.append(reader.character(at: offset))
              }
              row.place(cell, width: width, at: column)
            } else if column + width > 0 {
              row.place(PackedCell(scalar: 0x20, style), width: 1, at: 0)
            }
            column += width
          }
          offset = cluster.end
        }
        return column
      }
    }
    if !added.isEmpty { clusters += added }
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
    let cell = pack(cluster, style)
    let blank = PackedCell(scalar: 0x20, style)
    for row in rows {
      inRow(row) { row in
        var column = columns.lowerBound
        while column < columns.upperBound {
          let fits = column + width <= columns.upperBound
          row.place(fits ? cell : blank, width: fits ? width : 1, at: column)
          column += fits ? width : 1
        }
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
    let columns = columns.clamped(to: 0..<size.columns)
    inRow(row) { row in
      for column in columns {
        let at = row.cells[column].isContinuation && column > 0 ? column - 1 : column
        let cell = row.cells[at]
        guard !cell.isContinuation else { continue }
        var style = cell.style
        if let role { style.role = role }
        style.attributes.formUnion(attributes)
        row.cells[at] = cell.restyled(style)
      }
    }
  }

  private mutating func pack(_ character: Character, _ style: Style) -> PackedCell {
    let scalars = character.unicodeScalars
    if let only = scalars.first, scalars.count == 1 {
      return PackedCell(scalar: only.value, style)
    }
    clusters.append(character)
    return PackedCell(number: clusters.count - 1, style)
  }

  private mutating func inRow<Result>(_ row: Int, _ body: (RowCells) -> Result) -> Result {
    let start = row * size.columns
    let end = start + size.columns
    return packed.withUnsafeMutableBufferPointer { cells in
      body(RowCells(cells: UnsafeMutableBufferPointer(rebasing: cells[start..<end])))
    }
  }
}

extension Surface: Equatable {
  /// True when both show the same; how clusters are numbered does not matter.
  public static func == (left: Surface, right: Surface) -> Bool {
    guard left.size == right.size, left.cursor == right.cursor, left.links == right.links else {
      return false
    }
    if left.packed == right.packed, left.clusters == right.clusters { return true }
    return left.packed.indices.allSatisfy {
      left.cell(left.packed[$0]) == right.cell(right.packed[$0])
    }
  }
}

/// The cells of one row while something is drawn into it.
private struct RowCells {
  let cells: UnsafeMutableBufferPointer<PackedCell>

  /// Puts a cluster where it is known to fit.
  func place(_ cell: PackedCell, width: Int, at column: Int) {
    if cells[column].isContinuation { blank(column - 1) }
    let after = column + width
    if after < cells.count, cells[after].isContinuation { blank(after) }
    cells[column] = cell
    if width == 2 { cells[column + 1] = .continuation }
  }

  /// Puts characters of ASCII where they are known to fit.
  func place(
    ascii reader: ClusterReader, from offset: Int, count: Int, _ style: Style, at column: Int
  ) {
    if cells[column].isContinuation { blank(column - 1) }
    let after = column + count
    if after < cells.count, cells[after].isContinuation { blank(after) }
    for index in 0..<count {
      cells[column + index] = PackedCell(scalar: UInt32(reader.byte(at: offset + index)), style)
    }
  }

  /// Blanks a half that is left of a wide cluster.
  private func blank(_ column: Int) {
    let cell = cells[column]
    cells[column] =
      cell.isContinuation ? .blank : PackedCell(scalar: 0x20, cell.style)
  }
}
