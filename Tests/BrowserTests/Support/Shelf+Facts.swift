import ReadingModel

extension FakeLibrary.Shelf {
  /// Changes of what papers there are and of their facts.
  mutating func applyFacts(_ change: Change) -> String? {
    switch change {
    case .add(let names, let title):
      for name in names {
        let id = PaperID(rawValue: (papers.keys.map(\.rawValue).max() ?? 0) + 1)
        papers[id] = PaperDetail(
          id: id, key: name, paper: Paper(title: title ?? name, hasWorkingTitle: title == nil),
          progress: Progress(), added: "2026-03-01T12:00")
      }
      return "Added \(names.joined(separator: ", "))"
    case .edit(let id, let edits):
      guard let before = papers[id]?.paper else { return nil }
      papers[id]?.paper = edits.reduce(before) { $0.applying($1) }
      return papers[id]?.paper == before ? nil : "Changed “\(before.shortName ?? before.title)”"
    case .merge(let other, let kept):
      guard let gone = papers.removeValue(forKey: other), let stays = papers[kept] else {
        return nil
      }
      papers[kept]?.paper.identifiers += gone.paper.identifiers
      for list in lists.indices {
        for section in lists[list].sections.indices {
          lists[list].sections[section].papers.removeAll { $0 == other }
        }
      }
      let names = [gone, stays].map { $0.paper.shortName ?? $0.paper.title }
      return "Merged “\(names[0])” into “\(names[1])”"
    case .split(let id, let identifiers, _, _):
      papers[id]?.paper.identifiers.removeAll(where: identifiers.contains)
      return "Split \(identifiers.map(\.key).joined(separator: ", ")) off"
    default: return nil
    }
  }
}
