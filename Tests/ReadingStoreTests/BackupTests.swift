import Foundation
import GRDB
import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Backups")
struct BackupTests {
  private func mark(_ library: Library, _ tag: String) throws {
    _ = try library.change(at: Fixture.now) { editor in
      try editor.addTag(tag, to: PaperID(rawValue: 1))
      return "Tagged \(tag)"
    }
  }

  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("A backup is a whole library of its own, with what was committed and the history")
  func whole() throws {
    let folder = try TemporaryFolder()
    let library = try folder.library()
    try mark(library, "before")
    let backup = try #require(try library.backUp(reason: .daily, at: Fixture.now))
    try mark(library, "after")
    #expect(backup.name == "library-2026-03-01T100000Z-daily.db")
    #expect(try permissions(backup.path) == 0o600)
    #expect(try permissions(folder.url.appendingPathComponent("backups").path) == 0o700)
    #expect(library.backups() == [backup])
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: folder.url.appendingPathComponent("backups").path) == [backup.name])
    let copy = try LibraryFile(path: backup.path).open(writable: false)
    #expect(try copy.paper(PaperID(rawValue: 1))?.tags == ["before"])
    #expect(try copy.history(limit: nil).map(\.label) == ["Tagged before"])
    try copy.close()
    try library.close()
    #expect(try folder.files == ["backups", "library.db"])
  }

  @Test("A backup is due on a day that has none, whichever way the clock went")
  func due() throws {
    let folder = try TemporaryFolder()
    let library = try folder.library()
    #expect(library.isDailyBackupDue(at: "2026-03-01T10:00:00Z"))
    try library.backUp(reason: .asked, at: "2026-03-01T10:00:00Z")
    #expect(!library.isDailyBackupDue(at: "2026-03-01T23:59:59Z"))
    #expect(library.isDailyBackupDue(at: "2026-03-02T00:00:00Z"))
    #expect(library.isDailyBackupDue(at: "2020-01-01T00:00:00Z"))
    try library.backUp(reason: .daily, at: "2020-01-01T00:00:00Z")
    #expect(!library.isDailyBackupDue(at: "2020-01-01T00:00:00Z"))
    #expect(library.backups().map(\.made) == ["2026-03-01T10:00:00Z", "2020-01-01T00:00:00Z"])
    try library.close()
    #expect(try Library.inMemory().isDailyBackupDue(at: Fixture.now) == false)
    #expect(try Library.inMemory().backUp(reason: .daily, at: Fixture.now) == nil)
  }

  @Test("Two backups in one second are both kept, and those that have had their time go")
  func rotation() throws {
    let folder = try TemporaryFolder()
    let library = try folder.library()
    let first = try library.backUp(reason: .merge, at: Fixture.now)
    let second = try library.backUp(reason: .merge, at: Fixture.now)
    #expect(second?.name == "library-2026-03-01T100000Z-before-merge-2.db")
    #expect(Set(library.backups().map(\.name)) == Set([first, second].compactMap { $0?.name }))
    for day in 10..<28 { try library.backUp(reason: .daily, at: "2026-03-\(day)T08:00:00Z") }
    #expect(library.backups().count { $0.reason == .daily } == 8)
    #expect(library.backups().first?.made == "2026-03-27T08:00:00Z")
    try library.close()
  }

  @Test("A backup runs beside changes and holds one state of the library")
  func besideChanges() async throws {
    let folder = try TemporaryFolder()
    let library = try folder.library()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for number in 0..<60 { try mark(library, "tag\(number)") }
      }
      group.addTask {
        for number in 10..<20 {
          let made = try library.backUp(reason: .asked, at: "2026-03-01T10:00:\(number)Z")
          let copy = try LibraryFile(path: try #require(made).path).open(writable: false)
          let tags = try copy.paper(PaperID(rawValue: 1))?.tags.count
          #expect(try copy.history(limit: nil).count == tags)
          try copy.close()
        }
      }
      try await group.waitForAll()
    }
    #expect(try library.paper(PaperID(rawValue: 1))?.tags.count == 60)
    #expect(try library.faults() == [])
    try library.close()
  }

  @Test("Where no backup can be made, the warning says so and the change stands")
  func cannot() throws {
    let folder = try TemporaryFolder()
    let library = try folder.library()
    try Data().write(to: folder.url.appendingPathComponent("backups"))
    try mark(library, "kept")
    let place = folder.url.appendingPathComponent("backups").path
    #expect(
      library.warningAfterBackUp(reason: .daily, at: Fixture.now)
        == "No backup was made at \(place) (Not a directory). The library is as it was; see that "
        + "the folder may be written to and has room.")
    #expect(try library.paper(PaperID(rawValue: 1))?.tags == ["kept"])
    try library.close()
    #expect(try folder.files == ["backups", "library.db"])
  }

  @Test("A damaged library makes no backup, so that good ones are not pushed out")
  func damaged() throws {
    let folder = try TemporaryFolder()
    try folder.library().close()
    var bytes = try folder.bytes
    bytes.replaceSubrange(8 * 4096..<9 * 4096, with: Data(repeating: 0xA5, count: 4096))
    try bytes.write(to: URL(fileURLWithPath: folder.path))
    let library = try folder.library()
    #expect(throws: LibraryError.self) { try library.backUp(reason: .daily, at: Fixture.now) }
    #expect(library.backups() == [])
    try library.close()
  }

  @Test("A copy at a path is made once and never over another file")
  func toPath() throws {
    let folder = try TemporaryFolder()
    let library = try folder.library()
    let path = folder.url.appendingPathComponent("copy.db").path
    try library.backUp(to: path)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(
      throws: LibraryError.backupFailed(path: path, reason: "something stands there already")
    ) { try library.backUp(to: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    try library.close()
    #expect(try folder.files == ["copy.db", "library.db"])
  }

  @Test("A library that can only be read can be copied elsewhere")
  func readOnly() throws {
    let folder = try TemporaryFolder()
    try folder.library().close()
    let library = try LibraryFile(path: folder.path).open(writable: false)
    let other = try TemporaryFolder()
    try library.backUp(to: other.path)
    try library.close()
    #expect(try folder.files == ["library.db"])
    let copy = try other.library()
    #expect(try copy.lists().map(\.slug) == ["order", "week"])
    try copy.close()
  }
}
