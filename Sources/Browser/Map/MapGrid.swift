import Terminal

/// The lines of the map in a part of it, cell by cell.
///
/// A line going across gives way to one going up and down, so that only lines that belong together
/// are seen to meet.
struct MapGrid: Equatable, Sendable {
  /// The directions that lines lead to from a cell.
  struct Directions: OptionSet, Sendable {
    let rawValue: UInt8

    static let up = Directions(rawValue: 1)
    static let right = Directions(rawValue: 2)
    static let down = Directions(rawValue: 4)
    static let left = Directions(rawValue: 8)
    static let upright: Directions = [.up, .down]
    static let across: Directions = [.left, .right]
  }

  /// The part of the map.
  let area: Rect
  private(set) var directions: [Directions]
  private(set) var isLit: [Bool]
  private var owner: [Int]

  /// An empty grid.
  init(area: Rect) {
    self.area = area
    let count = area.size.rows * area.size.columns
    directions = Array(repeating: [], count: count)
    isLit = Array(repeating: false, count: count)
    owner = Array(repeating: -1, count: count)
  }

  /// Draws a line across from one column to another, both included.
  ///
  /// - Parameters:
  ///   - owner: Whose line it is; only lines of one owner meet.
  ///   - isOpen: Whether it leads on at its left and at its right end.
  mutating func across(
    row: Int, _ first: Int, _ last: Int, owner: Int,
    isOpen: (left: Bool, right: Bool) = (true, true)
  ) {
    guard first <= last, (area.top..<area.bottom).contains(row) else { return }
    for column in max(first, area.left)..<max(first, area.left, min(last + 1, area.right)) {
      var directions = Directions.across
      if column == first, !isOpen.left { directions.remove(.left) }
      if column == last, !isOpen.right { directions.remove(.right) }
      add(directions, row, column, owner)
    }
  }

  /// Draws a line down from one row to another, both included.
  mutating func down(column: Int, _ first: Int, _ last: Int, owner: Int) {
    guard first < last, (area.left..<area.right).contains(column) else { return }
    for row in max(first, area.top)..<max(first, area.top, min(last + 1, area.bottom)) {
      var directions = Directions.upright
      if row == first { directions.remove(.up) }
      if row == last { directions.remove(.down) }
      add(directions, row, column, owner)
    }
  }

  /// Makes the cells of an owner stand out in some rows and columns.
  mutating func light(rows: ClosedRange<Int>, columns: ClosedRange<Int>, owner: Int) {
    for row in rows.clamped(to: area.top...max(area.top, area.bottom - 1)) {
      for column in columns.clamped(to: area.left...max(area.left, area.right - 1)) {
        guard let index = index(row, column), self.owner[index] == owner,
          rows.contains(row), columns.contains(column)
        else { continue }
        isLit[index] = true
      }
    }
  }

  private mutating func add(_ directions: Directions, _ row: Int, _ column: Int, _ owner: Int) {
    guard let index = index(row, column) else { return }
    if self.owner[index] == owner || self.directions[index].isEmpty {
      self.directions[index].formUnion(directions)
      self.owner[index] = owner
    } else if !directions.isDisjoint(with: .upright) {
      self.directions[index] = directions
      self.owner[index] = owner
    }
  }

  private func index(_ row: Int, _ column: Int) -> Int? {
    guard (area.top..<area.bottom).contains(row), (area.left..<area.right).contains(column) else {
      return nil
    }
    return (row - area.top) * area.size.columns + column - area.left
  }
}
