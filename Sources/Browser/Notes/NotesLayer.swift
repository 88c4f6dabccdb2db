import ReadingModel

/// A note with all its versions, oldest first.
struct NoteVersions: Equatable, Sendable {
  var note: NoteID
  var versions: [NoteVersion]
}

/// The notes of a paper with all their versions, and what the one under the cursor changed.
struct NotesLayer: Equatable, Sendable {
  /// A version of a note.
  struct Entry: Equatable, Sendable {
    let note: NoteID
    let version: NoteVersion
    /// The version before it; nil for the first.
    let before: NoteVersion?
    /// True for the version that stands.
    let isNewest: Bool
  }

  /// The paper.
  let paper: PaperID
  /// What the paper is called.
  let title: String
  /// The versions, those of the newest note first, and the newest of each note first; nil until
  /// they are loaded.
  private(set) var entries: [Entry]?
  private(set) var cursor = 0
  /// The first version shown.
  private(set) var scroll = 0
  /// The first line of the preview shown.
  private(set) var previewScroll = 0

  init(paper: PaperID, title: String) {
    self.paper = paper
    self.title = title
  }

  /// The version under the cursor.
  var current: Entry? { entries.flatMap { $0.indices.contains(cursor) ? $0[cursor] : nil } }

  /// How many notes there are.
  var notes: Int { entries?.count { $0.isNewest } ?? 0 }

  /// Takes in the versions; the cursor stays on its note.
  mutating func show(_ notes: [NoteVersions]) {
    let note = current?.note
    let newestFirst = notes.sorted { left, right in
      let moments = (left.versions.last?.at ?? "", right.versions.last?.at ?? "")
      return moments.0 == moments.1
        ? left.note.rawValue > right.note.rawValue : moments.0 > moments.1
    }
    let all = newestFirst.flatMap(Self.entries)
    entries = all
    cursor = all.firstIndex { $0.note == note } ?? 0
    scroll = 0
    previewScroll = 0
  }

  /// The versions of a note, the newest first.
  private static func entries(of note: NoteVersions) -> [Entry] {
    let versions = note.versions
    return versions.indices.reversed().map { index in
      Entry(
        note: note.note, version: versions[index], before: index > 0 ? versions[index - 1] : nil,
        isNewest: index == versions.count - 1)
    }
  }

  /// Moves the cursor by lines, or the preview by pages.
  ///
  /// - Parameters:
  ///   - rows: How many versions can be seen.
  ///   - preview: How many lines of the preview can be seen.
  ///   - previewLines: How many there are.
  mutating func move(
    _ movement: Movement, rows: Int, preview: Int, of previewLines: @autoclosure () -> Int
  ) {
    switch movement {
    case .halfPages, .pages:
      let last = max(0, previewLines() - preview)
      previewScroll = max(0, min(previewScroll + movement.lines(page: preview), last))
    case .lines, .toFirst, .toLast:
      let count = entries?.count ?? 0
      cursor = max(0, min(cursor + movement.lines(page: rows), count - 1))
      scroll = Scrolling.first(scroll, showing: cursor, height: rows, of: count)
      previewScroll = 0
    }
  }
}
