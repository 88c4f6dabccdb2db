internal import GRDB
internal import ReadingModel

extension Library {
  /// Opens a library that stands at a path, to look at it and nothing else.
  ///
  /// - Throws: `LibraryError`; `.cannotOpen` when nothing stands there.
  public static func openToLook(at path: String) throws -> Library {
    let file = LibraryFile(path: path)
    guard try file.isThere() else {
      throw LibraryError.cannotOpen(path: path, reason: "there is no such file")
    }
    return try file.open(writable: false)
  }

  /// Brings everything of another library into this one, as one step of the history.
  ///
  /// Papers are known again as `LibraryEditor.insert(_:at:)` knows them. Nothing of either side is
  /// lost: facts, lists, tags, notes and saved searches are joined, notes that differ are both kept
  /// with all their versions, and of two statuses the further one stands.
  /// - Parameters:
  ///   - other: the library to take from, which is only read.
  ///   - now: the moment, ISO 8601 in UTC.
  ///   - label: makes the step's label of what came; nil takes everything back, which gives a
  ///     preview.
  /// - Returns: What came, or would have come.
  public func merge(
    _ other: Library, at now: String, label: (MergeSummary) -> String?
  ) throws -> MergeSummary {
    var summary = MergeSummary()
    _ = try change(at: now) { editor in
      var merge = Merging(editor: editor, other: other, now: now)
      try merge.papers()
      try merge.lists()
      try merge.prerequisites()
      try merge.searches()
      summary = merge.summary
      return label(summary)
    }
    return summary
  }
}

/// The state of one merge.
struct Merging {
  let editor: LibraryEditor
  let other: Library
  let now: String
  /// What came so far.
  var summary = MergeSummary()
  /// The paper here for each paper there.
  var here: [PaperID: PaperID] = [:]

  init(editor: LibraryEditor, other: Library, now: String) {
    self.editor = editor
    self.other = other
    self.now = now
  }

  var database: Database { editor.database }

  /// Brings the papers with what the reader left on them, those of the queue in its order.
  mutating func papers() throws {
    let rows = try other.reading { database in
      try database.rows(
        """
        SELECT paper.id, paper.added FROM paper LEFT JOIN queue ON queue.paper = paper.id
          ORDER BY queue.place IS NULL, queue.place, paper.id
        """
      ).map { (PaperID(rawValue: $0[0]), $0[1] as String) }
    }
    // Numbers are given in the order of the other library, whatever its queue.
    for (id, added) in rows.sorted(by: { $0.0 < $1.0 }) {
      guard let detail = try other.paper(id) else { continue }
      let before: Int? = try database.value("SELECT papers FROM library_tally")
      here[id] = try formerly(detail) ?? editor.insert(detail.paper, at: added)
      let after: Int? = try database.value("SELECT papers FROM library_tally")
      if before == after { summary.knownPapers += 1 } else { summary.newPapers += 1 }
    }
    for (id, _) in rows {
      guard let detail = try other.paper(id), let paper = here[id] else { continue }
      try facts(of: detail, to: paper)
      try keepNames(of: detail, for: paper)
      try progress(of: detail, to: paper)
      for tag in detail.tags where try !editor.tags(of: paper).contains(tag) {
        try editor.addTag(tag, to: paper)
        summary.tags += 1
      }
      for note in detail.notes { try merge(note, of: detail, to: paper) }
    }
  }

  /// The paper here that has the name which a paper without identifiers had there before its title
  /// was put right.
  private func formerly(_ detail: PaperDetail) throws -> PaperID? {
    guard detail.paper.identifiers.isEmpty, try database.paper(keyed: detail.key) == nil else {
      return nil
    }
    let names = try other.reading { database in
      try database.rows("SELECT key FROM alias WHERE paper = ? ORDER BY key", detail.id.rawValue)
        .map { $0[0] as String }
    }
    for name in names {
      guard let paper = try database.paper(keyed: name) else { continue }
      let known = try editor.lookup.facts(of: paper)
      try editor.bring(paper, from: known, to: known.filling(from: detail.paper))
      return paper
    }
    return nil
  }

  /// Keeps the key that a paper has there as a name of it here, unless another paper has it.
  private func keepNames(of detail: PaperDetail, for paper: PaperID) throws {
    guard try database.paper(keyed: detail.key) == nil else { return }
    try database.run("INSERT INTO alias(key, paper) VALUES (?, ?)", detail.key, paper.rawValue)
  }

  /// Brings the reader's own prerequisites; one that would close a circle stays out.
  mutating func prerequisites() throws {
    let rows = try other.reading { database in
      try database.rows("SELECT paper, required, why FROM prerequisite ORDER BY paper, required")
    }
    for row in rows {
      guard let paper = here[PaperID(rawValue: row[0])],
        let required = here[PaperID(rawValue: row[1])], paper != required
      else { continue }
      let isKnown: Bool? = try database.value(
        "SELECT count(*) > 0 FROM prerequisite WHERE paper = ? AND required = ?",
        paper.rawValue, required.rawValue)
      guard isKnown != true else { continue }
      do {
        try inSavepoint { try editor.addPrerequisite(paper, required: required, why: row[2]) }
        summary.prerequisites += 1
      } catch LibraryError.cycle(let names) {
        try conflict(
          paper,
          "it would come before itself (\(names.joined(separator: " → "))), so this "
            + "prerequisite stayed out")
      }
    }
  }

  /// Notes a difference of the two libraries about a paper.
  mutating func conflict(_ paper: PaperID, _ message: String) throws {
    let key: String? = try database.value("SELECT key FROM paper WHERE id = ?", paper.rawValue)
    summary.conflicts.append(.init(subject: key ?? "", message: message))
  }

  /// Does something that an error takes back alone, without what was merged before.
  func inSavepoint(_ body: () throws -> Void) throws {
    try database.inSavepoint {
      try body()
      return .commit
    }
  }
}
