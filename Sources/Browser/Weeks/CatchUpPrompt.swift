import ReadingModel
import Terminal

extension BrowserModel {
  /// Asks before which day weekly lists are old; the Monday of this week stands there already.
  mutating func openCatchUp() {
    let monday = lists.thisWeek.flatMap { ISOWeek.days(of: $0) }?.first ?? ""
    layers.append(
      .line(
        LinePrompt(
          label: "Skip what is unread before ", text: monday, purpose: .catchUp)))
  }

  /// Asks whether so many papers shall be skipped.
  mutating func confirm(_ found: CatchUp) {
    guard !found.papers.isEmpty else {
      return refuse("No unread paper stands only in weekly lists before \(found.before).")
    }
    let papers = found.papers.count == 1 ? "1 paper" : "\(found.papers.count) papers"
    let weeks = found.lists == 1 ? "1 weekly list" : "\(found.lists) weekly lists"
    layers.append(
      .confirmation(
        Confirmation(
          question: "Skip \(papers) of \(weeks) before \(found.before)?",
          change: .catchUp(before: found.before))))
  }
}
