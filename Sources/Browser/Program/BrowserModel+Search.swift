import ReadingModel
import Terminal

extension BrowserModel {
  /// Begins to search; in help, begins to filter its lines.
  mutating func openSearch() {
    if case .help(var layer)? = layers.last {
      layer.filter = layer.filter ?? LineInput()
      layer.isTyping = true
      layers[layers.count - 1] = .help(layer)
      return
    }
    let origin = place
    papers.clearSelection()
    focus = .papers
    layers.append(.search(SearchPrompt(input: LineInput(history: search.entered), origin: origin)))
  }

  /// True while the results of what is being typed are shown, and not the place one came from.
  var showsTypedSearch: Bool {
    if case .search(let prompt)? = layers.last { return papers.source != prompt.origin.source }
    return false
  }

  /// How many papers the source has; while a search is typed not all are counted.
  var countedTotal: String {
    showsTypedSearch && papers.total >= SearchPrompt.mostFound
      ? "\(SearchPrompt.mostFound - 1)+" : "\(papers.total)"
  }

  /// How many papers the source has, in words.
  var countedPapers: String {
    papers.total == 1 ? "1 paper" : "\(countedTotal) papers"
  }

  /// Handles an event in the search prompt on top.
  mutating func type(_ prompt: SearchPrompt, _ event: TerminalEvent) -> [Effect]? {
    var prompt = prompt
    switch event {
    case .key(.escape):
      layers.removeLast()
      if papers.source != prompt.origin.source { open(prompt.origin) }
      focus = prompt.origin.focus
      return []
    case .key(.enter):
      keepSearch(prompt)
      return []
    default:
      let outcome = prompt.input.handle(event)
      if outcome == .unhandled { return nil }
      if outcome == .changed { showResults(&prompt) }
      layers[layers.count - 1] = .search(prompt)
      return []
    }
  }

  /// Shows what matches so far; of a query that is wrong, what matched before.
  private mutating func showResults(_ prompt: inout SearchPrompt) {
    prompt.problem = nil
    do throws(QueryError) {
      let query = try Query.parse(prompt.input.text, lenient: true)
      if query.condition == nil, query.sort.isEmpty {
        var origin = prompt.origin
        origin.focus = .papers
        if papers.source != origin.source { open(origin) }
      } else if papers.source != .search(query) {
        open(Place(source: .search(query)))
      }
    } catch {
      prompt.problem = error
    }
  }

  /// Leaves the prompt with the results as the list.
  private mutating func keepSearch(_ prompt: SearchPrompt) {
    do throws(QueryError) {
      let query = try Query.parse(prompt.input.text)
      layers.removeLast()
      guard query.condition != nil || !query.sort.isEmpty else {
        focus = prompt.origin.focus
        return
      }
      if papers.source != .search(query) { open(Place(source: .search(query))) }
      // Not all was looked for while the query was typed.
      if papers.total >= SearchPrompt.mostFound { stale.insert(.rows) }
      search.query = query
      search.entered.removeAll { $0 == prompt.input.text }
      search.entered.append(prompt.input.text)
      if case .search = prompt.origin.source {} else { search.origin = prompt.origin }
    } catch {
      var prompt = prompt
      prompt.problem = error
      layers[layers.count - 1] = .search(prompt)
    }
  }

  /// Goes to the next of the papers found, from anywhere.
  mutating func goToMatch(by step: Int) {
    guard let query = search.query else { return }
    if papers.source == .search(query) {
      let wanted = papers.cursor + step
      guard (0..<papers.total).contains(wanted) else {
        refuse(step > 0 ? "This is the last paper found." : "This is the first paper found.")
        return
      }
      papers.cursor = wanted
      focus = focus == .lists ? .papers : focus
      return
    }
    if case .search = papers.source {} else { search.origin = place }
    open(Place(source: .search(query), cursor: max(0, search.match + step)))
  }
}
