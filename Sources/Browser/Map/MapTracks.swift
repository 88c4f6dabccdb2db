/// The upright parts of the lines between two layers of the map, each in a track.
///
/// A line leaves a vertex on its row, turns into its track, and leaves that on the rows it goes to.
/// On one row a line may leave a vertex on the left while another comes to one on the right; the
/// track of the first has to stand left of the other's then.
struct MapTracks: Equatable, Sendable {
  /// The track of each vertex whose line needs one, counted from the left.
  private(set) var track: [Int: Int] = [:]
  /// How many tracks there are.
  private(set) var count = 0

  /// Which vertices' tracks must stand right of each vertex's.
  struct Constraints: Equatable, Sendable {
    private(set) var after: [Int: [Int]] = [:]

    /// Notes that tracks must stand right of others, unless that would close a circle.
    ///
    /// - Returns: False when it would; nothing is noted then.
    mutating func admit(_ pairs: [(left: Int, right: Int)]) -> Bool {
      for (place, pair) in pairs.enumerated() {
        if leads(from: pair.right, to: pair.left) {
          for noted in pairs[..<place] { after[noted.left]?.removeLast() }
          return false
        }
        after[pair.left, default: []].append(pair.right)
      }
      return true
    }

    private func leads(from start: Int, to goal: Int) -> Bool {
      guard after[start] != nil else { return start == goal }
      var seen: Set<Int> = [start]
      var stack = [start]
      while let vertex = stack.popLast() {
        if vertex == goal { return true }
        for next in after[vertex] ?? [] where seen.insert(next).inserted { stack.append(next) }
      }
      return false
    }
  }

  /// One line: the vertex it leaves, that vertex's row, and the rows it goes to.
  struct Line: Equatable, Sendable {
    let vertex: Int
    let row: Int
    let ends: [Int]

    /// The rows that the track takes up.
    var span: ClosedRange<Int> { min(row, ends.min() ?? row)...max(row, ends.max() ?? row) }
  }

  /// Gives each line that is not straight a track, as far left as others leave room.
  init(_ lines: [Line], constraints: Constraints) {
    let bent = lines.filter { $0.span.count > 1 }
    // Of lines that go down, the lowest turns first, of those that go up the highest: so they do
    // not cross.
    let sorted = bent.sorted { left, right in
      (left.goesUp ? 1 : 0, left.goesUp ? left.row : -left.row)
        < (right.goesUp ? 1 : 0, right.goesUp ? right.row : -right.row)
    }
    var before: [Int: [Int]] = [:]
    for (vertex, others) in constraints.after {
      for other in others { before[other, default: []].append(vertex) }
    }
    let lineOf = Dictionary(bent.map { ($0.vertex, $0) }) { first, _ in first }
    var taken: [[ClosedRange<Int>]] = []
    for line in sorted {
      var stack = [line.vertex]
      while let vertex = stack.last {
        guard track[vertex] == nil, let current = lineOf[vertex] else {
          stack.removeLast()
          continue
        }
        let missing = (before[vertex] ?? []).filter { track[$0] == nil && lineOf[$0] != nil }
        guard missing.isEmpty else {
          stack += missing
          continue
        }
        stack.removeLast()
        var place = (before[vertex] ?? []).compactMap { track[$0].map { $0 + 1 } }.max() ?? 0
        while place < taken.count, taken[place].contains(where: { $0.overlaps(current.span) }) {
          place += 1
        }
        while taken.count <= place { taken.append([]) }
        taken[place].append(current.span)
        track[vertex] = place
      }
    }
    count = taken.count
  }
}

extension MapTracks.Line {
  /// True when it ends, in the mean, above the row it leaves.
  fileprivate var goesUp: Bool { ends.reduce(0, +) < row * ends.count }
}
