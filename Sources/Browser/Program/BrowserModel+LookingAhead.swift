import ReadingModel

extension BrowserModel {
  /// Asks for what the next key will probably show; nothing when that is there already.
  ///
  /// It is called when a frame is drawn and no key waits, so that the next one finds its rows and its
  /// paper ready. What it brings is no more than what that key would have asked for.
  mutating func lookAhead() -> [Effect] {
    guard hasStarted, layers.isEmpty, stale.isSubset(of: .suggestions) else { return [] }
    if stale.contains(.suggestions) { return [loadSuggestions()] }
    let height = papersHeight
    if papers.lacksRows(before: height * 3 / 2, after: 2 * height) { return [loadRows()] }
    guard let row = papers.row(at: papers.cursor + papers.stride), row.paper != paper.id,
      !shelf.holds(row.paper)
    else { return [] }
    return [.loadPaper(row.paper, generation: request(.paperAhead))]
  }

  /// Lays out a paper that was looked at ahead and keeps it.
  mutating func putOnShelf(_ detail: PaperDetail, _ id: PaperID) {
    var pane = PaperPane()
    pane.show(detail, for: id)
    layOut(&pane, snippet: nil)
    shelf.put(pane)
  }

  /// Shows a paper that is on the shelf; false when it is not.
  mutating func takeFromShelf(_ id: PaperID) -> Bool {
    guard let pane = shelf.take(id) else { return false }
    shelf.put(paper)
    paper = pane
    return true
  }
}
