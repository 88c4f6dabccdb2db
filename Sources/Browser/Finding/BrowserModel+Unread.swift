import ReadingModel

extension BrowserModel {
  /// Looks for the nearest unread paper on a way: in what is shown, then in the lists of their pane.
  ///
  /// From the lists pane the row that would be gone to counts as well.
  func findUnread(_ direction: Direction) -> [Effect] {
    let step = direction == .forward ? 1 : -1
    let index = focus == .lists ? papers.cursor - step : papers.cursor
    return [
      .findUnread(
        direction, from: RowPlace(source: papers.source, index: index), then: lists.round(direction)
      )
    ]
  }

  /// Goes to the unread paper that was found, and says so when it lies in another list.
  mutating func goToUnread(_ found: RowPlace?, _ direction: Direction) {
    guard let found else { return refuse("There is no unread paper, here or in any list.") }
    let isSame = found.source == papers.source
    if isSame, found.index == papers.cursor, focus != .lists {
      return refuse("There is no other unread paper, here or in any list.")
    }
    focus = focus == .lists ? .papers : focus
    guard !isSame else {
      let isOn = direction == .forward ? found.index >= papers.cursor : found.index <= papers.cursor
      if !isOn { say("No other list has an unread paper, so this goes round in the same.") }
      papers.cursor = found.index
      return
    }
    search.origin = nil
    open(Place(source: found.source, cursor: found.index, focus: focus))
    if let item = lists.item(for: found.source) { say("Went on to “\(item.label)”.") }
  }
}

extension ListsPane {
  /// The lists in the order in which one comes to them from the item under the cursor, round to it.
  func round(_ direction: Direction) -> [ListID] {
    func lists(_ items: some Sequence<Item>) -> [ListID] {
      items.compactMap { if case .list(let id) = $0.source { id } else { nil } }
    }
    switch direction {
    case .forward:
      return lists(items.dropFirst(cursor + 1)) + lists(items.prefix(cursor + 1))
    case .backward:
      return lists(items.prefix(cursor).reversed()) + lists(items.dropFirst(cursor).reversed())
    }
  }
}
