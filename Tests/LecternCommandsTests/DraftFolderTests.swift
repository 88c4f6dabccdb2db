import Foundation
import ReadingModel
import Testing

@testable import LecternCommands

@Suite("Drafts on disk")
struct DraftFolderTests {
  private let root = FileManager.default.temporaryDirectory
    .appendingPathComponent("lectern-drafts-\(UUID().uuidString)").path

  private func folder(of library: String = "/home/reader/library.db") -> DraftFolder {
    DraftFolder(drafts: root, library: library)
  }

  private func draft(
    _ paper: String, _ body: String, note: Int64? = nil,
    at written: String = "2026-03-01T09:30:00.000Z"
  ) -> DraftFolder.Draft {
    DraftFolder.Draft(
      paper: paper, note: note.map(NoteID.init(rawValue:)), written: written, body: body)
  }

  @Test(
    "A draft comes back as it was written",
    arguments: ["", "one line", "two\n\nlines\n", "\n\nbehind blanks", "深層学習 👩‍👩‍👧 é"])
  func roundTrip(body: String) throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let drafts = folder()
    try drafts.save(draft("arxiv:1706.03762", body, note: 3))
    #expect(drafts.drafts() == [draft("arxiv:1706.03762", body, note: 3)])
  }

  @Test("Each note has one draft, the newest stands first, and a removed one is gone")
  func onePerNote() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let drafts = folder()
    try drafts.save(draft("arxiv:1706.03762", "first"))
    try drafts.save(draft("arxiv:1706.03762", "second", at: "2026-03-01T09:31:00.000Z"))
    try drafts.save(draft("arxiv:1706.03762", "of a note", note: 1, at: "2026-03-01T09:32:00.000Z"))
    #expect(drafts.drafts().map(\.body) == ["of a note", "second"])
    drafts.remove(paper: "arxiv:1706.03762", note: NoteID(rawValue: 1))
    #expect(drafts.drafts().map(\.body) == ["second"])
  }

  @Test("Two libraries do not see each other's drafts")
  func apart() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    try folder(of: "/a.db").save(draft("title:x", "mine"))
    #expect(folder(of: "/b.db").drafts().isEmpty)
  }

  @Test(
    "A key of any shape is the name of a file that only its owner reads",
    arguments: [
      "url:https://example.org/../../etc/passwd", "title:" + String(repeating: "長い", count: 500),
      "title:a/b\\c:d*e?\"<>|", "..",
    ])
  func safeNames(paper: String) throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let drafts = folder()
    try drafts.save(draft(paper, "text"))
    let names = try FileManager.default.contentsOfDirectory(atPath: drafts.path)
    let name = try #require(names.first)
    #expect(names.count == 1 && name.utf8.count < 255 && !name.hasPrefix("."))
    #expect(drafts.drafts().map(\.paper) == [paper])
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(drafts.path)/\(name)")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("A file that is no draft is passed over")
  func strangers() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let drafts = folder()
    try drafts.save(draft("title:x", "mine"))
    for (name, text) in [("a.draft", ""), ("b.draft", "lectern draft 1\nkey"), ("c.txt", "no")] {
      try text.write(toFile: "\(drafts.path)/\(name)", atomically: true, encoding: .utf8)
    }
    #expect(drafts.drafts().map(\.body) == ["mine"])
  }

  @Test("A folder that cannot be made is a sentence, not a crash")
  func noFolder() {
    #expect(throws: (any Error).self) {
      try DraftFolder(drafts: "/proc/lectern", library: "/l.db").save(draft("title:x", "text"))
    }
  }
}
