import Interchange
import ReadingModel
import ReadingStore

/// One import from its first document to its last: a dry run that only looks, or the real one.
///
/// Both make the same plan the same way, so that what was shown is what is done.
final class ImportRun {
  private let request: ImportRequest
  private let lookup: ImportLookup
  /// Nil in a dry run.
  private let editor: LibraryEditor?
  private let moment: String
  /// Called once, when more entries came than an import may bring without a backup.
  private let beforeMany: () -> Void
  private let isCancelled: () -> Bool
  private let report: (ImportProgress) -> Void

  private var plan = ImportPlan()
  private var matcher: PaperMatcher
  private var runs: [ListRun] = []
  private var runOfSlug: [String: Int] = [:]
  private var seen: Set<PaperID> = []
  private var count = 0
  private var share = ReadShare([])

  init(
    _ request: ImportRequest, _ lookup: ImportLookup, editor: LibraryEditor?, at moment: String,
    beforeMany: @escaping () -> Void = {}, isCancelled: @escaping () -> Bool,
    report: @escaping (ImportProgress) -> Void
  ) throws {
    self.request = request
    self.lookup = lookup
    self.editor = editor
    self.moment = moment
    self.beforeMany = beforeMany
    self.isCancelled = isCancelled
    self.report = report
    matcher = try PaperMatcher(lookup)
  }

  /// Runs the import.
  func run(_ documents: [ImportDocument]) throws -> ImportPlan {
    share = ReadShare(documents)
    for document in documents { try read(document) }
    report(ImportProgress(entries: count, share: 1))
    for run in runs { try finish(run) }
    return plan
  }

  // MARK: Reading

  /// The list that the next entry of a document goes to.
  private struct Place {
    var run: ListRun
    var part: Int
    var list: Int
    var isInSection = false
  }

  private func read(_ document: ImportDocument) throws {
    let index = plan.documents.count
    let importer =
      request.format.flatMap(Importers.named) ?? Importers.importer(for: document.source)
    plan.documents.append(PlannedDocument(path: document.path, format: importer?.name))
    plan.documents[index].warnings = document.source.warnings
    guard let importer else {
      plan.documents[index].problem =
        "found no entries: it is in none of the formats "
        + Importers.all.map(\.name).joined(separator: ", ")
      return
    }
    share.begin(document.source)
    var place: Place?
    var entries = 0
    try PartQueue.read(document.source, with: importer) { arrival in
      switch arrival.part {
      case .list(let head): place = try open(head, in: index, of: document)
      case .section(let title):
        var present = try place ?? open(ListHead(), in: index, of: document)
        present.run.open(title)
        present.isInSection = true
        place = present
      case .entry(let entry):
        let present = try place ?? open(ListHead(), in: index, of: document)
        place = present
        let recognition = arrival.recognition ?? PartQueue.Recognition(entry.paper)
        try take(entry, recognition, to: present, in: index)
        entries += 1
        try pause(at: entry.line)
      case .warning(let diagnostic): plan.documents[index].warnings.append(diagnostic)
      case .leftOut(let diagnostic): plan.documents[index].leftOut.append(diagnostic)
      }
    }
    plan.documents[index].warnings.sort { $0.line < $1.line }
    if entries == 0 {
      plan.documents[index].problem = "found no entries; looked for \(importer.title)"
    }
  }

  /// The first entry before which there is a backup.
  private static let many = 101

  private func pause(at line: Int) throws {
    count += 1
    if count == Self.many { beforeMany() }
    guard count.isMultiple(of: 256) else { return }
    if isCancelled() { throw ActionError.refused("stopped; nothing was imported") }
    report(ImportProgress(entries: count, share: share.upTo(line: line)))
  }

  private func open(
    _ head: ListHead, in index: Int, of document: ImportDocument
  ) throws -> Place {
    let list = plan.documents[index].lists.count
    let wish = request.wish(for: ImportRequest.ListPlace(document: index, list: list))
    let title =
      wish.title ?? head.title.flatMap { $0.isEmpty ? nil : $0 }
      ?? SafeText.line(document.source.stem.isEmpty ? "Imported" : document.source.stem)
    let slug = wish.slug ?? head.slug ?? Slug.made(from: title)
    let run: ListRun
    if let known = runOfSlug[slug] {
      run = runs[known]
    } else {
      let standing = try lookup.list(slug: slug)
      run = ListRun(
        head: merged(head, wish, slug: slug, title: title, standing: standing?.head),
        isNamed: wish.slug != nil || head.slug != nil, standing: standing)
      runOfSlug[slug] = runs.count
      runs.append(run)
    }
    run.parts.append(ListRun.Part(document: index, list: list))
    plan.documents[index].lists.append(
      PlannedList(
        slug: slug, title: run.head.title, kind: run.head.kind, issued: run.head.issued,
        isNew: run.standing == nil,
        changesHead: run.standing.map { $0.head != run.head } ?? false))
    return Place(run: run, part: run.parts.count - 1, list: list)
  }

  /// What the list will say of itself: the request, then the document, then what stands.
  private func merged(
    _ head: ListHead, _ wish: ImportRequest.ListWish, slug: String, title: String,
    standing: ReadingList?
  ) -> ReadingList {
    if wish.keepsHead, var head = standing {
      head.title = wish.title ?? head.title
      head.kind = wish.kind ?? head.kind
      head.issued = wish.issued ?? head.issued
      return head
    }
    let isTitled = wish.title != nil || head.title?.isEmpty == false
    return ReadingList(
      slug: slug, title: isTitled ? title : standing?.title ?? title,
      kind: wish.kind ?? head.kind ?? standing?.kind ?? .custom,
      issued: wish.issued ?? head.issued ?? standing?.issued,
      period: head.period ?? standing?.period, source: head.source ?? standing?.source,
      introduction: head.introduction.isEmpty
        ? standing?.introduction ?? "" : head.introduction)
  }

  // MARK: Entries

  private func take(
    _ entry: ParsedEntry, _ recognition: PartQueue.Recognition, to place: Place, in document: Int
  ) throws {
    let run = place.run
    let position = ImportRequest.EntryPlace(
      document: document, list: place.list,
      entry: plan.documents[document].lists[place.list].entries.count)
    var taken = ListRun.Entry(
      title: entry.paper.title, line: entry.line, remark: entry.remark,
      prerequisites: entry.prerequisites, section: max(0, run.sections.count - 1),
      part: place.part)
    taken.isGone = entry.isGone
    var sameAs: String?
    if request.leavingOut.contains(position) {
      taken.isLeftOut = true
      taken.paper = try matcher.match(entry.paper, recognition).paper
    } else {
      let settled = try settle(entry, recognition, in: run, at: position)
      taken.paper = settled.paper
      taken.isKnown = settled.isKnown
      taken.changes = settled.changes
      sameAs = settled.sameAs
    }
    plan.documents[document].lists[place.list].entries.append(
      PlannedEntry(
        line: entry.line, title: entry.paper.title, section: run.sections.last ?? nil,
        change: .new, paper: taken.isKnown ? taken.paper : nil, sameAs: sameAs))
    run.append(taken)
  }

  /// Finds the paper of an entry, or the one that a person took it for, and tells what contradicts.
  private func match(
    _ paper: Paper, _ recognition: PartQueue.Recognition, at place: ImportRequest.EntryPlace,
    line: Int
  ) throws -> PaperMatcher.Match {
    var match = try matcher.match(paper, recognition)
    let merged =
      request.merging.contains(place)
      ? match.conflicts.firstIndex { $0.other != nil } : nil
    for (index, conflict) in match.conflicts.enumerated() {
      plan.documents[place.document].conflicts.append(
        PlannedConflict(
          diagnostic: Diagnostic(line: line, message: conflict.message), kind: conflict.kind,
          place: place, identifier: conflict.identifier,
          other: try conflict.other.map { try matcher.described($0, as: conflict.otherKey) },
          isMerged: index == merged))
    }
    if let merged, let other = match.conflicts[merged].other {
      match.paper = other
      match.identifiers = try matcher.free(paper.identifiers, for: other)
    }
    return match
  }

  /// Finds or makes the paper of an entry.
  private func settle(
    _ entry: ParsedEntry, _ recognition: PartQueue.Recognition, in run: ListRun,
    at place: ImportRequest.EntryPlace
  ) throws -> (paper: PaperID, isKnown: Bool, changes: [String], sameAs: String?) {
    var paper = entry.paper
    let match = try match(paper, recognition, at: place, line: entry.line)
    paper.identifiers = match.identifiers
    guard let id = match.paper else {
      let id =
        try editor?.add(paper, recognition.forms.key, at: moment)
        ?? PaperID(rawValue: -1 - Int64(seen.count))
      seen.insert(id)
      matcher.remember(paper, recognition, as: id, line: entry.line)
      if let editor {
        try mark(id, entry.marks)
        for tag in entry.marks.tags.compactMap(Actions.tag(ofKeyword:)) {
          try editor.addTag(tag, to: id)
        }
      }
      return (id, false, [], nil)
    }
    let sameAs = match.isByShortTitle ? try matcher.described(id, as: nil).title : nil
    let isFirst = seen.insert(id).inserted
    matcher.remember(paper.identifiers, of: id)
    // A dry run has no rows of the papers that it would have brought.
    guard editor != nil || id.rawValue >= 0 else { return (id, false, [], sameAs) }
    let isMerged = request.merging.contains(place)
    let known = try lookup.facts(of: id)
    var facts = known.filling(from: paper)
    if match.isByShortTitle {
      facts = facts.spelledOut(by: paper)
    } else if isFirst, !isMerged, let list = run.standing?.id, try lookup.stands(id, onlyIn: list) {
      facts = known.correcting(from: paper)
    }
    if facts != known { facts = facts.keeping(try lookup.editedFacts(of: id), of: known) }
    if facts != known {
      try editor?.bring(id, from: known, to: facts)
      try matcher.remember(facts, of: id)
    }
    if isMerged { try editor?.name(id, paper.identifiers) }
    if try !lookup.wasTouched(id) { try mark(id, entry.marks) }
    return matcher.brings(id)
      ? (id, false, [], sameAs) : (id, true, facts.differences(from: known), sameAs)
  }

  /// Takes over what a document says of a reader's progress; never on a paper the reader touched.
  private func mark(_ paper: PaperID, _ marks: ReaderMarks) throws {
    guard let editor, marks != ReaderMarks() else { return }
    if let status = marks.status, status != .unread {
      try editor.setStatus(status, of: paper, at: moment)
    }
    if let pass = marks.pass { try editor.setPass(pass, of: paper, at: moment) }
    if let rating = marks.rating { try editor.setRating(rating, of: paper, at: moment) }
  }

  // MARK: Lists

  private func finish(_ run: ListRun) throws {
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
