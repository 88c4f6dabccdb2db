public import ReadingModel

extension RowSource {
  /// A search or a filter as a query that finds the same papers from anywhere; nil when there is
  /// none that can be kept.
  ///
  /// - Parameter slug: What a list is called in commands; nil for what is no list.
  public func keepableQuery(slug: (RowSource) -> String?) -> String? {
    switch self {
    case .search(let query): query.text
    case .filtered(let base, let query): Self.text(of: query, in: base, slug: slug(base))
    default: nil
    }
  }

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
