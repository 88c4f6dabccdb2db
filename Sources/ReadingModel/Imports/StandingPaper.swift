/// What the library has of a paper that an import names.
public struct StandingPaper: Equatable, Sendable {
  /// How far the reader has come with it.
  public var status: Status
  /// How many notes the reader wrote about it.
  public var notes: Int
  /// The lists it stands in, by their weeks or titles, as the lists themselves are ordered.
  public var lists: [String]

  /// Makes a description.
  public init(status: Status = .unread, notes: Int = 0, lists: [String] = []) {
    self.status = status
    self.notes = notes
    self.lists = lists
  }
}
