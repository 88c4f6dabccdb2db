/// Which elements of two sequences are the same, by the fewest insertions and removals.
enum LineMatching {
  /// How many elements in the middle are compared at most; beyond that all of them count as changed,
  /// as time and memory grow with the square of the changes.
  static let longestMiddle = 1_000

  /// A part of the old sequence that another part stands for in the new one.
  struct Hunk: Equatable {
    /// The elements that went.
    var old: Range<Int>
    /// The elements that came in their place.
    var new: Range<Int>
  }

  /// The parts that differ, in order, with equal elements between any two of them.
  static func hunks<Element: Hashable>(from old: [Element], to new: [Element]) -> [Hunk] {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var end = 0
    while end < old.count - start, end < new.count - start,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    { end += 1 }
    let (oldMiddle, newMiddle) = (start..<old.count - end, start..<new.count - end)
    guard !oldMiddle.isEmpty, !newMiddle.isEmpty,
      max(oldMiddle.count, newMiddle.count) <= longestMiddle
    else {
      return oldMiddle.isEmpty && newMiddle.isEmpty ? [] : [Hunk(old: oldMiddle, new: newMiddle)]
    }
    var removed = [Bool](repeating: false, count: oldMiddle.count)
    var inserted = [Bool](repeating: false, count: newMiddle.count)
    for change in Array(new[newMiddle]).difference(from: Array(old[oldMiddle])) {
      switch change {
      case .remove(let offset, _, _): removed[offset] = true
      case .insert(let offset, _, _): inserted[offset] = true
      }
    }
    return hunks(removed, inserted, from: start)
  }

  private static func hunks(_ removed: [Bool], _ inserted: [Bool], from start: Int) -> [Hunk] {
    var hunks: [Hunk] = []
    var (old, new) = (0, 0)
    while old < removed.count || new < inserted.count {
      let (oldStart, newStart) = (old, new)
      while old < removed.count, removed[old] { old += 1 }
      while new < inserted.count, inserted[new] { new += 1 }
      if old > oldStart || new > newStart {
        hunks.append(
          Hunk(old: start + oldStart..<start + old, new: start + newStart..<start + new))
      } else {
        old += 1
        new += 1
      }
    }
    return hunks
  }
}

extension String {
  /// The lines without their ends; at least one.
  var lines: [String] {
    utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
  }
}
