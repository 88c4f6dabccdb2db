public import ReadingModel
import ReadingStore

extension Actions {
  /// Finds the list that a person names by its slug.
  ///
  /// - Throws: `ActionError.notFound` with the slugs that are nearest.
  public func list(named slug: String) throws -> ListSummary {
    if let found = try library.list(slug: slug) { return found }
    let nearest = try library.lists()
      .map { (distance: EditDistance.between(slug, $0.slug), list: $0) }
      .sorted { ($0.distance, $0.list.slug) < ($1.distance, $1.list.slug) }
      .prefix(5)
    throw ActionError.notFound(
      kind: "list", name: slug, nearest: nearest.map { "\($0.list.slug)\t\($0.list.title)" })
  }
}

/// How far two names are apart (Levenshtein 1966): insertions, deletions and replacements.
enum EditDistance {
  static func between(_ left: String, _ right: String) -> Int {
    let right = Array(right.prefix(200))
    var row = Array(0...right.count)
    for (line, letter) in left.prefix(200).enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for column in right.indices {
        let replaced = diagonal + (letter == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
