internal import Terminal

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Surface {
  /// The columns of a row that differ from another surface of the same size, with every wide cluster
  /// that they touch, old or new, as a whole; nil when the rows are equal.
  func changedColumns(row: Int, since before: Surface, upTo columns: Int) -> Range<Int>? {
    let start = row * size.columns
    let isNumbered = !clusters.isEmpty || !before.clusters.isEmpty
    return packed.withUnsafeBufferPointer { now in
      before.packed.withUnsafeBufferPointer { then in
        // Almost all rows stay from one frame to the next.
        if !isNumbered, isSame(now, then, from: start, count: columns) { return nil }
        func differs(_ index: Int) -> Bool {
          // A number means a cluster only in its own surface.
          if isNumbered, now[index].isNumbered, then[index].isNumbered {
            return now[index].styleCode != then[index].styleCode
              || character(of: now[index]) != before.character(of: then[index])
          }
          return now[index] != then[index]
        }
        var first = start
        var last = start + columns - 1
        while first <= last, !differs(first) { first += 1 }
        guard first <= last else { return nil }
        while !differs(last) { last -= 1 }
        while first > start, now[first].isContinuation || then[first].isContinuation { first -= 1 }
        while last + 1 < start + columns,
          now[last + 1].isContinuation || then[last + 1].isContinuation
        {
          last += 1
        }
        return first - start..<last + 1 - start
      }
    }
  }
}

private func isSame(
  _ now: UnsafeBufferPointer<PackedCell>, _ then: UnsafeBufferPointer<PackedCell>,
  from start: Int, count: Int
) -> Bool {
  guard let now = now.baseAddress, let then = then.baseAddress else { return true }
  return memcmp(now + start, then + start, count * MemoryLayout<PackedCell>.stride) == 0
}
