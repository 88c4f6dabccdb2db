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
      prompt.problem = sentence(error)
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
      search.query = query
      search.entered.removeAll { $0 == prompt.input.text }
      search.entered.append(prompt.input.text)
      if case .search = prompt.origin.source {} else { search.origin = prompt.origin }
    } catch {
      var prompt = prompt
      prompt.problem = sentence(error)
      layers[layers.count - 1] = .search(prompt)
    }
  }

  private func sentence(_ error: QueryError) -> String {
    "At \(error.offset + 1): \(error.message)"
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

  /// Handles an event in the tag prompt on top.
  mutating func type(_ prompt: TagPrompt, _ event: TerminalEvent) -> [Effect]? {
    var prompt = prompt
    switch event {
    case .key(.escape):
      layers.removeLast()
      return []
    case .key(.enter):
      layers.removeLast()
      let names = prompt.names
      guard !names.add.isEmpty || !names.remove.isEmpty else { return [] }
      return change(.tag(add: names.add, remove: names.remove))
    case .key(.tab):
      prompt.complete()
    default:
      if prompt.input.handle(event) == .unhandled { return nil }
    }
    layers[layers.count - 1] = .tags(prompt)
    return []
  }
}

extension TagPrompt {
  /// What is to be added and removed: `+name` and `name` add, `-name` removes.
  var names: (add: [String], remove: [String]) { Self.names(in: input.text) }

  /// What a text adds and removes.
  static func names(in text: String) -> (add: [String], remove: [String]) {
    var add: [String] = []
    var remove: [String] = []
    for word in text.split(separator: " ") {
      let name = String(word.drop { "+-#".contains($0) })
      guard !name.isEmpty else { continue }
      if word.first == "-" {
        if !remove.contains(name) { remove.append(name) }
      } else if !add.contains(name) {
        add.append(name)
      }
    }
    return (add, remove)
  }

  /// The tag that the last word is the beginning of, where there is one.
  var completion: String? {
    guard let word = input.text.split(separator: " ", omittingEmptySubsequences: false).last else {
      return nil
    }
    let typed = word.drop { "+-#".contains($0) }
    guard !typed.isEmpty else { return nil }
    let start = typed.lowercased()
    return known.first { $0.lowercased().hasPrefix(start) && $0.count > typed.count }
  }

  /// Completes the last word.
  mutating func complete() {
    guard let completion else { return }
    let words = input.text.split(separator: " ", omittingEmptySubsequences: false)
    let sign = words.last?.prefix { "+-#".contains($0) } ?? ""
    let before = words.dropLast().map { $0 + " " }.joined()
    input = LineInput("\(before)\(sign)\(completion)")
  }
}
