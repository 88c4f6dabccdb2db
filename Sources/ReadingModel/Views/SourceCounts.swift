/// How many papers stand in the sources that are not lists.
public struct SourceCounts: Equatable, Sendable {
  /// Papers with the status reading.
  public var reading: Int
  /// Papers in the queue.
  public var queue: Int
  /// Papers in the library.
  public var all: Int

  /// Makes the counts.
  public init(reading: Int, queue: Int, all: Int) {
    self.reading = reading
    self.queue = queue
    self.all = all
  }
}
