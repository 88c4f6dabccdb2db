import Interchange
public import ReadingModel
import ReadingStore

extension Actions {
  /// Shows what an import would do, and changes nothing.
  ///
  /// - Parameters:
  ///   - documents: The documents in order.
  ///   - request: What is asked of the import beyond them.
  ///   - isCancelled: Asked now and then; true stops it.
  ///   - report: Told now and then how far it is.
  /// - Throws: `ActionError.refused` when it was stopped.
  public func plan(
    importing documents: [ImportDocument], _ request: ImportRequest = ImportRequest(),
    isCancelled: () -> Bool = { false }, report: (ImportProgress) -> Void = { _ in }
  ) throws -> ImportPlan {
    try check(request)
    return try withoutActuallyEscaping(isCancelled) { isCancelled in
      try withoutActuallyEscaping(report) { report in
        try library.looking { lookup in
          try ImportRun(
            request, lookup, editor: nil, at: now(), isCancelled: isCancelled, report: report
          ).run(documents)
        }
      }
    }
  }

  /// Brings documents into the library: one transaction, one step of the history.
  ///
  /// - Parameters:
  ///   - documents: The documents in order.
  ///   - request: What is asked of the import beyond them.
  ///   - isCancelled: Asked now and then; true stops it, and nothing has changed then.
  ///   - report: Told now and then how far it is.
  /// - Returns: The sentence, and what was done.
  /// - Throws: `ActionError.refused` when it was stopped, `LibraryError` when the library refuses it.
  public func perform(
    importing documents: [ImportDocument], _ request: ImportRequest = ImportRequest(),
    isCancelled: () -> Bool = { false }, report: (ImportProgress) -> Void = { _ in }
  ) throws -> (outcome: Outcome, plan: ImportPlan) {
    try check(request)
    var plan = ImportPlan()
    var warning: String?
    var outcome = try withoutActuallyEscaping(isCancelled) { isCancelled in
      try withoutActuallyEscaping(report) { report in
        try step(papers: [], unchanged: Self.unchanged(plan)) { editor, moment in
          plan = try ImportRun(
            request, editor.lookup, editor: editor, at: moment,
            // The backup reads what was committed, so the changes so far are not in it.
            beforeMany: { warning = library.warningAfterBackUp(reason: .import, at: moment) },
            isCancelled: isCancelled, report: report
          ).run(documents)
          return plan.counts.entries > 0 ? Self.sentence(plan) : nil
        }
      }
    }
    if let warning { outcome.sentence += ". " + warning }
    return (outcome, plan)
  }

  private func check(_ request: ImportRequest) throws {
    if let format = request.format, Importers.named(format) == nil {
      throw ActionError.notFound(
        kind: "format", name: format, nearest: Importers.all.map(\.name))
    }
    let wishes = [request.everyList] + request.lists.values
    for slug in wishes.compactMap(\.slug) where !Slug.isValid(slug) {
      throw ActionError.refused(
        "“\(SafeText.line(slug, limit: 80))” is no name of a list; it has lower case letters, "
          + "digits and hyphens, such as “\(Slug.made(from: slug))”")
    }
  }

  private static func sentence(_ plan: ImportPlan) -> String {
    let lists = plan.documents.flatMap(\.lists)
    let subject =
      Set(lists.map(\.slug)).count == 1
      ? lists.first.map { Sentences.quoted($0.title) } ?? "nothing"
      : Sentences.count(Set(lists.map(\.slug)).count, "list")
    return "Imported \(subject): \(described(plan.counts))"
  }

  private static func unchanged(_ plan: ImportPlan) -> String {
    plan.counts.entries == 0
      ? "Nothing was found to import" : "Nothing to import: \(described(plan.counts))"
  }

  /// The counts in words: always those that are new and the same, the others where there are any.
  private static func described(_ counts: ImportCounts) -> String {
    var parts = ["\(counts.new) new", "\(counts.same) same"]
    for (count, name) in [
      (counts.changed, "changed"), (counts.moved, "moved"), (counts.gone, "gone"),
    ] where count > 0 {
      parts.append("\(count) \(name)")
    }
    return parts.joined(separator: ", ")
  }
}
