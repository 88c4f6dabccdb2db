import ReadingModel

/// The palette: one line that finds actions, lists and papers.
struct PaletteLayer: Equatable, Sendable {
  /// A thing that matches, and where.
  struct Result: Equatable, Sendable {
    let item: PaletteItem
    /// The clusters of the name that matched.
    let inName: [Int]
    /// The clusters of the detail that matched.
    let inDetail: [Int]
  }

  /// What was typed.
  private(set) var input = LineInput()
  /// What matches, the best first.
  private(set) var results: [Result] = []
  /// The result under the cursor.
  private(set) var cursor = 0
  /// True when papers have to be looked for before the next frame.
  private(set) var isSearchDue = false
  /// Actions and lists, which are always at hand.
  private let fixed: [PaletteItem]
  private var papers: [PaletteItem] = []

  /// How many papers are asked for.
  static let paperLimit = 20
  /// How many results are kept.
  static let resultLimit = 200
  /// The letters that must be typed before papers are looked for.
  private static let fewestLetters = 2

  /// Opens the palette on all actions and these lists.
  init(lists: [ListsPane.Item]) {
    fixed = PaletteItem.actions + lists.map(PaletteItem.init)
    rank()
  }

  /// The result under the cursor; nil when nothing matches.
  var chosen: PaletteItem? { results.indices.contains(cursor) ? results[cursor].item : nil }

  /// The papers to look for: those with all the words typed; nil while too little is typed.
  var query: Query? {
    let words = input.text.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    guard words.reduce(0, { $0 + $1.count }) >= Self.fewestLetters else { return nil }
    let conditions = words.map { Query.Condition.word($0, nil) }
    return Query(
      condition: conditions.count == 1 ? conditions[0] : .all(conditions),
      text: words.joined(separator: " "))
  }

  /// Moves the cursor by so many results, no further than the ends.
  mutating func move(by count: Int) {
    cursor = max(0, min(results.count - 1, cursor + count))
  }

  /// Puts the cursor on a result, where there is one.
  mutating func moveTo(_ index: Int) {
    if results.indices.contains(index) { cursor = index }
  }

  /// Takes what was typed, and the best result under the cursor.
  mutating func take(_ typed: LineInput) {
    let isAnother = typed.text != input.text
    input = typed
    guard isAnother else { return }
    cursor = 0
    papers = []
    isSearchDue = query != nil
    rank()
  }

  /// The query to ask now, once; nil when none is due.
  mutating func takeSearch() -> Query? {
    guard isSearchDue else { return nil }
    isSearchDue = false
    return query
  }

  /// Takes in papers found; those of an earlier query are dropped.
  mutating func take(_ window: RowWindow) {
    guard let query, window.source == .search(query) else { return }
    papers = window.rows.enumerated().map { PaletteItem($1, index: $0) }
    rank()
  }

  /// Orders all that matches by its score.
  ///
  /// A paper that was found by other words than those of its name comes last, in the order of the
  /// search.
  private mutating func rank() {
    let pattern = FuzzyPattern(input.text)
    guard !pattern.isEmpty else {
      results = fixed.prefix(Self.resultLimit).map { Result(item: $0, inName: [], inDetail: []) }
      return
    }
    var scored: [(score: Int, length: Int, result: Result)] = []
    for item in fixed + papers {
      let inName = pattern.match(item.name)
      let inDetail = pattern.match(item.detail)
      if let inName, inName.score >= inDetail?.score ?? Int.min {
        scored.append(
          (
            inName.score, item.name.letters.count,
            Result(item: item, inName: inName.positions, inDetail: [])
          ))
      } else if let inDetail {
        scored.append(
          (
            inDetail.score, item.detail.letters.count,
            Result(item: item, inName: [], inDetail: inDetail.positions)
          ))
      } else if case .paper = item.target {
        scored.append((Int.min, 0, Result(item: item, inName: [], inDetail: [])))
      }
    }
    // Swift's sort is stable, so equals stay in the order of help, lists and search.
    scored.sort { ($1.score, $0.length) < ($0.score, $1.length) }
    results = scored.prefix(Self.resultLimit).map(\.result)
  }
}
