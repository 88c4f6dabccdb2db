public import ReadingModel

extension JSONShapes {
  /// `searches --json`: an array of the saved searches; `papers` is null where they were not counted.
  public static func savedSearches(_ searches: [SavedSearch]) -> JSON {
    .array(
      searches.map { search in
        .object([
          JSON.Member("name", .string(search.name)), JSON.Member("query", .string(search.query)),
          JSON.Member("papers", .integer(search.count)),
        ])
      })
  }
}
