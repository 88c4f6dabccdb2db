import ReadingModel

/// A paper as fields and values, for records on a pipe.
enum PaperFields {
  /// Every field that has a value, in the order people ask for them.
  static func of(_ detail: PaperDetail) -> [(String, String)] {
    let paper = detail.paper
    var fields: [(String, String)] = [("key", detail.key), ("title", paper.title)]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { fields.append((name, value)) }
    }
    add("name", paper.shortName)
    add("authors", paper.authors.joined(separator: "; "))
    add("year", paper.year.map(String.init))
    add("venue", paper.venue)
    for identifier in paper.identifiers { add(identifier.scheme.rawValue, identifier.value) }
    for link in paper.links { add("link", link.url) }
    add("status", detail.progress.status.rawValue)
    if detail.progress.pass > 0 { add("pass", String(detail.progress.pass)) }
    add("rating", detail.progress.rating.map(String.init))
    add("tags", detail.tags.joined(separator: " "))
    for place in detail.memberships {
      add("list", "\(place.slug) \(place.position)" + (place.isGone ? " gone" : ""))
      add("remark", place.remark)
    }
    for reference in detail.prerequisites { add("prerequisite", reference.key) }
    for reference in detail.requiredBy { add("required-by", reference.key) }
    for note in detail.notes { add("note", note.body) }
    return fields
  }
}
