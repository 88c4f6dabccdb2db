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
    switch papers.source {
    case .search(let query): query.text
    case .filtered(let base, let query): Self.text(of: query, in: base, slug: slug(of: base))
    default: nil
    }
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
          label: "Name: ", input: LineInput(search.name), purpose: .renameSearch(search.id))))
  }

  private func slug(of source: RowSource) -> String? { lists.item(for: source)?.slug }

  private static func text(of query: Query, in base: RowSource, slug: String?) -> String? {
    let place: String
    switch base {
    case .all: place = ""
    case .list:
      guard let slug else { return nil }
      place = "list:\(slug)"
    case .queue: place = "status:queued"
    case .reading: place = "status:reading"
    case .search(let other): place = grouped(other.text)
    case .nextUp, .week, .needsTitle, .filtered: return nil
    }
    let typed = (try? Query.parse(query.text))?.sort ?? []
    let order =
      query.sort == typed
      ? [] : query.sort.map { "sort:\($0.descending ? "-" : "")\($0.field.rawValue)" }
    return ([place, grouped(query.text)] + order).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A query that keeps its meaning beside another one.
  private static func grouped(_ text: String) -> String {
    guard case .any? = (try? Query.parse(text))?.condition else { return text }
    return "(\(text))"
  }
}
