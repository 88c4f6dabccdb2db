/// What is remembered of command lines.
struct CommandMemory: Equatable, Sendable {
  /// The lines entered, the oldest first.
  var entered: [String] = []
  /// True once those of earlier sessions are among them.
  var isLoaded = false

  /// How many lines are kept.
  static let limit = 500

  /// Adds a line; one entered before is kept once, as the newest.
  mutating func add(_ line: String) {
    entered.removeAll { $0 == line }
    entered.append(line)
    entered.removeFirst(max(0, entered.count - Self.limit))
  }
}
