internal import GRDB
public import ReadingModel

/// A paper that was put in by what others call it.
public struct AddedPaper: Equatable, Sendable {
  /// What became of the library.
  public enum Change: String, Equatable, Sendable {
    /// The paper came.
    case new
    /// The paper was there by its title, and has the identifier now.
    case named
    /// The paper was there.
    case same
  }

  /// The paper.
  public let paper: PaperID
  /// What became of the library.
  public let change: Change
}

extension LibraryEditor {
  /// Puts a paper into the library of which an identifier is known, and perhaps the title.
  ///
  /// One that has the identifier, now or once, stays as it is. One that has the title gets the
  /// identifier, unless it has another one in that scheme.
  /// - Parameters:
  ///   - title: its title; nil for a working title that is made of the identifier.
  ///   - now: the moment, ISO 8601 in UTC.
  public func add(
    _ identifier: Identifier, title: String?, at now: String
  ) throws -> AddedPaper {
    if let known = try database.paper(identified: identifier) {
      return AddedPaper(paper: known, change: .same)
    }
    let facts = Paper(
      title: title ?? identifier.workingTitle, identifiers: [identifier],
      links: identifier.scheme == .url ? [Link(kind: .paper, url: identifier.value)] : [],
      hasWorkingTitle: title == nil)
    let before: Int? = try database.value("SELECT papers FROM library_tally")
    let paper = try insert(facts, at: now)
    let isNew = try database.value("SELECT papers FROM library_tally") != before
    if isNew, title != nil { try protect(.title, of: paper) }
    try requireNoCycle(through: try resolveOpenRequirements())
    return AddedPaper(paper: paper, change: isNew ? .new : .named)
  }
}
