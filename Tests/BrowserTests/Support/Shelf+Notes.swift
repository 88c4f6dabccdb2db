import ReadingModel

extension FakeLibrary.Shelf {
  /// All versions of a note, oldest first.
  func versions(of note: NoteID) -> [NoteVersion] {
    let present = papers.values.flatMap(\.notes).first { $0.id == note }.map { NoteVersion($0) }
    return oldVersions[note, default: []] + [present].compactMap(\.self)
  }

  /// Writes a new note, or the next version of one.
  mutating func write(_ body: String, to note: NoteID?, of paper: PaperID) {
    guard let note, let index = papers[paper]?.notes.firstIndex(where: { $0.id == note }),
      let present = papers[paper]?.notes[index]
    else {
      let number = Int64(papers.values.reduce(0) { $0 + $1.notes.count } + 1)
      papers[paper]?.notes.append(
        Note(
          id: NoteID(rawValue: number), body: body, created: "2026-03-01T12:00",
          updated: "2026-03-01T12:00", versions: 1))
      return
    }
    guard present.body != body else { return }
    oldVersions[note, default: []].append(NoteVersion(present))
    papers[paper]?.notes[index] = Note(
      id: note, body: body, created: present.created, updated: "2026-03-01T12:0\(present.versions)",
      versions: present.versions + 1)
  }

  /// The conflict that a change meets; nil when there is none.
  func conflict(of change: Change) -> NoteConflict? {
    guard case .saveNote(let paper, let note?, let body, let base?) = change,
      let present = papers[paper]?.notes.first(where: { $0.id == note }), present.body != body,
      !base.isPresent(in: present)
    else { return nil }
    return NoteConflict(
      note: note, mine: body, theirs: NoteVersion(present),
      base: base.body ?? versions(of: note).first { $0.number == base.number }?.body)
  }
}
