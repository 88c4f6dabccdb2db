/// How far the rules between panes were moved from where they stand by themselves.
struct Splits: Equatable, Sendable {
  /// A rule that can be moved.
  enum Rule: Equatable, Sendable {
    /// Between lists and papers.
    case lists
    /// Between papers and paper, side by side.
    case paper
    /// Between papers and paper, one over the other.
    case stacked
  }

  /// Columns that the lists have more.
  var lists = 0
  /// Columns that the paper has more beside the papers.
  var paper = 0
  /// Rows that the paper has more under the papers.
  var stacked = 0

  /// The fewest columns or rows that a pane keeps.
  enum Fewest {
    static let lists = 16
    static let papers = 30
    static let paper = 24
    static let rows = 3
  }

  /// Moves a rule by so many cells, to the right or down where positive.
  mutating func move(_ rule: Rule, by cells: Int) {
    switch rule {
    case .lists: lists += cells
    case .paper: paper -= cells
    case .stacked: stacked -= cells
    }
  }
}
