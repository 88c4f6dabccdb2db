import ReadingModel
import Terminal

/// The prompt that filters the papers shown as one types.
struct FilterPrompt: Equatable, Sendable {
  var input: LineInput
  /// What is filtered.
  let base: RowSource
  /// The order that was chosen for it besides.
  let sort: [Query.SortKey]
  /// Where Esc leads back to.
  let origin: Place
  /// What is wrong with the query so far.
  var problem: QueryError?

  /// What the text asks for, as a source; the base alone for a text that asks for nothing.
  func source(lenient: Bool) throws(QueryError) -> RowSource {
    var query = try Query.parse(input.text, lenient: lenient)
    if query.sort.isEmpty { query.sort = sort }
    return query.condition == nil && query.sort.isEmpty ? base : .filtered(base, query)
  }
}

extension BrowserModel {
  /// Begins to filter the papers shown; in the lists, looks for one of them.
  mutating func openFilter() {
    if context == .lists {
      layers.append(.listFinder(ListFinder(origin: lists.cursor)))
      return
    }
    let filter = papers.source.filter
    // An order that was chosen by its key stays when the text is another one.
    let typed = (try? Query.parse(filter?.text ?? ""))?.sort ?? []
    papers.clearSelection()
    focus = .papers
    layers.append(
      .filter(
        FilterPrompt(
          input: LineInput(filter?.text ?? "", history: filters), base: papers.source.base,
          sort: filter?.sort == typed ? [] : filter?.sort ?? [], origin: place)))
  }

  /// Handles an event in the filter prompt on top.
  mutating func type(_ prompt: FilterPrompt, _ event: TerminalEvent) -> [Effect]? {
    var prompt = prompt
    switch event {
    case .key(.escape):
      layers.removeLast()
      if papers.source != prompt.origin.source { open(prompt.origin) }
      return []
    case .key(.enter):
      keepFilter(prompt)
      return []
    default:
      let outcome = prompt.input.handle(event)
      if outcome == .unhandled { return nil }
      if outcome == .changed {
        prompt.problem = nil
        do throws(QueryError) {
          let source = try prompt.source(lenient: true)
          if papers.source != source { open(Place(source: source)) }
        } catch { prompt.problem = error }
      }
      layers[layers.count - 1] = .filter(prompt)
      return []
    }
  }

  private mutating func keepFilter(_ prompt: FilterPrompt) {
    do throws(QueryError) {
      let source = try prompt.source(lenient: false)
      layers.removeLast()
      if papers.source != source { open(Place(source: source)) }
      guard !prompt.input.text.isEmpty else { return }
      filters.removeAll { $0 == prompt.input.text }
      filters.append(prompt.input.text)
    } catch {
      var prompt = prompt
      prompt.problem = error
      layers[layers.count - 1] = .filter(prompt)
    }
  }

  /// Shows the papers without filter and order, on the paper under the cursor where that is a list.
  mutating func clearFilter() {
    var place = Place(source: papers.source.base)
    switch place.source {
    case .list, .week: place.cursor = max(0, (currentRow?.position ?? 1) - 1)
    default: break
    }
    open(place)
  }

  /// Shows the papers in the next of the orders.
  mutating func cycleOrder() {
    let base = papers.source.base
    var query = papers.source.filter ?? Query(condition: nil, text: "")
    let present = PaperSort.of(query.sort)
    let next = present.next
    query.sort = next.keys
    let isPlain = query.condition == nil && query.sort.isEmpty
    open(Place(source: isPlain ? base : .filtered(base, query), focus: focus))
    say("\(next.sentence).")
  }
}

/// The orders that one key goes through.
enum PaperSort: CaseIterable, Equatable, Sendable {
  case list, title, year, added, rating

  /// The order that a query has; one that has no name here counts as the last.
  static func of(_ keys: [Query.SortKey]) -> PaperSort {
    allCases.first { $0.keys == keys } ?? .rating
  }

  /// The order after this one.
  var next: PaperSort {
    let all = Self.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }

  /// What it is in a query: the newest and the best first.
  var keys: [Query.SortKey] {
    switch self {
    case .list: []
    case .title: [Query.SortKey(field: .title, descending: false)]
    case .year: [Query.SortKey(field: .year, descending: true)]
    case .added: [Query.SortKey(field: .added, descending: true)]
    case .rating: [Query.SortKey(field: .rating, descending: true)]
    }
  }

  /// What is said when it is chosen.
  fileprivate var sentence: String {
    switch self {
    case .list: "In the order of the list"
    case .title: "In the order of the titles"
    case .year: "The latest year first"
    case .added: "What was added last first"
    case .rating: "The best rating first"
    }
  }
}

extension Query {
  /// The orders of a query in words, for the title line; nil when it has none.
  var orderInWords: String? {
    guard !sort.isEmpty else { return nil }
    return "by "
      + sort.map { $0.field.rawValue + ($0.descending && $0.field == .title ? " backwards" : "") }
      .joined(separator: ", ")
  }
}
