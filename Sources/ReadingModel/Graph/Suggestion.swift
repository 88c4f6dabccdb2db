/// A paper to read next in a reading order, and why.
public struct Suggestion: Equatable, Sendable {
  /// The paper.
  public var node: GraphNode
  /// Why this one, in one sentence that starts with “because”.
  public var reason: String

  /// Makes a suggestion.
  public init(node: GraphNode, reason: String) {
    self.node = node
    self.reason = reason
  }
}

extension ReadingGraph {
  /// What to read next: papers in the order of the list that are not done and wait for nothing.
  ///
  /// A reason says what the paper rests on and what it opens. It opens the papers that build on it
  /// directly, are not done, and wait for no other paper.
  ///
  /// - Parameter count: How many papers at most.
  /// - Returns: The suggestions, the first in the order first.
  public func next(count: Int) -> [Suggestion] {
    guard count > 0 else { return [] }
    var suggestions: [Suggestion] = []
    for (index, node) in nodes.enumerated() where !node.status.isDone && isReady(index) {
      suggestions.append(
        Suggestion(node: node, reason: reason(for: index, isFirst: suggestions.isEmpty)))
      if suggestions.count == count { break }
    }
    return suggestions
  }

  private func reason(for index: Int, isFirst: Bool) -> String {
    let opened = opened(by: index).map { nodes[$0].name }
    let ground =
      nodes[index].status == .reading ? "you are reading it" : ground(of: index, isFirst: isFirst)
    return "because \(ground)" + (opened.isEmpty ? "" : "; it opens \(Self.listed(opened))")
  }

  private func ground(of index: Int, isFirst: Bool) -> String {
    let done = required[index]
    if done.isEmpty {
      return switch (index, isFirst) {
      case (0, _): "it comes first and needs nothing before it"
      case (_, true): "it is next in the order and needs nothing before it"
      default: "it needs nothing before it"
      }
    }
    let read = done.filter { nodes[$0].status == .read }.map { nodes[$0].name }
    let skipped = done.filter { nodes[$0].status == .skipped }.map { nodes[$0].name }
    if skipped.isEmpty { return "you have read \(Self.prerequisites(read))" }
    if read.isEmpty { return "you have skipped \(Self.prerequisites(skipped))" }
    return "you have read \(Self.listed(read)) and skipped \(Self.listed(skipped))"
  }

  /// `its prerequisite, A` or `its two prerequisites, A and B`.
  private static func prerequisites(_ names: [String]) -> String {
    guard names.count > 1 else { return "its prerequisite, \(listed(names))" }
    let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine"]
    let number = names.count - 2 < words.count ? words[names.count - 2] : "\(names.count)"
    return "its \(number) prerequisites, \(listed(names))"
  }

  /// At most three names, with the number of those left out: `A, B, C and 2 more`.
  public static func listed(_ names: [String]) -> String {
    var parts = names
    if names.count > 3 { parts = names.prefix(3) + ["\(names.count - 3) more"] }
    guard parts.count > 1, let last = parts.popLast() else { return parts.first ?? "" }
    return parts.joined(separator: ", ") + " and " + last
  }
}
