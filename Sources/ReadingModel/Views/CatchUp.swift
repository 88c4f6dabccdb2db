/// What catching up with old weekly lists does, or would do.
public struct CatchUp: Equatable, Sendable {
  /// The day before which lists count as old, ISO 8601.
  public var before: String
  /// The papers that become skipped, in the order of the lists.
  public var papers: [PaperReference]
  /// How many weekly lists were issued before that day.
  public var lists: Int

  /// Makes one.
  public init(before: String, papers: [PaperReference], lists: Int) {
    self.before = before
    self.papers = papers
    self.lists = lists
  }
}
