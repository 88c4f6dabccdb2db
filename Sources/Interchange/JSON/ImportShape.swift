public import ReadingModel

extension JSONShapes {
  /// `import --json`: for each document what was found and what becomes of it.
  ///
  /// `changes` of a list names every entry but those that stay as they are.
  public static func importing(_ plan: ImportPlan) -> JSON {
    .object([JSON.Member("documents", .array(plan.documents.map(document)))])
  }

  private static func document(_ document: PlannedDocument) -> JSON {
    let counts = document.counts
    return .object([
      JSON.Member("path", .string(document.path)),
      JSON.Member("format", .text(document.format)),
      JSON.Member("lists", .array(document.lists.map(list))),
      JSON.Member("entries", .number(counts.entries)),
      JSON.Member("new", .number(counts.new)),
      JSON.Member("same", .number(counts.same)),
      JSON.Member("changed", .number(counts.changed)),
      JSON.Member("moved", .number(counts.moved)),
      JSON.Member("gone", .number(counts.gone)),
      JSON.Member("conflicts", .array(document.conflicts.map { diagnostic($0.diagnostic) })),
      JSON.Member("warnings", .array(document.warnings.map(diagnostic))),
      JSON.Member("left_out", .array(document.leftOut.map(diagnostic))),
      JSON.Member("problem", .text(document.problem)),
    ])
  }

  private static func list(_ list: PlannedList) -> JSON {
    .object([
      JSON.Member("slug", .string(list.slug)),
      JSON.Member("title", .string(list.title)),
      JSON.Member("kind", .string(list.kind.rawValue)),
      JSON.Member("issued", .text(list.issued)),
      JSON.Member("entries", .number(list.counts.entries)),
      JSON.Member("changes", .array(list.entries.compactMap(change))),
    ])
  }

  private static func change(_ entry: PlannedEntry) -> JSON? {
    guard entry.change != .same else { return nil }
    var facts: [String] = []
    if case .changed(let names) = entry.change { facts = names }
    return .object([
      JSON.Member("change", .string(entry.change.name)),
      JSON.Member("line", .integer(entry.line)),
      JSON.Member("title", .string(entry.title)),
      JSON.Member("section", .text(entry.section)),
      JSON.Member("facts", .strings(facts)),
      JSON.Member("same_as", .text(entry.sameAs)),
    ])
  }

  private static func diagnostic(_ diagnostic: Diagnostic) -> JSON {
    .object([
      JSON.Member("line", .number(diagnostic.line)),
      JSON.Member("message", .string(diagnostic.message)),
    ])
  }
}
