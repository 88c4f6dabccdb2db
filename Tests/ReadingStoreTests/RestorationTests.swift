import Foundation
import GRDB
import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Going back to a backup")
struct RestorationTests {
  private let later = "2026-03-02T10:00:00Z"

  private func tag(_ library: Library, _ tag: String) throws {
    _ = try library.change(at: Fixture.now) { editor in
      try editor.addTag(tag, to: PaperID(rawValue: 1))
      return "Tagged \(tag)"
    }
  }

  private func tags(_ path: String) throws -> [String]? {
    let library = try LibraryFile(path: path).open(writable: false)
    defer { try? library.close() }
    return try library.paper(PaperID(rawValue: 1))?.tags
  }

  @Test("The backup stands in the library's place, and the library among the backups")
  func thereAndBack() throws {
    let folder = try TemporaryFolder()
    let library = try folder.library()
    try tag(library, "old")
    let backup = try #require(try library.backUp(reason: .daily, at: Fixture.now))
    try tag(library, "new")
    try library.close()
    let kept = try #require(
      try Library.restore(from: backup.path, to: folder.path, at: later))
    #expect(kept.name == "library-2026-03-02T100000Z-set-aside.db")
    #expect(try tags(folder.path) == ["old"])
    #expect(try tags(kept.path) == ["new", "old"])
    #expect(try tags(backup.path) == ["old"])
    #expect(try folder.files == ["backups", "library.db"])
    let restored = try folder.library()
    #expect(try restored.undo(at: later)?.label == "Tagged old")
    #expect(try restored.database.unsafeRead(JournalMode.current) == .wal)
    #expect(try restored.faults() == [])
    try restored.close()
    _ = try Library.restore(from: kept.path, to: folder.path, at: later)
    #expect(try tags(folder.path) == ["new", "old"])
    #expect(Library.backups(ofLibraryAt: folder.path).count == 3)
  }

  @Test("Where no library stands, the backup comes to stand there")
  func noLibrary() throws {
    let folder = try TemporaryFolder()
    let library = try folder.library()
    let backup = try #require(try library.backUp(reason: .daily, at: Fixture.now))
    try library.close()
    try FileManager.default.removeItem(atPath: folder.path)
    #expect(try Library.restore(from: backup.path, to: folder.path, at: later) == nil)
    #expect(try folder.files == ["backups", "library.db"])
    #expect(try tags(folder.path) == [])
  }

  @Test("A damaged library is set aside as it is, with its log")
  func damagedLibrary() throws {
    let folder = try TemporaryFolder()
    let library = try folder.library()
    let backup = try #require(try library.backUp(reason: .daily, at: Fixture.now))
    try library.close()
    let rubbish = Data("rubbish".utf8)
    try rubbish.write(to: URL(fileURLWithPath: folder.path))
    try rubbish.write(to: URL(fileURLWithPath: folder.path + "-wal"))
    let kept = try #require(
      try Library.restore(from: backup.path, to: folder.path, at: later))
    #expect(try tags(folder.path) == [])
    #expect(try folder.files == ["backups", "library.db"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: kept.path)) == rubbish)
    #expect(try Data(contentsOf: URL(fileURLWithPath: kept.path + "-wal")) == rubbish)
  }

  @Test("A file that is no sound library is refused, and nothing changes")
  func unfit() throws {
    let folder = try TemporaryFolder()
    let library = try folder.library()
    try library.close()
    let before = try folder.bytes
    let other = try TemporaryFolder()
    try other.library().close()
    let sound = try other.bytes
    var damaged = sound
    damaged.replaceSubrange(8 * 4096..<9 * 4096, with: Data(repeating: 0xA5, count: 4096))
    let path = other.url.appendingPathComponent("candidate.db").path
    for bytes in [Data(), Data("text".utf8), damaged] {
      try bytes.write(to: URL(fileURLWithPath: path))
      #expect(throws: LibraryError.self) {
        try Library.restore(from: path, to: folder.path, at: later)
      }
    }
    let queue = try DatabaseQueue(path: other.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    for (path, error) in [
      (other.path, LibraryError.newerThanProgram(path: other.path, version: 99)),
      (path + "x", .cannotOpen(path: path + "x", reason: "there is no such file")),
    ] {
      #expect(throws: error) { try Library.restore(from: path, to: folder.path, at: later) }
    }
    #expect(try folder.bytes == before)
    #expect(try folder.files == ["library.db"])
  }

  @Test("A library that another program has open is left in its place")
  func inUse() throws {
    let folder = try TemporaryFolder()
    let library = try folder.library()
    let backup = try #require(try library.backUp(reason: .daily, at: Fixture.now))
    try tag(library, "mine")
    #expect(throws: LibraryError.busy(path: folder.path)) {
      try Library.restore(from: backup.path, to: folder.path, at: later)
    }
    try tag(library, "yours")
    #expect(try library.paper(PaperID(rawValue: 1))?.tags == ["mine", "yours"])
    #expect(library.backups() == [backup])
    try library.close()
    #expect(try folder.files == ["backups", "library.db"])
  }

  @Test("On a file system of several machines a library keeps no write-ahead log")
  func shared() throws {
    let folder = try TemporaryFolder()
    try folder.library().close()
    var file = LibraryFile(path: folder.path)
    file.journalMode = { _ in .delete }
    let library = try #require(try file.open())
    #expect(try library.database.unsafeRead(JournalMode.current) == .delete)
    try tag(library, "x")
    #expect(try folder.files == ["library.db"])
    try library.close()
    let other = try TemporaryFolder()
    file = LibraryFile(path: other.path)
    file.journalMode = { _ in .delete }
    let made = try file.make(at: Fixture.then) { [Fixture.week] }
    try tag(made, "x")
    #expect(try other.files == ["library.db"])
    try made.close()
  }

  @Test(
    "Types of file systems that may be shared are known",
    arguments: [(0x6969, "NFS"), (0xFF53_4D42, "SMB"), (0x6573_5546, "FUSE")])
  func networkTypes(type: Int, name: String) {
    #expect(NetworkFileSystem.name(ofType: UInt32(type)) == name)
    #expect(NetworkFileSystem.name(ofType: 0xEF53) == nil)
  }
}
