public import ReadingModel

extension JSONShapes {
  /// `catch-up --json`: the day, how many lists are older, and the papers it is about.
  ///
  /// - Parameter changed: False when nothing was done, as with `--dry-run`; none are skipped then.
  public static func catchUp(_ found: CatchUp, changed: Bool) -> JSON {
    .object([
      JSON.Member("before", .string(found.before)), JSON.Member("lists", .number(found.lists)),
      JSON.Member("skipped", .number(changed ? found.papers.count : 0)),
      JSON.Member(
        "papers",
        .array(
          found.papers.map { paper in
            .object([
              JSON.Member("key", .string(paper.key)), JSON.Member("name", .string(paper.name)),
            ])
          })),
    ])
  }
}
