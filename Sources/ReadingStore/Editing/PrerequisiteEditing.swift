internal import GRDB
public import ReadingModel

extension LibraryEditor {
  /// Says that a paper should be read after another.
  ///
  /// - Parameters:
  ///   - paper: the paper to read later.
  ///   - required: the paper to read first.
  ///   - why: one sentence, or empty; it takes the place of one given before.
  /// - Throws: `LibraryError.cycle` when the other paper, directly or through others, should be
  ///   read after this one.
  public func addPrerequisite(_ paper: PaperID, required: PaperID, why: String) throws {
    try requirePaper(paper)
    try requirePaper(required)
    if paper == required { throw LibraryError.cycle([try name(of: paper), try name(of: paper)]) }
    try database.run(
      """
      INSERT INTO prerequisite(paper, required, why) VALUES (?1, ?2, ?3)
        ON CONFLICT DO UPDATE SET why = ?3
      """, paper.rawValue, required.rawValue, why)
    try requireNoCycle(through: [paper])
  }

  /// Takes a prerequisite away, the reader's own and the one that a list states.
  public func removePrerequisite(_ paper: PaperID, required: PaperID) throws {
    try database.run(
      "DELETE FROM prerequisite WHERE paper = ? AND required = ?", paper.rawValue,
      required.rawValue)
    try database.run(
      """
      DELETE FROM entry_prerequisite WHERE required = ?2 AND (list, position) IN
        (SELECT list, position FROM entry WHERE paper = ?1)
      """, paper.rawValue, required.rawValue)
  }

  /// Throws when one of the papers can be reached from itself through prerequisites.
  ///
  /// A depth-first walk that keeps the path it is on: a paper met again on the path closes a
  /// circle, one met again elsewhere is done.
  func requireNoCycle(through papers: [PaperID]) throws {
    var done: Set<PaperID> = []
    for start in papers where !done.contains(start) {
      var path = [start]
      var onPath: Set<PaperID> = [start]
      var waiting = [try required(by: start)]
      while !waiting.isEmpty {
        if let next = waiting[waiting.count - 1].popLast() {
          if let place = onPath.contains(next) ? path.firstIndex(of: next) : nil {
            throw LibraryError.cycle(try (path[place...] + [next]).map(name(of:)))
          }
          guard !done.contains(next) else { continue }
          path.append(next)
          onPath.insert(next)
          waiting.append(try required(by: next))
        } else {
          waiting.removeLast()
          let left = path.removeLast()
          onPath.remove(left)
          done.insert(left)
        }
      }
    }
  }

  private func required(by paper: PaperID) throws -> [PaperID] {
    try database.rows("SELECT required FROM requirement WHERE paper = ?", paper.rawValue)
      .map { PaperID(rawValue: $0[0]) }
  }
}
