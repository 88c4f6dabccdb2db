/// How many papers have each status.
public struct StatusTally: Equatable, Sendable {
  private var counts: [Status: Int]

  /// Makes a tally; a status that is not named has no papers.
  public init(_ counts: [Status: Int] = [:]) { self.counts = counts.filter { $0.value != 0 } }

  /// How many papers have a status.
  public subscript(status: Status) -> Int {
    get { counts[status] ?? 0 }
    set { counts[status] = newValue == 0 ? nil : newValue }
  }
}
