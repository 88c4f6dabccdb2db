import ReadingModel

extension FakeLibrary.Shelf {
  /// The papers in the order of a query's keys, of which the fake knows title and year.
  func sorted(_ ids: [PaperID], by keys: [Query.SortKey]) -> [PaperID] {
    guard let key = keys.first else { return ids }
    func isBefore(_ left: PaperDetail, _ right: PaperDetail) -> Bool {
      switch key.field {
      case .year: left.paper.year ?? 0 < right.paper.year ?? 0
      case .rating: left.progress.rating ?? 0 < right.progress.rating ?? 0
      case .added: left.id < right.id
      default: left.paper.title < right.paper.title
      }
    }
    return ids.sorted { left, right in
      guard let left = papers[left], let right = papers[right] else { return false }
      return key.descending ? isBefore(right, left) : isBefore(left, right)
    }
  }

  /// The place of a paper in the list that was filtered.
  func place(of paper: PaperID, in source: RowSource) -> Int? {
    guard case .filtered(.list(let id), _) = source else { return nil }
    return lists.first { $0.id == id }?.papers.firstIndex(of: paper).map { $0 + 1 }
  }

  /// The saved searches with their counts.
  var countedSearches: [SavedSearch] {
    searches.map { search in
      var search = search
      search.count = (try? Query.parse(search.query)).map { ids(of: .search($0)).count }
      return search
    }
  }

  /// Changes of saved searches, and catching up.
  mutating func applyFinding(_ change: Change) -> String? {
    switch change {
    case .catchUp(let day):
      let old = lists.filter { $0.kind == .weekly && $0.issued.map { $0 < day } == true }
      let others = lists.filter { list in !old.contains { $0.id == list.id } }.flatMap(\.papers)
      let found = old.flatMap(\.papers).filter { id in
        papers[id]?.progress == Progress() && !others.contains(id)
      }
      for id in found { apply(ProgressChange(status: .skipped), to: id) }
      return found.isEmpty ? nil : "Marked \(found.count) papers before \(day) as skipped"
    case .saveSearch(let query, let name):
      searches.removeAll { $0.name == name }
      let id = SavedSearchID(rawValue: (searches.map(\.id.rawValue).max() ?? 0) + 1)
      searches.append(SavedSearch(id: id, name: name, query: query))
      return "Kept the search as “\(name)”"
    case .renameSearch(let id, let name):
      guard let index = searches.firstIndex(where: { $0.id == id }) else { return nil }
      searches[index].name = name
      return "Renamed the search to “\(name)”"
    case .deleteSearch(let id):
      guard let index = searches.firstIndex(where: { $0.id == id }) else { return nil }
      return "Removed the search “\(searches.remove(at: index).name)”"
    default: return nil
    }
  }
}
