extension ReadingGraph {
  /// What is still to be read to come to a paper.
  ///
  /// - Parameter paper: Where the chain ends.
  /// - Returns: The prerequisites of the paper, and theirs, that are neither read nor skipped, each
  ///   after what it builds on and otherwise in the order of the list, and the paper itself last.
  ///   What lies behind a paper that is done is not needed. Empty when the graph does not hold the
  ///   paper. Papers in a cycle come in the order of the list, since none can be first.
  public func chain(to paper: PaperID) -> [GraphNode] {
    guard let target = indices[paper] else { return [] }
    var needed: Set<Int> = [target]
    var stack = [target]
    while let index = stack.popLast() {
      for other in required[index] where !nodes[other].status.isDone {
        if needed.insert(other).inserted { stack.append(other) }
      }
    }
    return inReadingOrder(needed, target: target).map { nodes[$0] }
  }

  /// Kahn's algorithm: of the nodes that wait for nothing, the first in the list goes next.
  private func inReadingOrder(_ needed: Set<Int>, target: Int) -> [Int] {
    var waiting: [Int: Int] = [:]
    for index in needed { waiting[index] = required[index].count { needed.contains($0) } }
    var ready = MinimumHeap(needed.filter { waiting[$0] == 0 && $0 != target })
    var order: [Int] = []
    while let index = ready.removeMinimum() {
      order.append(index)
      for dependent in dependents[index] where dependent != target {
        guard let left = waiting[dependent] else { continue }
        waiting[dependent] = left - 1
        if left == 1 { ready.insert(dependent) }
      }
    }
    let stuck = needed.subtracting(order).subtracting([target]).sorted()
    return order + stuck + [target]
  }

  /// The cycle that a new prerequisite would close.
  ///
  /// - Parameters:
  ///   - paper: The paper that is to build on another.
  ///   - requirement: The paper that is to be read first.
  /// - Returns: The names around the shortest such cycle, from the paper over what would have to be
  ///   read first back to the paper; nil when the prerequisite closes none.
  public func cycle(adding paper: PaperID, required requirement: PaperID) -> [String]? {
    guard let goal = indices[paper], let start = indices[requirement] else { return nil }
    var cameFrom: [Int: Int] = [start: start]
    var queue = [start]
    var head = 0
    while head < queue.count, cameFrom[goal] == nil {
      for other in required[queue[head]] where cameFrom[other] == nil {
        cameFrom[other] = queue[head]
        queue.append(other)
      }
      head += 1
    }
    guard cameFrom[goal] != nil else { return nil }
    var path = [goal]
    var index = goal
    while index != start, let previous = cameFrom[index] {
      path.append(previous)
      index = previous
    }
    return [nodes[goal].name] + path.reversed().map { nodes[$0].name }
  }
}

/// A binary heap that gives its smallest number first.
private struct MinimumHeap {
  private var items: [Int]

  init(_ items: some Sequence<Int>) {
    // A sorted array is a heap.
    self.items = items.sorted()
  }

  mutating func insert(_ item: Int) {
    items.append(item)
    var child = items.count - 1
    while child > 0, items[child] < items[(child - 1) / 2] {
      items.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeMinimum() -> Int? {
    guard let minimum = items.first else { return nil }
    items.swapAt(0, items.count - 1)
    items.removeLast()
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < items.count }
      guard let child = children.min(by: { items[$0] < items[$1] }), items[child] < items[parent]
      else { return minimum }
      items.swapAt(child, parent)
      parent = child
    }
  }
}
