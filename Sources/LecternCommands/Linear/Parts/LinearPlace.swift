import Browser
import ReadingModel

/// Papers that can be walked: those of a list or a search, or those that were named.
struct LinearPlace {
  /// What it is called.
  var title: String
  /// Where its papers come from; nil when they are `fixed`.
  var source: RowSource?
  /// The papers, where they do not come from a source.
  var fixed: [EntryRow] = []
  /// The list, when it is one.
  var list: ListSummary?
  /// The saved search, when it is one.
  var search: SavedSearch?
  /// How many papers it has, as far as is known.
  var total: Int?
  /// The number of the paper that was said last, counted from 1.
  var cursor = 0
  /// The papers by the numbers with which they were said, so that a number keeps its paper though
  /// the papers before it are gone.
  var said: [Int: PaperID] = [:]

  /// The place in words, for a list of places.
  var summary: String {
    var parts = [title]
    if let list {
      parts.append(Spoken.kind(list.kind))
      if let issued = list.issued { parts.append("of \(issued)") }
    }
    if let total {
      let isAtLeast = search != nil && total >= SavedSearch.countLimit
      parts.append((isAtLeast ? "at least " : "") + Spoken.count(total, "paper"))
    }
    if let list {
      if list.read > 0 { parts.append("\(Spoken.number(list.read)) read") }
      if list.skipped > 0 { parts.append("\(Spoken.number(list.skipped)) skipped") }
      parts.append("named \(list.slug)")
    }
    return parts.joined(separator: ", ")
  }

  /// All places of a library: those of every library, the saved searches, the lists.
  static func all(in world: any BrowserEnvironment) throws -> [LinearPlace] {
    let counts = try world.counts()
    var places = [
      LinearPlace(title: "Next up", source: .nextUp, total: counts.nextUp),
      LinearPlace(title: "Reading now", source: .reading, total: counts.reading),
      LinearPlace(title: "Queue", source: .queue, total: counts.queue),
    ]
    if let week = counts.week, counts.weekPapers > 0 {
      places.append(
        LinearPlace(title: "This week", source: .week(week), total: counts.weekPapers))
    }
    if counts.needsTitle > 0 {
      places.append(
        LinearPlace(title: "Needs a title", source: .needsTitle, total: counts.needsTitle))
    }
    places.append(LinearPlace(title: "All papers", source: .all, total: counts.all))
    places += counts.searches.compactMap { search in
      guard let query = try? Query.parse(search.query) else { return nil }
      return LinearPlace(
        title: search.name, source: .search(query), search: search, total: search.count)
    }
    return places + (try world.lists().map(of))
  }

  /// The place that is a list.
  static func of(_ list: ListSummary) -> LinearPlace {
    LinearPlace(title: list.title, source: .list(list.id), list: list, total: list.entries)
  }
}

/// What `more` goes on with.
enum LinearRest {
  case nothing
  /// The rows of the place from an index on, counted from 0.
  case rows(from: Int)
  /// Lines that were not said yet, and how many there were in all.
  case lines(ArraySlice<String>, of: Int)
}
