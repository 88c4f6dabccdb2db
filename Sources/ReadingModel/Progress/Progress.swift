/// How far a reader has come with a paper.
///
/// Looking at a paper never changes it.
public enum Status: String, CaseIterable, Sendable, Codable {
  case unread, queued, reading, read, skipped

  /// True when the reader is done with the paper, so that it no longer holds up what builds on it.
  public var isDone: Bool { self == .read || self == .skipped }
}

/// What a reader has recorded about a paper besides notes and tags.
public struct Progress: Equatable, Sendable {
  /// How far the reader has come.
  public var status: Status
  /// The deepest pass made, 0 to 3: skim, grasp, master.
  ///
  /// The three passes are those of S. Keshav, “How to Read a Paper”, 2007.
  public var pass: Int
  /// The reader's rating, 1 to 5; nil when there is none.
  public var rating: Int?

  /// Makes a progress; a paper that was never touched is unread, without pass or rating.
  public init(status: Status = .unread, pass: Int = 0, rating: Int? = nil) {
    self.status = status
    self.pass = pass
    self.rating = rating
  }

  /// The passes that can be recorded.
  public static let passes = 0...3
  /// The ratings that can be given.
  public static let ratings = 1...5
}
