internal import GRDB
public import ReadingModel

extension LibraryEditor {
  /// The tags of a paper, sorted.
  public func tags(of paper: PaperID) throws -> [String] {
    try requirePaper(paper)
    return try database.tags(of: paper)
  }

  /// Gives a paper a tag; a tag it has already stays as it is.
  public func addTag(_ tag: String, to paper: PaperID) throws {
    try requirePaper(paper)
    try changing(paper) {
      let statement = try statements[.addTag]
      statement.bind(paper.rawValue)
      statement.bind(tag)
      try statement.run()
    }
  }

  /// Takes a tag from a paper that may have it.
  public func removeTag(_ tag: String, from paper: PaperID) throws {
    try requirePaper(paper)
    try database.run("DELETE FROM paper_tag WHERE paper = ? AND tag = ?", paper.rawValue, tag)
  }
}
