internal import GRDB
public import ReadingModel

/// The papers of the library whose titles may be other forms of a title, found along the index of
/// title keys.
extension ImportLookup {
  /// A paper with what tells whether a short form of its title means it.
  public struct Neighbour: Equatable, Sendable {
    /// The paper.
    public let paper: PaperID
    /// Its facts, without identifiers and links.
    public let facts: Paper
  }

  /// The most papers that are looked at for one beginning: a name that more of them bear says nothing.
  static let mostNeighbours = 64

  /// The papers whose titles begin with some words, or are the beginning of a title.
  ///
  /// A title that nothing resembles costs one look-up.
  /// - Parameters:
  ///   - words: The words, as the title key of what they begin.
  ///   - titleKey: A title that begins with them; its own beginnings have three words or more.
  ///   - last: The last paper that is looked at.
  public func papers(
    near words: String, of titleKey: String, upTo last: PaperID
  ) throws -> [Neighbour] {
    // A hyphen comes before a full stop, and that before all letters and digits.
    guard let nearest = try lastTitleKey(before: words + ".") else { return [] }
    var found: [Neighbour] = []
    if nearest == words || nearest.hasPrefix(words + "-") {
      found = try neighbours(
        "title_key >= ?2 AND title_key < ?3", upTo: last, words, words + ".")
    }
    guard words == titleKey else { return found }
    // No key stands between a beginning and the title that does not begin so itself.
    var key = found.isEmpty ? nearest : try lastTitleKey(before: words)
    while let present = key, let shared = Self.sharedOpening(present, titleKey) {
      if shared == present {
        found += try neighbours("title_key = ?2", upTo: last, present)
      }
      key = try lastTitleKey(before: shared == present ? present : shared + "-")
    }
    return found
  }

  /// The papers that have a short name.
  public func papers(named name: String, upTo last: PaperID) throws -> [Neighbour] {
    let words = try FullText.tokens(of: name, in: database)
    guard !words.isEmpty else { return [] }
    return try neighbours(
      """
      id IN (SELECT rowid FROM paper_name WHERE paper_name MATCH ?2 LIMIT \(Self.mostNeighbours))
      """, upTo: last, "short_name : \(FullText.phrase(words))")
  }

  /// Walks over the papers whose titles are a name of one word, a colon and a title of their own.
  ///
  /// It looks at every paper, so an import does it once.
  /// - Parameters:
  ///   - last: The last paper that is looked at.
  ///   - receive: Gets a paper and the title key of what stands behind the colon.
  public func titlesBehindNames(
    upTo last: PaperID, _ receive: (PaperID, String) -> Void
  ) throws {
    let statement = try database.cachedStatement(
      sql: """
        SELECT id, substr(title_key, instr(title_key, '-') + 1) FROM paper
          WHERE id <= ? AND instr(title, ' ') = instr(title, ': ') + 1
        """)
    let rows = try Row.fetchCursor(statement, arguments: [last.rawValue])
    while let row = try rows.next() { receive(PaperID(rawValue: row[0]), row[1]) }
  }

  /// The paper that came last; nil in an empty library.
  public func lastPaper() throws -> PaperID? {
    (try database.value("SELECT max(id) FROM paper") as Int64?).map(PaperID.init(rawValue:))
  }

  private func lastTitleKey(before bound: String) throws -> String? {
    let statement = try statements[.titleKeyBefore]
    statement.bind(bound)
    return try statement.text()
  }

  private func neighbours(
    _ condition: String, upTo last: PaperID, _ arguments: String...
  ) throws -> [Neighbour] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT id, \(PaperRecord.columns) FROM paper WHERE id <= ?1 AND \(condition)
          LIMIT \(Self.mostNeighbours)
        """)
    let values = [last.rawValue] + arguments as [any DatabaseValueConvertible]
    return try Row.fetchAll(statement, arguments: StatementArguments(values)).map { row in
      Neighbour(paper: PaperID(rawValue: row[0]), facts: PaperRecord.paper(row, at: 1))
    }
  }

  /// The words with which both titles begin; nil when they are fewer than three.
  private static func sharedOpening(_ left: String, _ right: String) -> String? {
    let (left, right) = (left.utf8, right.utf8)
    let hyphen = UInt8(ascii: "-")
    var (place, other) = (left.startIndex, right.startIndex)
    var (words, end) = (0, left.startIndex)
    while true {
      let byte = place < left.endIndex ? left[place] : hyphen
      guard byte == (other < right.endIndex ? right[other] : hyphen) else { break }
      if byte == hyphen { (words, end) = (words + 1, place) }
      guard place < left.endIndex, other < right.endIndex else { break }
      left.formIndex(after: &place)
      right.formIndex(after: &other)
    }
    return words < 3 ? nil : String(Substring(left[..<end]))
  }
}
