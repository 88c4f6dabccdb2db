import ReadingModel
import Terminal

extension BrowserModel {
  /// The saved search under the cursor of the lists; nil when something else is.
  var currentSearch: SavedSearch? {
    guard focus == .lists, lists.items.indices.contains(lists.cursor) else { return nil }
    return lists.items[lists.cursor].search
  }

  /// The search or the filter that is shown, as a query; nil when there is none that can be kept.
  var keepableQuery: String? {
    papers.source.keepableQuery { lists.item(for: $0)?.slug }
  }

  /// Asks for the name to keep the search or the filter under.
  mutating func openSaveSearch() {
    guard let text = keepableQuery else { return }
    layers.append(.line(LinePrompt(label: "Keep as: ", purpose: .saveSearch(text))))
  }

  /// Asks for another name of the saved search under the cursor.
  mutating func openRenameSearch() {
    guard let search = currentSearch else { return }
    layers.append(
      .line(
        LinePrompt(
          label: "Name: ", text: search.name, purpose: .renameSearch(search.id))))
  }
}
