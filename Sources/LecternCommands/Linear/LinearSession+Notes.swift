import Browser
import ReadingActions
import ReadingModel
import ReadingStore

/// Reading and writing notes.
extension LinearSession {
  /// Begins a note, or goes on with the one there is.
  ///
  /// - Parameter words: The paper, behind `edit` for the person's own editor or `new` for one more.
  mutating func note(_ words: String) throws -> [String] {
    let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
    let behind = parts.count > 1 ? parts[1] : ""
    switch parts.first {
    case "edit": return try editNote(behind)
    case "new": return try newNote(behind)
    default: break
    }
    let detail = try detail(words)
    guard detail.notes.count <= 1 else {
      return ask(
        .line(
          "There are \(detail.notes.count) notes; which one? A number, or new. `notes` says them."
        ) { session, answer in
          if answer == "new" { return session.begin(nil, of: detail) }
          guard let number = Int(answer), detail.notes.indices.contains(number - 1) else {
            return ["There is no note \(answer); the last is \(detail.notes.count)."]
          }
          return session.begin(detail.notes[number - 1], of: detail)
        })
    }
    return begin(detail.notes.first, of: detail)
  }

  /// Begins one more note.
  mutating func newNote(_ words: String) throws -> [String] { begin(nil, of: try detail(words)) }

  /// Lets the person write the newest note, or a new one, in their own editor.
  mutating func editNote(_ words: String) throws -> [String] {
    let detail = try detail(words)
    let note = detail.notes.last
    guard let text = try world.editExternally(note?.body ?? "") else {
      return ["The note stays as it was."]
    }
    let change = Change.saveNote(
      detail.id, note: note?.id, body: text, base: note.map { NoteBase($0) })
    let outcome = try world.perform(change)
    guard let conflict = outcome.conflict else { return [Spoken.outcome(outcome)] }
    entry = LinearNote(
      paper: detail.id, key: detail.key, title: detail.paper.title, note: conflict.note,
      base: NoteBase(number: conflict.theirs.number, body: conflict.theirs.body),
      lines: Self.lines(of: text), isTyped: true, isDraftDue: true)
    try keepDraft()
    return meeting(conflict, outcome)
  }

  /// Says the notes of a paper.
  mutating func sayNotes(_ words: String) throws -> [String] {
    let detail = try detail(words)
    guard !detail.notes.isEmpty else {
      return ["There is no note on \(Spoken.quoted(detail.paper.title)); `note` begins one."]
    }
    return paged(SpokenPaper.notes(detail))
  }

  /// What is said when another program saved the note meanwhile; the text stays open.
  private func meeting(_ conflict: NoteConflict, _ outcome: Outcome) -> [String] {
    [outcome.sentence + ". It says:"]
      + conflict.theirs.body.split(separator: "\n").map(String.init)
      + [
        "Yours is still open: a line with one dot saves it as the next version, after theirs; "
          + ".cancel leaves it as a draft."
      ]
  }

  /// Makes an earlier version of a note the newest: its number, and the number of the note where there
  /// are more.
  mutating func restoreVersion(_ words: String) throws -> [String] {
    let detail = try detail("")
    let numbers = words.split(separator: " ").compactMap { Int($0) }
    let index = numbers.count > 1 ? numbers[1] - 1 : detail.notes.count - 1
    guard let number = numbers.first, detail.notes.indices.contains(index) else {
      return ["Write `restore NUMBER`, or `restore NUMBER NOTE` where there are several notes."]
    }
    return try perform(.restoreNote(detail.id, note: detail.notes[index].id, version: number))
  }

  /// Says an earlier version of a note: its number, and the number of the note where there are more.
  mutating func sayVersion(_ words: String) throws -> [String] {
    let detail = try detail("")
    let numbers = words.split(separator: " ").compactMap { Int($0) }
    let index = numbers.count > 1 ? numbers[1] - 1 : detail.notes.count - 1
    guard let number = numbers.first, detail.notes.indices.contains(index) else {
      return ["Write `version NUMBER`, or `version NUMBER NOTE` where there are several notes."]
    }
    let versions = try desk.library.noteVersions(detail.notes[index].id)
    guard let version = versions.first(where: { $0.number == number }) else {
      return ["There is no version \(number); the last is \(versions.count)."]
    }
    return paged(
      ["Version \(number) of \(versions.count), \(world.localTime(version.at)):"]
        + version.body.split(separator: "\n").map(String.init))
  }

  /// Removes a note.
  mutating func deleteNote(_ words: String) throws -> [String] {
    let detail = try detail("")
    guard let number = words.isEmpty ? detail.notes.count : Int(words),
      detail.notes.indices.contains(number - 1)
    else { return ["There is no such note; `notes` says those there are."] }
    return try perform(.deleteNote(detail.notes[number - 1].id))
  }

  /// Goes on with the newest draft, or removes it.
  mutating func draft(_ words: String) throws -> [String] {
    guard let draft = try world.drafts().first(where: { $0.paper != nil }), let paper = draft.paper
    else { return ["There is no draft."] }
    if words == "drop" {
      try world.removeDraft(paperKey: draft.paperKey, note: draft.note)
      return ["The draft on \(Spoken.quoted(draft.title)) is removed."]
    }
    entry = LinearNote(
      paper: paper, key: draft.paperKey, title: draft.title, note: draft.note,
      base: draft.base.map { NoteBase(number: $0) },
      lines: Self.lines(of: draft.body), isTyped: true)
    return ["The draft on \(Spoken.quoted(draft.title)) from \(draft.time):"]
      + numbered() + [LinearNote.rules]
  }

  private mutating func detail(_ words: String) throws -> PaperDetail {
    let paper = try self.paper(words)
    guard let detail = try paperInLocalTime(paper) else {
      throw ActionError.notFound(kind: "paper", name: words, nearest: [])
    }
    current = paper
    return detail
  }

  private mutating func begin(_ note: Note?, of detail: PaperDetail) -> [String] {
    entry = LinearNote(
      paper: detail.id, key: detail.key, title: detail.paper.title, note: note?.id,
      base: note.map { NoteBase($0) },
      lines: note.map { Self.lines(of: $0.body) } ?? [], isTyped: false)
    let title = Spoken.quoted(detail.paper.title)
    guard note != nil else { return ["A new note on \(title).", LinearNote.rules] }
    return ["The note on \(title), which you go on with:"] + numbered() + [LinearNote.rules]
  }

  private func numbered() -> [String] {
    (entry?.lines ?? []).enumerated().map { "\($0 + 1): \($1)" }
  }

  private static func lines(of body: String) -> [String] {
    body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  // MARK: Typing

  /// Takes a line while a note is typed.
  mutating func type(_ line: String) throws -> [String] {
    guard var note = entry else { return [] }
    switch LinearNote.command(in: line) {
    case .save: return try save(note)
    case .cancel: return try cancel(note)
    case .read: return note.lines.isEmpty ? ["Nothing is typed yet."] : numbered()
    case .replace(let number, let text):
      guard note.lines.indices.contains(number - 1) else {
        return ["There is no line \(number); two dots begin a line that has one."]
      }
      note.lines[number - 1] = SafeText.block(text)
    case .unknown(let word):
      return ["“.\(SafeText.line(word))” has no meaning; two dots begin a line that has one."]
    case nil:
      note.lines.append(SafeText.block(line.hasPrefix("..") ? String(line.dropFirst()) : line))
    }
    note.isTyped = true
    note.isDraftDue = true
    entry = note
    return []
  }

  private mutating func save(_ note: LinearNote) throws -> [String] {
    try keepDraft()
    // A refusal leaves the note open, so that nothing typed is lost.
    let outcome = try world.perform(
      .saveNote(note.paper, note: note.note, body: note.body, base: note.base))
    if let conflict = outcome.conflict {
      entry?.base = NoteBase(number: conflict.theirs.number, body: conflict.theirs.body)
      return meeting(conflict, outcome)
    }
    entry = nil
    if note.isTyped { try world.removeDraft(paperKey: note.key, note: note.note) }
    let said = [Spoken.outcome(outcome)]
    guard triage != nil else { return said }
    if outcome.changed { triage?.steps.append(.change) }
    return try said + sayTriage()
  }

  private mutating func cancel(_ note: LinearNote) throws -> [String] {
    try keepDraft()
    entry = nil
    return note.isTyped
      ? [
        "The note was not saved and is kept as a draft; `draft` goes on with it, `draft drop` "
          + "removes it."
      ]
      : ["The note stays as it was."]
  }

  /// Puts the note being typed on disk.
  mutating func keepDraft() throws {
    guard let note = entry, note.isDraftDue else { return }
    try world.saveDraft(
      paperKey: note.key, note: note.note, base: note.base?.number, body: note.body)
    entry?.isDraftDue = false
  }
}
