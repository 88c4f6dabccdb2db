import ReadingModel
import Terminal

extension BrowserModel {
  /// The place of the list shown among the weekly lists, oldest first; nil when it is none of them.
  private var week: Int? {
    lists.weeks.firstIndex { lists.items[$0].source == papers.source.base }
  }

  /// The weekly list so many weeks after the one shown; from anywhere else the newest.
  private func week(after step: Int) -> Int? {
    guard let week else { return lists.weeks.last }
    return lists.weeks.indices.contains(week + step) ? lists.weeks[week + step] : nil
  }

  /// Why there is no way to another week; nil when there is one.
  func noWeek(after step: Int) -> String? {
    if lists.weeks.isEmpty { return "There is no weekly list." }
    guard week(after: step) == nil else { return nil }
    return step < 0 ? "This is the oldest weekly list." : "This is the newest weekly list."
  }

  /// Shows the weekly list so many weeks later.
  mutating func goToWeek(after step: Int) {
    if let index = week(after: step) { open(Place(source: lists.items[index].source)) }
  }

  /// Shows what was issued this week, or the newest weekly list.
  mutating func goToThisWeek() {
    guard let newest = lists.weeks.last else { return }
    if let item = lists.items.first(where: { if case .week = $0.source { true } else { false } }) {
      return open(Place(source: item.source))
    }
    open(Place(source: lists.items[newest].source))
    say("No list was issued this week; this is the newest.")
  }

  /// What the title line says of a week: how its papers stand, and what was read of the budget.
  var weekFigures: [String] {
    var figures: [String] = []
    let isWeek: Bool
    switch papers.source {
    case .list: isWeek = lists.item(for: papers.source)?.kind == .weekly
    case .week: isWeek = true
    default: isWeek = false
    }
    guard isWeek else { return [] }
    if let tally = papers.window?.tally {
      let words: [(Status, String)] = [
        (.unread, "new"), (.queued, "queued"), (.reading, "reading"), (.skipped, "skipped"),
      ]
      figures += words.filter { tally[$0.0] > 0 }.map { "\(tally[$0.0]) \($0.1)" }
    }
    if let budget = settings.weeklyBudget {
      figures.append("\(lists.readThisWeek) of \(budget) this week")
    }
    return figures
  }
}
