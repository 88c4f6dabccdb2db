import Browser
import ReadingActions
import ReadingModel

/// Going through lists and papers.
extension LinearSession {
  // MARK: Places

  /// Says all places with numbers.
  mutating func sayPlaces(_ words: String) throws -> [String] {
    let wanted = SafeText.folded(words)
    let places = try LinearPlace.all(in: world).filter {
      wanted.isEmpty || SafeText.folded($0.title).contains(wanted)
    }
    guard !places.isEmpty else {
      return ["No list has “\(words)” in its title; `lists` names all."]
    }
    numbers = .places(places)
    return paged(places.enumerated().map { "\($0 + 1): \($1.summary)." })
  }

  /// Opens the place with a name: a slug, its beginning, or a title such as `queue`.
  mutating func openPlace(named name: String) throws -> [String] {
    let places = try LinearPlace.all(in: world)
    let wanted = SafeText.folded(name)
    let exact = places.first { $0.list?.slug == name || SafeText.folded($0.title) == wanted }
    let beginning = places.filter {
      $0.list?.slug.hasPrefix(name) == true || SafeText.folded($0.title).hasPrefix(wanted)
    }
    if let place = exact ?? (beginning.count == 1 ? beginning[0] : nil) { return try open(place) }
    guard beginning.isEmpty else {
      return ["“\(name)” can be \(Spoken.list(beginning.map { $0.list?.slug ?? $0.title }))."]
    }
    return try open(LinearPlace.of(try desk.list(named: name)))
  }

  /// Goes to a place and says what is there.
  mutating func open(_ place: LinearPlace) throws -> [String] {
    if let here = self.place, triage == nil { earlier = earlier.suffix(49) + [here] }
    return try show(place)
  }

  /// Says what is at a place, from its beginning.
  mutating func show(_ place: LinearPlace) throws -> [String] {
    var place = place
    place.said = [:]
    place.cursor = 0
    self.place = place
    numbers = .papers
    return try head() + sayRows(from: 0)
  }

  /// Says the place anew.
  mutating func showAgain() throws -> [String] { try show(try requirePlace()) }

  /// Opens the list so many lists after the one shown.
  mutating func openList(after step: Int) throws -> [String] {
    let places = try LinearPlace.all(in: world)
    let index = places.firstIndex { $0.source == place?.source?.base }
    let next = index.map { $0 + step } ?? (step > 0 ? 0 : -1)
    guard places.indices.contains(next) else {
      return [step > 0 ? "This is the last list." : "This is the first list."]
    }
    return try open(places[next])
  }

  /// Drops the selection, leaves triage, or goes back to the place before.
  mutating func goBack() throws -> [String] {
    if !selected.isEmpty {
      selected = []
      return ["Nothing is selected any more."]
    }
    if triage != nil { return leaveTriage() }
    guard let before = earlier.popLast() else { return ["There is nothing to go back to."] }
    return try show(before)
  }

  private mutating func head() throws -> [String] {
    guard let place, let source = place.source else { return [] }
    let window = try world.rows(source, start: 0, limit: 0, most: nil)
    self.place?.total = window.total
    var parts = [Spoken.count(window.total, "paper")]
    if let tally = window.tally {
      parts += Status.allCases.filter { tally[$0] > 0 }.map { "\(tally[$0]) \($0.rawValue)" }
    }
    let filter = source.filter.map { $0.text.isEmpty ? "" : ", only \($0.text)" } ?? ""
    return ["\(place.title)\(filter): \(parts.joined(separator: ", "))."]
  }

  // MARK: Rows

  /// Says a page of rows from an index on.
  mutating func sayRows(from start: Int, limit: Int = page) throws -> [String] {
    let (rows, sections, total) = try window(from: start, limit: limit)
    let starts = Dictionary(
      sections.map { ($0.first, $0.title) }, uniquingKeysWith: { first, _ in first })
    var lines: [String] = []
    for row in rows {
      if case .some(.some(let title)) = starts[row.position] { lines.append("Section: \(title).") }
      lines.append("\(Spoken.number(row.position)): \(said(row)).")
    }
    let end = start + rows.count
    guard end < total else {
      rest = .nothing
      return lines
    }
    rest = .rows(from: end)
    return lines + ["\(Spoken.number(end)) of \(Spoken.number(total)); `more` goes on."]
  }

  /// The rows from an index on, which then keep their numbers.
  private mutating func window(
    from start: Int, limit: Int
  ) throws -> (rows: [EntryRow], sections: [SectionSpan], total: Int) {
    let here = try requirePlace()
    guard let source = here.source else {
      let rows = Array(here.fixed.dropFirst(start).prefix(limit))
      for row in rows { place?.said[row.position] = row.paper }
      return (rows, [], here.fixed.count)
    }
    let window = try world.rows(source, start: start, limit: limit, most: nil)
    place?.total = window.total
    var rows = window.rows
    for index in rows.indices {
      rows[index].position = start + index + 1
      place?.said[start + index + 1] = rows[index].paper
    }
    return (rows, window.sections, window.total)
  }

  private func said(_ row: EntryRow) -> String {
    Spoken.row(row, isSelected: selected.contains(row.paper))
  }

  /// Goes on by so many papers and says the one there.
  mutating func move(by step: Int) throws -> [String] {
    let here = try requirePlace()
    return try moveTo(here.cursor + step, edge: step > 0 ? "last" : "first")
  }

  /// Says so many papers after, or before, the one said last.
  mutating func sayRows(after step: Int) throws -> [String] {
    let here = try requirePlace()
    let limit = abs(step)
    let start = step > 0 ? here.cursor : max(0, here.cursor - 1 - limit)
    let lines = try sayRows(from: start, limit: step > 0 ? limit : max(0, here.cursor - 1 - start))
    guard !lines.isEmpty else {
      return [step > 0 ? "This is the last paper." : "This is the first paper."]
    }
    let end = min(start + limit, place?.total ?? here.fixed.count)
    place?.cursor = step > 0 ? end : start + 1
    return lines
  }

  /// Says the first or the last paper of the place.
  mutating func moveToEnd(first: Bool) throws -> [String] {
    let (_, _, total) = try window(from: 0, limit: 0)
    return try moveTo(first ? 1 : total, edge: first ? "first" : "last")
  }

  /// Goes to the paper with a number and says it.
  mutating func moveTo(_ number: Int, edge: String) throws -> [String] {
    let (rows, _, total) = try window(from: max(0, number - 1), limit: 1)
    guard total > 0 else { return ["There is no paper here."] }
    guard number >= 1, let row = rows.first else { return ["This is the \(edge) paper."] }
    place?.cursor = number
    current = row.paper
    numbers = .papers
    return ["\(Spoken.number(number)) of \(Spoken.number(total)): \(said(row))."]
  }

  // MARK: Papers

  /// Says everything about the paper that is named, or the one said last.
  mutating func showPaper(_ name: String) throws -> [String] {
    let paper = try self.paper(name)
    guard let detail = try paperInLocalTime(paper) else {
      throw ActionError.notFound(kind: "paper", name: name, nearest: [])
    }
    current = paper
    if let number = place?.said.first(where: { $0.value == paper })?.key { place?.cursor = number }
    let links = PaperLink.all(of: detail.paper)
    let hint =
      links.isEmpty
      ? [] : ["\(Spoken.count(links.count, "link")); `open` opens the first, `links` names them."]
    return paged(SpokenPaper.lines(detail) + hint)
  }

  /// Goes where a number alone leads.
  mutating func go(to number: Int) throws -> [String] {
    switch numbers {
    case .papers: return try showPaper(String(number))
    case .places(let places):
      guard places.indices.contains(number - 1) else { throw noNumber(number, places.count) }
      return try open(places[number - 1])
    case .links(let links):
      guard links.indices.contains(number - 1) else { throw noNumber(number, links.count) }
      return [Spoken.sentence(try world.openLink(links[number - 1].url))]
    }
  }

  private func noNumber(_ number: Int, _ count: Int) -> Failure {
    Failure(sentence: "There is no number \(number) here; the last is \(count).")
  }

  /// What to read next, each with its reason.
  mutating func sayNext(_ words: String) throws -> [String] {
    let count = Int(words) ?? 5
    let list = words.isEmpty || Int(words) != nil ? nil : try desk.list(named: words)
    let found = try desk.nextUp(in: list, count: min(max(1, count), 1_000))
    guard !found.isEmpty else { return ["Nothing is left to read there."] }
    var next = LinearPlace(title: "What to read next")
    next.fixed = found.enumerated().map { index, next in
      var row = next.row
      row.position = index + 1
      row.waitingFor = []
      return row
    }
    next.said = Dictionary(
      uniqueKeysWithValues: next.fixed.map { ($0.position, $0.paper) })
    if let here = place { earlier = earlier.suffix(49) + [here] }
    place = next
    numbers = .papers
    return paged(
      zip(next.fixed, found).map { row, next in
        "\(row.position): \(said(row)), \(next.reason)."
      })
  }

  // MARK: More

  /// Goes on with what is left to say; with nothing left, with the next paper.
  mutating func goOn() throws -> [String] {
    if case .nothing = rest, place != nil { return try move(by: 1) }
    return try sayMore()
  }

  /// Says the next page of what is left to say.
  mutating func sayMore() throws -> [String] {
    switch rest {
    case .nothing: return ["There is no more."]
    case .rows(let start): return try sayRows(from: start)
    case .lines(let lines, let total): return page(of: lines, total: total)
    }
  }

  /// The first lines, with the rest kept for `more`.
  mutating func paged(_ lines: [String]) -> [String] { page(of: lines[...], total: lines.count) }

  private mutating func page(of lines: ArraySlice<String>, total: Int) -> [String] {
    // A page more than that is not worth another command when a line or two are left.
    guard lines.count > Self.page + 2 else {
      rest = .nothing
      return Array(lines)
    }
    let left = lines.dropFirst(Self.page)
    rest = .lines(left, of: total)
    return Array(lines.prefix(Self.page))
      + ["\(Spoken.number(total - left.count)) of \(Spoken.number(total)) lines; `more` goes on."]
  }

  /// The place, or a sentence that says how to come to one.
  func requirePlace() throws -> LinearPlace {
    guard let place else {
      throw Failure(sentence: "No list is open; `lists` names them, and `next` says what to read.")
    }
    return place
  }
}
