import Browser
import ReadingActions
import ReadingModel

/// Searching, filtering, ordering, and what is kept of them.
extension LinearSession {
  /// Searches in everything.
  mutating func search(_ words: String) throws -> [String] {
    guard !words.isEmpty else {
      return ask(
        .line("Search for what? `help search` has the query language.") { try $0.search($1) })
    }
    return try follow(.search, words)
  }

  /// Shows what a query finds.
  mutating func open(_ query: Query) throws -> [String] {
    let place = LinearPlace(title: "Search for \(query.text)", source: .search(query))
    lastSearch = place
    return try open(place)
  }

  /// Goes to a paper that the last search found, after or before the one said last.
  mutating func goToMatch(by step: Int) throws -> [String] {
    guard let found = lastSearch else { return ["Nothing was searched for yet; `search` does."] }
    if place?.source != found.source {
      _ = try open(found)
      return try move(by: 1)
    }
    return try move(by: step)
  }

  /// Narrows what is shown, or with nothing shows all of it again.
  mutating func filter(_ words: String) throws -> [String] {
    guard var here = place, let base = here.source?.base else {
      return ["Open a list first; `lists` names them."]
    }
    guard !words.isEmpty else {
      guard here.source?.filter != nil else {
        return ask(
          .line("Only which papers? `help search` has the query language.") {
            try $0.filter($1)
          })
      }
      here.source = base
      return try ["The filter is gone."] + show(here)
    }
    var query = try Query.parse(words)
    if query.sort.isEmpty { query.sort = here.source?.filter?.sort ?? [] }
    here.source = .filtered(base, query)
    return try show(here)
  }

  /// Orders what is shown.
  mutating func order(_ words: String) throws -> [String] {
    guard var here = place, let base = here.source?.base else {
      return ["Open a list first; `lists` names them."]
    }
    let fields = Query.SortField.allCases.map(\.rawValue)
    guard !words.isEmpty else {
      return ask(
        .line(
          "By what? list, \(fields.joined(separator: ", ")); a hyphen before it turns it round."
        ) { try $0.order($1) })
    }
    var query = here.source?.filter ?? Query(condition: nil, text: "")
    if words == "list" {
      query.sort = []
    } else {
      let isDescending = words.hasPrefix("-")
      guard let field = Query.SortField(rawValue: words.filter { $0 != "-" }) else {
        return ["There is no order by “\(words)”; write list, \(fields.joined(separator: ", "))."]
      }
      query.sort = [Query.SortKey(field: field, descending: isDescending)]
    }
    let isPlain = query.condition == nil && query.sort.isEmpty
    here.source = isPlain ? base : .filtered(base, query)
    return try show(here)
  }

  // MARK: Saved searches

  /// Keeps the search or the filter that is shown under a name.
  mutating func saveSearch(_ words: String) throws -> [String] {
    let lists = try world.lists()
    let text = place?.source?.keepableQuery { source in
      lists.first { .list($0.id) == source }?.slug
    }
    guard let text else { return ["There is no search or filter here to keep."] }
    guard !words.isEmpty else {
      return ask(.line("Under what name?") { try $0.saveSearch($1) })
    }
    return try perform(.saveSearch(text, name: words))
  }

  /// Gives the saved search that is shown another name.
  mutating func renameSearch(_ words: String) throws -> [String] {
    guard let search = place?.search else {
      return ["Open a saved search first; `lists` has them."]
    }
    guard !words.isEmpty else {
      return ask(.line("What is its name from now on?") { try $0.renameSearch($1) })
    }
    let said = try perform(.renameSearch(search.id, to: words))
    place?.title = words
    return said
  }

  /// Removes the saved search that is shown.
  mutating func deleteSearch() throws -> [String] {
    guard let search = place?.search else {
      return ["Open a saved search first; `lists` has them."]
    }
    let said = try perform(.deleteSearch(search.id))
    place?.search = nil
    return said
  }

  // MARK: Places with a letter

  /// Marks this place with a letter.
  mutating func markPlace(_ words: String) throws -> [String] {
    guard let letter = Self.letter(words) else {
      return ask(.line("With which letter?") { try $0.markPlace($1) })
    }
    let here = try requirePlace()
    marks[letter] = here
    return [
      "\(here.title) is marked \(letter) for this session; `go-to-mark \(letter)` goes there."
    ]
  }

  /// Goes to the place with a letter.
  mutating func goToMark(_ words: String) throws -> [String] {
    guard let letter = Self.letter(words), let marked = marks[letter] else {
      let names = marks.keys.sorted().map(String.init)
      return [
        names.isEmpty
          ? "No place is marked yet; `mark-place` and a letter marks one."
          : "Write `go-to-mark` and one of \(names.joined(separator: ", "))."
      ]
    }
    let said = try open(marked)
    guard marked.cursor > 0 else { return said }
    place?.cursor = marked.cursor - 1
    return try ["\(marked.title)."] + move(by: 1)
  }

  private static func letter(_ words: String) -> Character? {
    guard words.count == 1, let letter = words.first, letter.isLetter else { return nil }
    return letter
  }

  // MARK: Anything

  /// Finds actions, lists and papers by words.
  mutating func findAnything(_ words: String) throws -> [String] {
    guard !words.isEmpty else {
      return ask(.line("Find what? An action, a list or a paper.") { try $0.findAnything($1) })
    }
    let commands = LinearCommand.matching(words).prefix(8).map(\.line)
    let wanted = SafeText.folded(words)
    let places = try LinearPlace.all(in: world).filter {
      SafeText.folded($0.title).contains(wanted)
    }
    let named = places.prefix(8).map { place in
      "List: \(place.summary)."
    }
    let found = try (try? Query.parse(words)).map { try open($0) } ?? []
    return commands + named + found
  }
}
