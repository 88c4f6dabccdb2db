internal import GRDB
public import ReadingModel

extension LibraryEditor {
  /// Lets identifiers that name no paper yet lead to a paper beside its own.
  ///
  /// A person who takes two papers for one has said so for every later import too.
  public func name(_ id: PaperID, _ identifiers: [Identifier]) throws {
    try changing(id) {
      for identifier in identifiers where try database.paper(identified: identifier) == nil {
        try database.run(
          "INSERT INTO alias(key, paper) VALUES (?, ?)", identifier.key, id.rawValue)
      }
    }
  }
}
