import Foundation
import TestSupport
import Testing

@Suite("Backups from the command line")
struct BackupCommandTests {
  private func backups(_ program: BuiltProgram) throws -> [String] {
    try program.run("restore", "--list").output.split(separator: "\n")
      .map { String($0.prefix { $0 != "\t" }) }
  }

  @Test("The first change of a day makes a backup, the next ones none")
  func daily() throws {
    let program = try BuiltProgram()
    #expect(try program.run("lists").code == 0)
    #expect(try backups(program) == [])
    #expect(try program.run("tag", "BERT", "-none").complaint.isEmpty)
    #expect(try backups(program) == [])
    for _ in 0..<2 {
      #expect(try program.run("mark", "read", "BERT").complaint.isEmpty)
      #expect(try program.run("mark", "unread", "BERT").complaint.isEmpty)
      #expect(try backups(program).count == 1)
    }
    #expect(try backups(program)[0].hasSuffix("-daily.db"))
  }

  @Test("A library is backed up, changed, restored, and the restore taken back")
  func round() throws {
    let program = try BuiltProgram()
    _ = try program.run("note", "BERT", "first thought")
    let made = try program.run("backup")
    #expect(made.output.hasPrefix("Backed up to \(program.home.path)/backups/library-"))
    _ = try program.run("note", "BERT", "--note", "1", "second thought")
    let name = try #require(try backups(program).first { $0.hasSuffix("-asked.db") })
    let restored = try program.run("restore", name)
    #expect(restored.code == 0 && restored.output.contains("to go back: lectern restore library-"))
    #expect(try program.run("note", "BERT").output == "first thought\n")
    let aside = try #require(try backups(program).first { $0.hasSuffix("-set-aside.db") })
    #expect(try program.run("restore", aside).code == 0)
    #expect(try program.run("note", "BERT").output == "second thought\n")
    let json = try program.run("restore", "--list", "--json").output
    let values = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(
      Set(values.compactMap { $0["reason"] as? String }).isSuperset(of: ["asked", "set-aside"]))
    #expect(values.allSatisfy { Set($0.keys) == ["path", "made", "reason", "bytes"] })
  }

  @Test("A copy goes to a file or into a folder, and never over what is there")
  func toPath() throws {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent("copy.db").path
    #expect(try program.run("backup", file).output == "Backed up to \(file)\n")
    let again = try program.run("backup", file)
    #expect(again.code == 1 && again.complaint.contains("something stands there already"))
    let folder = program.home.appendingPathComponent("folder")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    #expect(try program.run("backup", folder.path).code == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
  }

  @Test("What cannot be restored is named, and the exit code says why")
  func refusals() throws {
    let program = try BuiltProgram()
    _ = try program.run("lists")
    #expect(try program.run("restore").code == 2)
    #expect(try program.run("restore", "a", "--list").code == 2)
    #expect(try program.run("restore", "nothing.db").code == 4)
    let file = program.home.appendingPathComponent("text.db")
    try "text".write(to: file, atomically: true, encoding: .utf8)
    let result = try program.run("restore", file.path)
    #expect(result.code == 4 && result.complaint.contains("is not a Lectern library"))
    #expect(try program.run("lists").code == 0)
  }

  @Test("A backup that cannot be made is a warning, and the change stands")
  func warning() throws {
    let program = try BuiltProgram()
    try "".write(
      to: program.home.appendingPathComponent("backups"), atomically: true, encoding: .utf8)
    let result = try program.run("mark", "read", "BERT")
    #expect(result.code == 0)
    #expect(result.output == "Marked “BERT” as read\n")
    #expect(result.complaint.hasPrefix("lectern: No backup was made at"))
  }
}
