import Interchange
import ReadingModel
import ReadingStore

/// One import from its first document to its last: a dry run that only looks, or the real one.
///
/// Both make the same plan the same way, so that what was shown is what is done.
final class ImportRun {
  let request: ImportRequest
  let lookup: ImportLookup
  /// Nil in a dry run.
  let editor: LibraryEditor?
  let moment: String
  /// Called once, when more entries came than an import may bring without a backup.
  private let beforeMany: () -> Void
  private let isCancelled: () -> Bool
  private let report: (ImportProgress) -> Void

  var plan = ImportPlan()
  var matcher: PaperMatcher
  private var runs: [ListRun] = []
  var runOfSlug: [String: Int] = [:]
  var seen: Set<PaperID> = []
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
    matcher.forget()
    for run in runs { try finish(run) }
    return plan
  }

  // MARK: Reading

  /// The list that the next entry of a document goes to.
  struct Place {
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
    let share = share.upTo(line: line)
    report(ImportProgress(entries: count, share: share))
    if count == Self.telling, let share { makeRoom(for: share) }
  }

  /// So many entries tell how many there will be.
  private static let telling = 1024
  /// There is room made for no more papers than this: a document may not go on as it begins.
  private static let most = 200_000

  private func makeRoom(for share: Double) {
    // A little more than seems to be needed, since a table that is too small by one grows to its double.
    let expected = min(Double(Self.most), Double(count) / max(share, 1e-6) * 1.05)
    let factor = expected / Double(count)
    matcher.makeRoom(factor)
    seen.reserveCapacity(Int(Double(seen.count) * factor))
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
}
