import Terminal

/// A part of the screen that takes keys.
enum Pane: Equatable, Sendable {
  case lists, papers, paper
}

/// Where the parts of the screen are at a size; panes that have no place are nil.
///
/// Three panes side by side from 120 columns; from 80 the papers over the paper; below that, and
/// while the lists are in use below 120, one pane. Rules go before rows of text do.
struct ScreenLayout: Equatable, Sendable {
  /// The smallest screen that anything is laid out on.
  static let smallest = Size(rows: 4, columns: 20)

  /// False when the screen is too small for more than saying so.
  let isUsable: Bool
  /// The row of the rule under the title; nil where rows are scarce.
  let titleRule: Int?
  /// The row of the rule above the footer.
  let footerRule: Int?
  /// The row between papers and paper when they are stacked.
  let middleRule: Int?
  /// The columns of the rules between panes.
  let verticalRules: [Int]
  /// All rows between title and footer.
  let body: Rect
  /// The lists.
  let lists: Rect?
  /// The papers.
  let papers: Rect?
  /// The paper.
  let paper: Rect?
  /// How far the rules stand from their own places, after what the panes need.
  let splits: Splits

  /// True when there is room for no more than the pane in use, or it has the screen alone.
  var hasOnePane: Bool { [lists, papers, paper].count { $0 != nil } == 1 }

  /// Lays the screen out.
  ///
  /// - Parameters:
  ///   - focus: The pane that is in use, which is always one of those shown.
  ///   - splits: How far the rules were moved; no pane becomes smaller than it can be used.
  ///   - isZoomed: True when the pane in use is to have the screen alone; a paper has its column in
  ///     the middle of it then.
  init(size: Size, focus: Pane, splits: Splits = Splits(), isZoomed: Bool = false) {
    isUsable = size.rows >= Self.smallest.rows && size.columns >= Self.smallest.columns
    let hasRules = size.rows >= 12
    titleRule = hasRules ? 1 : nil
    footerRule = hasRules ? size.rows - 2 : nil
    let top = hasRules ? 2 : 1
    let rows = max(0, size.rows - top - (hasRules ? 2 : 1))
    body = Rect(row: top, column: 0, rows: rows, columns: size.columns)

    var effective = splits
    if isZoomed {
      let columns = min(size.columns, PaperPane.readingColumns + 2)
      lists = focus == .lists ? body : nil
      papers = focus == .papers ? body : nil
      paper =
        focus == .paper
        ? Rect(row: top, column: (size.columns - columns) / 2, rows: rows, columns: columns) : nil
      verticalRules = []
      middleRule = nil
    } else if size.columns >= 120 {
      let ownLists = min(34, 27 + (size.columns - 120) / 8)
      let mostLists = size.columns - 2 - Splits.Fewest.papers - Splits.Fewest.paper
      let listColumns = max(Splits.Fewest.lists, min(ownLists + splits.lists, mostLists))
      let ownPaper = min(76, (size.columns - ownLists) * 37 / 100)
      let mostPaper = size.columns - listColumns - 2 - Splits.Fewest.papers
      let paperColumns = max(Splits.Fewest.paper, min(ownPaper + splits.paper, mostPaper))
      effective.lists = listColumns - ownLists
      effective.paper = paperColumns - ownPaper
      let paperLeft = size.columns - paperColumns
      lists = Rect(row: top, column: 0, rows: rows, columns: listColumns)
      papers = Rect(
        row: top, column: listColumns + 1, rows: rows, columns: paperLeft - listColumns - 2)
      paper = Rect(row: top, column: paperLeft, rows: rows, columns: paperColumns)
      verticalRules = [listColumns, paperLeft - 1]
      middleRule = nil
    } else if size.columns >= 80, rows >= 12, focus != .lists {
      let ownRows = (rows - 1) * 45 / 100
      let mostRows = rows - 1 - Splits.Fewest.rows
      let paperRows = max(Splits.Fewest.rows, min(ownRows + splits.stacked, mostRows))
      effective.stacked = paperRows - ownRows
      let middle = top + rows - paperRows - 1
      lists = nil
      papers = Rect(row: top, column: 0, rows: middle - top, columns: size.columns)
      paper = Rect(row: middle + 1, column: 0, rows: paperRows, columns: size.columns)
      verticalRules = []
      middleRule = middle
    } else {
      lists = focus == .lists ? body : nil
      papers = focus == .papers ? body : nil
      paper = focus == .paper ? body : nil
      verticalRules = []
      middleRule = nil
    }
    self.splits = effective
  }
}
