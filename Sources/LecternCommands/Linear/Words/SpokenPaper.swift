import ReadingModel

/// A paper as a page of lines.
enum SpokenPaper {
  /// Everything that the library knows about it.
  static func lines(_ detail: PaperDetail) -> [String] {
    let paper = detail.paper
    var lines = [paper.title + "."]
    if let name = paper.shortName, !paper.title.hasPrefix(name) {
      lines.append("Known as \(name).")
    }
    if !paper.authors.isEmpty { lines.append("By \(authors(paper.authors)).") }
    let published = [paper.year.map(String.init), paper.venue].compactMap(\.self)
      .filter { !$0.isEmpty }
    if !published.isEmpty { lines.append("Published: \(published.joined(separator: ", ")).") }
    lines.append("Key: \(detail.key)")
    lines.append("State: \(Spoken.state(detail.progress).joined(separator: ", ")).")
    if !detail.tags.isEmpty { lines.append("Tags: \(detail.tags.joined(separator: ", ")).") }
    for place in detail.memberships { lines += membership(place) }
    lines += detail.prerequisites.map { reference("Read first", $0) }
    lines += detail.requiredBy.map { reference("Opens", $0) }
    lines += notes(detail)
    if let abstract = paper.abstract, !abstract.isEmpty {
      lines += ["Abstract:"] + SpokenText.paragraphs(abstract)
    }
    return lines
  }

  /// The remarks of the lists it stands in alone, for deciding about it.
  static func remarks(_ detail: PaperDetail) -> [String] { detail.memberships.flatMap(membership) }

  /// The notes, each with its number and day.
  static func notes(_ detail: PaperDetail) -> [String] {
    detail.notes.enumerated().flatMap { index, note in
      let versions = note.versions > 1 ? ", \(Spoken.count(note.versions, "version"))" : ""
      let place = "Note \(index + 1) of \(detail.notes.count), \(note.updated.prefix(10))"
      return ["\(place)\(versions):"] + note.body.split(separator: "\n").map(String.init)
    }
  }

  private static func authors(_ names: [String]) -> String {
    let named = names.filter { $0 != Paper.otherAuthors }
    guard named.count == names.count, named.count <= 6 else {
      let left = names.count - min(6, named.count)
      let others = named.count < names.count ? "others" : "\(left) more"
      return named.prefix(6).joined(separator: ", ") + " and \(others)"
    }
    return Spoken.list(named)
  }

  private static func membership(_ place: Membership) -> [String] {
    let section = place.section.map { ", section \($0)" } ?? ""
    let head =
      "Number \(place.position) in \(place.listTitle)\(section)"
      + (place.isGone ? ", no longer in the list" : "")
    return place.remark.isEmpty ? ["\(head)."] : ["\(head):"] + SpokenText.paragraphs(place.remark)
  }

  private static func reference(_ what: String, _ paper: PaperReference) -> String {
    let why = paper.why.isEmpty ? "" : ", \(paper.why)"
    return Spoken.sentence("\(what): \(paper.name), \(paper.status.rawValue)\(why)")
  }
}
