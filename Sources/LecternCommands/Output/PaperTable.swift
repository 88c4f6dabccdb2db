import ReadingModel

/// How tables and records show a paper.
enum PaperTable {
  /// Position, status, key, year and title.
  static func row(_ paper: ListedPaper) -> [String] {
    [
      String(paper.position), paper.progress.status.rawValue, paper.key,
      paper.paper.year.map(String.init) ?? "", paper.paper.title,
    ]
  }
}
