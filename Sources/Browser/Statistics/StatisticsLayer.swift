import ReadingModel
import Terminal

/// The statistics over the panes: which list's burn-down is shown, and how far they are scrolled.
struct StatisticsLayer: Equatable, Sendable {
  /// The numbers.
  private(set) var statistics: ReadingStatistics
  /// The place of the list that is shown; nil when there is none.
  private(set) var list: Int?
  /// The first line shown.
  var scroll = 0

  /// Opens the statistics with a list, where it has papers.
  init(_ statistics: ReadingStatistics, list: ListID?) {
    self.statistics = statistics
    self.list =
      statistics.lists.firstIndex { $0.list.id == list }
      ?? StatisticsPage.firstList(of: statistics)
  }

  /// Takes in fresh numbers; the list stays.
  mutating func show(_ statistics: ReadingStatistics) {
    let shown = list.map { self.statistics.lists[$0].list.id }
    self = StatisticsLayer(statistics, list: shown)
  }

  /// Shows the next list or the one before; false at the end.
  mutating func go(by step: Int) -> Bool {
    guard let list, statistics.lists.indices.contains(list + step) else { return false }
    self.list = list + step
    return true
  }
}

extension BrowserModel {
  /// Takes in the numbers: opens the statistics, or brings the open ones up to date.
  mutating func takeIn(_ statistics: ReadingStatistics) {
    for (index, layer) in layers.enumerated() {
      guard case .statistics(var layer) = layer else { continue }
      let scroll = layer.scroll
      layer.show(statistics)
      layer.scroll = scroll
      layers[index] = .statistics(layer)
      return
    }
    var list: ListID?
    if case .list(let shown) = papers.source { list = shown }
    layers.append(.statistics(StatisticsLayer(statistics, list: list)))
  }

  /// True while the statistics are open, also below another layer.
  var showsStatistics: Bool {
    layers.contains { if case .statistics = $0 { true } else { false } }
  }

  /// Scrolls the statistics.
  mutating func move(_ layer: StatisticsLayer, _ movement: Movement) {
    var layer = layer
    let page = layout.body.size.rows
    let count = lines(of: layer).count
    layer.scroll = max(0, min(layer.scroll + movement.lines(page: page), count - page))
    layers[layers.count - 1] = .statistics(layer)
  }

  /// Shows the burn-down of the list before or after.
  mutating func goToList(by step: Int, in layer: StatisticsLayer) {
    var layer = layer
    guard layer.go(by: step) else {
      refuse(step > 0 ? "This is the last list." : "This is the first list.")
      return
    }
    // Where the burn-down is not in view, the key would seem to do nothing.
    let top = StatisticsPage.days(layer.statistics, glyphs: glyphs, columns: size.columns).count
    let page = layout.body.size.rows
    if top < layer.scroll || top + BurnDownLines.rows > layer.scroll + page {
      layer.scroll = max(0, min(top, lines(of: layer).count - page))
    }
    layers[layers.count - 1] = .statistics(layer)
  }

  private func lines(of layer: StatisticsLayer) -> [StyledLine] {
    StatisticsPage.lines(
      layer.statistics, list: layer.list, glyphs: glyphs, columns: size.columns)
  }

  /// Draws the statistics over everything.
  func draw(_ layer: StatisticsLayer, into surface: inout Surface) {
    let read = layer.statistics.statuses[.read] ?? 0
    let skipped = layer.statistics.statuses[.skipped] ?? 0
    drawSheet(
      "Statistics", side: "\(read) read\(glyphs.dot)\(skipped) skipped", into: &surface)
    let lines = lines(of: layer)
    let first = max(0, min(layer.scroll, lines.count - layout.body.size.rows))
    draw(lines[first...], into: &surface)
    drawSheetPosition(first: first, count: lines.count, into: &surface)
  }
}
