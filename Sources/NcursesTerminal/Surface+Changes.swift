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
    let indices = start..<start + columns
    guard !isIdentical(indices, in: before),
      var first = indices.first(where: { cells[$0] != before.cells[$0] }),
      var last = indices.last(where: { cells[$0] != before.cells[$0] })
    else { return nil }
    while first > start, cells[first] == .continuation || before.cells[first] == .continuation {
      first -= 1
    }
    while last + 1 < indices.upperBound,
      cells[last + 1] == .continuation || before.cells[last + 1] == .continuation
    {
      last += 1
    }
    return first - start..<last + 1 - start
  }

  /// True when cells are equal to the byte, as almost all are from one frame to the next; cells that
  /// differ in their bytes may still be equal.
  private func isIdentical(_ indices: Range<Int>, in before: Surface) -> Bool {
    let stride = MemoryLayout<Cell>.stride
    return cells.withUnsafeBytes { now in
      before.cells.withUnsafeBytes { then in
        guard let now = now.baseAddress, let then = then.baseAddress else { return true }
        let offset = indices.lowerBound * stride
        return memcmp(now + offset, then + offset, indices.count * stride) == 0
      }
    }
  }
}
