import ReadingModel
import ReadingStore

/// The lists of an import once all of their entries came: what changes, and how they shall stand.
extension ImportRun {
  func finish(_ run: ListRun) throws {
    var standing = run.standing
    if run.isAnotherList {
      let slug = try freeSlug(run.head.slug)
      for part in run.parts {
        plan.documents[part.document].warnings.append(
          Diagnostic(
            line: 1,
            message: "another list is called \(run.head.slug) and has none of these papers; "
              + "this one is called \(slug)"))
        plan.documents[part.document].lists[part.list].slug = slug
        plan.documents[part.document].lists[part.list].isNew = true
        plan.documents[part.document].lists[part.list].changesHead = false
      }
      run.head.slug = slug
      standing = nil
    }
    let comparison = try ListComparison(
      run, with: standing, leavesOut: { leavesOut($0, goneFrom: run) }, keeps: lookup.isReaders)
    tell(comparison, of: run)
    guard let editor, !run.entries.isEmpty else { return }
    let comes = comparison.changes.contains { $0 != .same && $0 != .leftOut }
    let goes = comparison.gone.contains { !$0.isLeftOut }
    let hasHead = standing.map { $0.head != run.head } ?? false
    if comes || goes || hasHead { try editor.write(comparison.contents, at: moment) }
  }

  /// Whether a person left out the entry that is the so-manieth of those gone from a list; in the
  /// plan they follow the entries of the first document that has the list.
  private func leavesOut(_ index: Int, goneFrom run: ListRun) -> Bool {
    guard !request.leavingOut.isEmpty, let part = run.parts.first else { return false }
    let list = plan.documents[part.document].lists[part.list]
    return request.leavingOut.contains(
      ImportRequest.EntryPlace(
        document: part.document, list: part.list, entry: list.entries.count + index))
  }

  /// Writes into the plan what becomes of the entries.
  private func tell(_ comparison: ListComparison, of run: ListRun) {
    var next = run.parts.map { _ in 0 }
    for (entry, change) in zip(run.entries, comparison.changes) {
      let part = run.parts[entry.part]
      plan.documents[part.document].lists[part.list].entries[next[entry.part]].change = change
      next[entry.part] += 1
    }
    guard let first = run.parts.first, !run.entries.isEmpty else { return }
    plan.documents[first.document].lists[first.list].entries += comparison.gone.map {
      PlannedEntry(
        line: nil, title: $0.entry.title, section: $0.entry.section,
        change: $0.isLeftOut ? .leftOut : .gone(isKept: $0.isKept), paper: $0.entry.paper)
    }
  }

  private func freeSlug(_ slug: String) throws -> String {
    var number = 2
    while try runOfSlug["\(slug)-\(number)"] != nil || lookup.list(slug: "\(slug)-\(number)") != nil
    {
      number += 1
    }
    return "\(slug)-\(number)"
  }
}
