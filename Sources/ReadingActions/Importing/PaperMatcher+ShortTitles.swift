import ReadingModel
import ReadingStore

/// Papers that are named by a short form of their title.
extension PaperMatcher {
  /// Finds the one paper that the title of an entry can be a short form of, or tells which may be it.
  mutating func matchShortTitle(
    of paper: Paper, _ recognition: PartQueue.Recognition, beside namesakes: [Namesakes.Paper],
    in match: inout Match
  ) throws {
    guard !paper.hasWorkingTitle else { return }
    let entry = ShortTitleCandidate(PaperID(rawValue: 0), paper, recognition)
    var sure: [PaperID] = []
    var possible: [PaperID] = []
    // Many papers of one title have a title that says nothing.
    let others = namesakes.count < Namesakes.many ? namesakes.map(\.id) : []
    for candidate in try candidates(near: entry, recognition, beside: others) {
      switch entry.likeness(to: candidate, isFromSameImport: brought[candidate.paper] != nil) {
      case .same: sure.append(candidate.paper)
      case .possible: possible.append(candidate.paper)
      case .none: break
      }
    }
    if sure.count == 1 {
      match.paper = sure[0]
      match.isByShortTitle = true
      return
    }
    for id in (sure + possible).prefix(Self.mostNamed) {
      let key = try identifiers(of: id).min { $0.scheme < $1.scheme }?.key
      match.conflicts.append(
        Conflict(
          kind: .shortTitle,
          message: "“\(shortened(paper.title))” may be \(try described(id))"
            + "\(key.map { " (\($0))" } ?? ""); both papers are kept",
          identifier: paper.identifiers.min { $0.scheme < $1.scheme }?.key ?? "", other: id,
          otherKey: key))
    }
  }

  /// The papers whose titles may be forms of an entry's title, each once.
  private mutating func candidates(
    near entry: ShortTitleCandidate, _ recognition: PartQueue.Recognition, beside others: [PaperID]
  ) throws -> [ShortTitleCandidate] {
    let forms = entry.forms
    var ids = others + byShortTitle.papers(near: recognition)
    var found: [ShortTitleCandidate] = []
    if let head = forms.head { ids += byTitle[head]?.papers.prefix(Namesakes.many).map(\.id) ?? [] }
    for key in forms.furtherTitles {
      ids += try namesakes(key).papers.prefix(Namesakes.many).map(\.id)
    }
    if let last {
      let behindNames = try behindNames ?? TitlesBehindNames(lookup, upTo: last)
      self.behindNames = behindNames
      ids += behindNames.papers(of: forms.key).prefix(Namesakes.many)
      found = try standing(near: forms.head ?? forms.key, of: forms.key, upTo: last)
      if forms.isShort, entry.isBare {
        found += try lookup.papers(named: entry.title, upTo: last).compactMap {
          try Self.candidate($0, lookup)
        }
      }
    }
    var met: Set<PaperID> = []
    found = found.filter { met.insert($0.paper).inserted }
    for id in ids where met.insert(id).inserted {
      if let known = brought[id]?.paper {
        found.append(known)
      } else {
        found.append(ShortTitleCandidate(id, try lookup.facts(of: id)))
      }
    }
    return found
  }

  /// The papers of the library whose titles begin with some words, or are the beginning of a title.
  private mutating func standing(
    near words: String, of titleKey: String, upTo last: PaperID
  ) throws -> [ShortTitleCandidate] {
    if names?.mayHaveTitle(near: words) == false { return [] }
    let lookup = lookup
    return try standing.papers(near: words, of: titleKey) {
      try lookup.papers(near: words, of: titleKey, upTo: last).compactMap {
        try Self.candidate($0, lookup)
      }
    }
  }

  private static func candidate(
    _ neighbour: ImportLookup.Neighbour, _ lookup: ImportLookup
  ) throws -> ShortTitleCandidate? {
    guard !neighbour.facts.hasWorkingTitle else { return nil }
    var facts = neighbour.facts
    facts.identifiers = try lookup.identifiers(of: neighbour.paper)
    return ShortTitleCandidate(neighbour.paper, facts)
  }
}
