/// A paper with everything that `list --json`, `search --json` and the exports print about it.
public struct ListedPaper: Equatable, Sendable {
  /// The paper's row.
  public var id: PaperID
  /// The paper's key.
  public var key: String
  /// Its facts.
  public var paper: Paper
  /// Status, pass and rating.
  public var progress: Progress
  /// The reader's tags, sorted.
  public var tags: [String]
  /// The place in the list, or the rank in any other source, counted from 1.
  public var position: Int
  /// The heading it stands under, when the source is a list.
  public var section: String?
  /// The list's remark, when the source is a list; else empty.
  public var remark: String
  /// True when the source is a list that has the entry no more.
  public var isGone: Bool
  /// Where it matched, when the source is a search.
  public var snippet: Snippet?

  /// Makes a listed paper.
  public init(
    id: PaperID, key: String, paper: Paper, progress: Progress, tags: [String], position: Int,
    section: String? = nil, remark: String = "", isGone: Bool = false, snippet: Snippet? = nil
  ) {
    self.id = id
    self.key = key
    self.paper = paper
    self.progress = progress
    self.tags = tags
    self.position = position
    self.section = section
    self.remark = remark
    self.isGone = isGone
    self.snippet = snippet
  }
}
