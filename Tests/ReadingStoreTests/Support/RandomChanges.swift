import GRDB
import ReadingModel

@testable import ReadingStore

/// Changes drawn from a seed, so that a failure can be seen again.
struct RandomChanges {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Makes one change; it may turn out to change nothing.
  mutating func change(_ editor: LibraryEditor, at now: String) throws {
    let papers = try editor.database.rows("SELECT id FROM paper ORDER BY id")
      .map { PaperID(rawValue: $0[0]) }
    let notes = try editor.database.rows("SELECT id, paper FROM note ORDER BY id")
      .map { (NoteID(rawValue: $0[0]), PaperID(rawValue: $0[1])) }
    for _ in 0...below(3) {
      let paper = papers[below(papers.count)]
      switch below(10) {
      case 0, 1: try editor.setStatus(Status.allCases[below(5)], of: paper, at: now)
      case 2: try editor.setPass(below(4), of: paper, at: now)
      case 3: try editor.setRating(below(2) == 0 ? nil : 1 + below(5), of: paper, at: now)
      case 4: try editor.addTag("tag\(below(3))", to: paper)
      case 5: try editor.removeTag("tag\(below(3))", from: paper)
      case 6: try editor.moveInQueue(paper, to: 1 + below(4))
      case 7:
        if let (note, owner) = notes.isEmpty ? nil : notes[below(notes.count)], below(2) == 0 {
          if below(3) == 0, try editor.note(note) != nil {
            try editor.deleteNote(note)
          } else if try editor.note(note) != nil {
            try editor.saveNote(paper: owner, note: note, body: "text \(below(9))", at: now)
          }
        } else {
          try editor.saveNote(paper: paper, note: nil, body: "new \(below(9))", at: now)
        }
      case 8:
        let other = papers[below(papers.count)]
        // The graph has no circles when papers only require those added before them.
        if other < paper { try editor.addPrerequisite(paper, required: other, why: "w") }
      default: try editor.insert(list(), at: now)
      }
    }
  }

  /// Makes one small change of one of the papers, without looking at the library first.
  mutating func touch(
    _ papers: [PaperID], _ editor: LibraryEditor, at now: String
  ) throws {
    let paper = papers[below(papers.count)]
    switch below(8) {
    case 0, 1, 2: try editor.setStatus(Status.allCases[below(5)], of: paper, at: now)
    case 3: try editor.setPass(below(4), of: paper, at: now)
    case 4: try editor.setRating(below(2) == 0 ? nil : 1 + below(5), of: paper, at: now)
    case 5: try editor.addTag("tag\(below(9))", to: paper)
    case 6: try editor.removeTag("tag\(below(9))", from: paper)
    default: try editor.saveNote(paper: paper, note: nil, body: "new \(below(9))", at: now)
    }
  }

  private mutating func list() -> ReadingList {
    let known = [Fixture.attention, Fixture.bert, Fixture.gpt, Fixture.blog]
    var entries: [Entry] = []
    for _ in 0..<below(5) {
      let paper = below(3) == 0 ? Paper(title: "New \(below(20))") : known[below(known.count)]
      entries.append(Entry(paper: paper, remark: below(2) == 0 ? "" : "remark \(below(5))"))
    }
    return ReadingList(
      slug: "random\(below(2))", title: "Random", kind: .custom,
      sections: [ReadingSection(title: "S\(below(3))", entries: entries)])
  }

  /// A number from 0 up to but not including a bound (xorshift64*, Vigna 2016).
  mutating func below(_ bound: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
  }
}
