import ReadingModel

/// What an import will do, in words.
enum SpokenPlan {
  /// Every list and every entry that comes, changes, moves or goes; those that stay are counted.
  static func lines(_ plan: ImportPlan) -> [String] { plan.documents.flatMap(document) }

  /// The counts that are not nothing: `3 new, 1 changed`.
  static func counts(_ counts: ImportCounts) -> String {
    let parts = [
      (counts.new, "new"), (counts.same, "same"), (counts.changed, "changed"),
      (counts.moved, "moved"), (counts.gone, "gone"),
    ].filter { $0.0 > 0 }.map { "\(Spoken.number($0.0)) \($0.1)" }
    return parts.isEmpty ? "nothing" : Spoken.list(parts)
  }

  private static func document(_ document: PlannedDocument) -> [String] {
    if let problem = document.problem {
      return [Spoken.sentence("\(document.path): \(problem)")]
    }
    let entries = document.counts.entries == 1 ? "1 entry" : "\(document.counts.entries) entries"
    return [
      "\(document.path), \(document.format ?? "no known format"), \(entries): "
        + "\(counts(document.counts))."
    ] + document.lists.flatMap(list)
      + remarks("Conflict", document.conflicts.map(\.diagnostic))
      + remarks("Warning", document.warnings)
      + remarks("Left out", document.leftOut)
  }

  private static func list(_ list: PlannedList) -> [String] {
    let what = list.isNew ? "new list" : list.changesHead ? "list, whose head changes" : "list"
    let facts = [Spoken.kind(list.kind), list.issued.map { "of \($0)" }].compactMap(\.self)
    return [
      Spoken.sentence("\(what) \(list.slug), \(list.title), \(facts.joined(separator: ", "))")
    ]
      + list.entries.filter { $0.change != .same }.map { entry in
        let known = entry.known.map { ", \($0)" } ?? ""
        let facts =
          if case .changed(let names) = entry.change { ", \(Spoken.list(names))" } else { "" }
        return "\(Spoken.sentence(entry.change.name).dropLast()): \(entry.title)\(facts)\(known)."
      }
  }

  private static func remarks(_ name: String, _ remarks: [Diagnostic]) -> [String] {
    remarks.map { Spoken.sentence("\(name) in line \($0.line): \($0.message)") }
  }
}
