import ReadingModel

extension FakeLibrary {
  /// What the fake library holds.
  struct Shelf: Equatable {
    struct List: Equatable {
      var id: ListID
      var title: String
      var kind: ListKind
      var issued: String?
      var sections: [(title: String?, papers: [PaperID])]
      var remarks: [PaperID: String] = [:]
      /// The papers that the list has no more.
      var gone: Set<PaperID> = []

      var papers: [PaperID] { sections.flatMap(\.papers) }

      static func == (left: List, right: List) -> Bool { left.id == right.id }
    }

    var papers: [PaperID: PaperDetail] = [:]
    var lists: [List] = []
    var queue: [PaperID] = []
    var searches: [SavedSearch] = []
    /// The versions of notes before the present one.
    var oldVersions: [NoteID: [NoteVersion]] = [:]

    func ids(of source: RowSource) -> [PaperID] {
      let all = papers.keys.sorted()
      switch source {
      case .list(let id): return lists.first { $0.id == id }?.papers ?? []
      case .reading: return all.filter { papers[$0]?.progress.status == .reading }
      case .queue: return queue
      case .all: return all
      case .search(let query): return all.filter { matches(query.condition, $0) }
      case .week(let week):
        var seen: Set<PaperID> = []
        return lists.filter { $0.kind == .weekly && $0.issued.flatMap(ISOWeek.name) == week }
          .flatMap(\.papers).filter { seen.insert($0).inserted }
      case .needsTitle: return all.filter { papers[$0]?.paper.hasWorkingTitle == true }
      case .filtered(let source, let query):
        return sorted(ids(of: source).filter { matches(query.condition, $0) }, by: query.sort)
      case .nextUp:
        let ordered = lists.filter { $0.kind == .order }.flatMap(\.papers)
        let ready = ordered.filter { id in
          guard let paper = papers[id], !paper.progress.status.isDone else { return false }
          return waitingFor(id).isEmpty
        }
        return ready + queue.filter { !ready.contains($0) }
      }
    }

    func window(of source: RowSource, start: Int, limit: Int) -> RowWindow {
      let ids = ids(of: source)
      var sections: [SectionSpan] = []
      var positions: [PaperID: Int] = [:]
      var gone: Set<PaperID> = []
      if case .list(let id) = source, let list = lists.first(where: { $0.id == id }) {
        var first = 1
        for section in list.sections {
          sections.append(
            SectionSpan(title: section.title, first: first, count: section.papers.count))
          first += section.papers.count
        }
        for (index, id) in ids.enumerated() { positions[id] = index + 1 }
        gone = list.gone
      }
      let start = min(start, ids.count)
      let rows = ids[start..<min(ids.count, start + limit)].enumerated().compactMap {
        index, id -> EntryRow? in
        guard let detail = papers[id] else { return nil }
        var row = EntryRow(
          paper: id, key: detail.key,
          position: place(of: id, in: source) ?? start + index + 1, title: detail.paper.title,
          shortName: detail.paper.shortName, authors: detail.paper.authors,
          year: detail.paper.year, progress: detail.progress, notes: detail.notes.count,
          waitingFor: waitingFor(id).compactMap { positions[$0] }.sorted(),
          isGone: gone.contains(id))
        row.venue = detail.paper.venue
        row.tags = detail.tags
        row.added = detail.added
        return row
      }
      var window = RowWindow(
        source: source, start: start, rows: Array(rows), total: ids.count, sections: sections)
      if case .list = source {
        window.tally = StatusTally(
          ids.reduce(into: [:]) { $0[papers[$1]?.progress.status ?? .unread, default: 0] += 1 })
      }
      return window
    }

    func graph(of list: ListID) -> [GraphNode] {
      ids(of: .list(list)).enumerated().compactMap { index, id in
        papers[id].map { paper in
          GraphNode(
            paper: id, key: paper.key, name: shownName(id), title: paper.paper.title,
            position: index + 1, status: paper.progress.status,
            prerequisites: paper.prerequisites.map { .init(paper: $0.paper, why: $0.why) })
        }
      }
    }

    func detail(of id: PaperID) -> PaperDetail? {
      guard var detail = papers[id] else { return nil }
      detail.memberships = lists.compactMap { list in
        guard let index = list.papers.firstIndex(of: id) else { return nil }
        return Membership(
          list: list.id, slug: "list-\(list.id.rawValue)", listTitle: list.title,
          section: list.sections.first { $0.papers.contains(id) }?.title, position: index + 1,
          remark: list.remarks[id] ?? "", isGone: list.gone.contains(id))
      }
      detail.prerequisites = detail.prerequisites.map(fresh)
      detail.requiredBy = papers.values.filter { paper in
        paper.prerequisites.contains { $0.paper == id }
      }.sorted { $0.id < $1.id }.map {
        PaperReference(
          paper: $0.id, key: $0.key, name: $0.paper.shortName ?? $0.paper.title,
          status: $0.progress.status)
      }
      return detail
    }

    /// Changes the shelf and says what was done; nil when it is so already.
    mutating func apply(_ change: Change) -> String? {
      let before = self
      switch change {
      case .progress(let ids, let progress):
        for id in ids { apply(progress, to: id) }
        guard self != before else { return nil }
        let subject = ids.count == 1 ? name(ids[0]) : "\(ids.count) papers"
        if let status = progress.status { return "Marked \(subject) as \(status.rawValue)" }
        return "Changed \(subject)"
      case .tag(let ids, let add, let remove):
        for id in ids {
          var tags = Set(papers[id]?.tags ?? [])
          tags.formUnion(add)
          tags.subtract(remove)
          papers[id]?.tags = tags.sorted()
        }
        return self == before
          ? nil : "Tagged \(ids.count == 1 ? name(ids[0]) : "\(ids.count) papers")"
      case .saveNote(let id, let note, let body, _):
        write(body, to: note, of: id)
        return self == before ? nil : "Saved a note on \(name(id))"
      case .keepNote(let id, let conflict):
        let present = papers[id]?.notes.first { $0.id == conflict.note }?.body ?? ""
        write(conflict.mine, to: conflict.note, of: id)
        write(present, to: conflict.note, of: id)
        return "Kept the other text of the note on \(name(id))"
      case .restoreNote(let id, let note, let version):
        guard let old = versions(of: note).first(where: { $0.number == version }) else {
          return nil
        }
        write(old.body, to: note, of: id)
        return "Restored version \(version) of the note on \(name(id))"
      case .moveInQueue(let id, let place):
        guard let index = queue.firstIndex(of: id), index != place - 1 else { return nil }
        queue.insert(queue.remove(at: index), at: place - 1)
        return "Moved \(name(id)) to number \(place) of \(queue.count) in the queue"
      case .addPrerequisite(let id, let required, let why):
        let reference = PaperReference(
          paper: required, key: "", name: shownName(required), status: .unread, why: why)
        papers[id]?.prerequisites.append(reference)
        return "\(name(id)) now comes after \(name(required))"
      case .removePrerequisite(let id, let required):
        papers[id]?.prerequisites.removeAll { $0.paper == required }
        return "\(name(id)) no longer waits for \(name(required))"
      case .add, .edit, .merge, .split: return applyFacts(change)
      default: return applyFinding(change)
      }
    }

    mutating func apply(_ change: ProgressChange, to id: PaperID) {
      if let status = change.status {
        papers[id]?.progress.status = status
        queue.removeAll { $0 == id }
        if status == .queued { queue.append(id) }
      }
      if let pass = change.pass { papers[id]?.progress.pass = pass }
      switch change.rating {
      case .set(let rating)?: papers[id]?.progress.rating = rating
      case ProgressChange.Rating.none?: papers[id]?.progress.rating = nil
      case nil: break
      }
    }

    private func name(_ id: PaperID) -> String { "“\(shownName(id))”" }

    private func shownName(_ id: PaperID) -> String {
      let paper = papers[id]?.paper
      return paper?.shortName ?? paper?.title ?? ""
    }

    private func fresh(_ reference: PaperReference) -> PaperReference {
      var reference = reference
      reference.status = papers[reference.paper]?.progress.status ?? .unread
      return reference
    }

    func waitingFor(_ id: PaperID) -> [PaperID] {
      (papers[id]?.prerequisites ?? []).map(\.paper).filter {
        papers[$0]?.progress.status.isDone == false
      }
    }

    func snippet(for source: RowSource, of detail: PaperDetail) -> Snippet? {
      guard case .search(let query) = source, case .word(let word, _)? = query.condition,
        let note = detail.notes.first(where: {
          SafeText.folded($0.body).contains(SafeText.folded(word))
        })
      else { return nil }
      return Snippet(
        field: "note",
        runs: note.body.split(separator: " ").map { part in
          .init(
            text: part + " ",
            matched: SafeText.folded(String(part)).hasPrefix(SafeText.folded(word)))
        })
    }

    func matches(_ condition: Query.Condition?, _ id: PaperID) -> Bool {
      guard let paper = papers[id] else { return false }
      switch condition {
      case nil: return true
      case .word(let word, _)?:
        let text = ([paper.paper.title] + paper.paper.authors + paper.notes.map(\.body))
          .joined(separator: " ")
        return SafeText.folded(text).split { !($0.isLetter || $0.isNumber) }
          .contains { $0.hasPrefix(SafeText.folded(word)) }
      case .status(let status)?: return paper.progress.status == status
      case .all(let conditions)?: return conditions.allSatisfy { matches($0, id) }
      case .any(let conditions)?: return conditions.contains { matches($0, id) }
      case .not(let condition)?: return !matches(condition, id)
      case .number(.year, let least, let most)?:
        return paper.paper.year.map { $0 >= least ?? 0 && $0 <= most ?? 9999 } ?? false
      case .has(.note)?: return !paper.notes.isEmpty
      default: return false
      }
    }
  }
}
