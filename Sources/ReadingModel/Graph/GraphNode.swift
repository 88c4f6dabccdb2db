/// A paper in the graph of prerequisites, with its place in the reading order.
public struct GraphNode: Equatable, Sendable {
  /// A paper that should be read first, and why.
  public struct Requirement: Equatable, Sendable {
    /// The paper to read first.
    public var paper: PaperID
    /// Why; empty when no reason was given.
    public var why: String

    /// Makes a requirement.
    public init(paper: PaperID, why: String) {
      self.paper = paper
      self.why = why
    }
  }

  /// The paper.
  public var paper: PaperID
  /// Its key.
  public var key: String
  /// Its short name, or its title where it has none.
  public var name: String
  /// Its full title.
  public var title: String
  /// Its position in the list, counted from 1; 0 when it stands in no list that was asked for.
  public var position: Int
  /// How far the reader has come with it.
  public var status: Status
  /// What should be read before it.
  public var prerequisites: [Requirement]

  /// Makes a node.
  public init(
    paper: PaperID, key: String, name: String, title: String, position: Int, status: Status,
    prerequisites: [Requirement] = []
  ) {
    self.paper = paper
    self.key = key
    self.name = name
    self.title = title
    self.position = position
    self.status = status
    self.prerequisites = prerequisites
  }
}
