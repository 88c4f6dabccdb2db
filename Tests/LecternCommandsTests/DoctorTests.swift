import Foundation
import TestSupport
import Testing

@testable import LecternCommands

@Suite("The doctor")
struct DoctorTests {
  @Test("A sound library is sound in words and in JSON")
  func sound() throws {
    let program = try BuiltProgram()
    _ = try program.run("mark", "read", "BERT")
    let result = try program.run("doctor")
    #expect(result.code == 0 && result.complaint.isEmpty)
    #expect(result.output.split(separator: "\n").allSatisfy { $0.hasPrefix("sound\t") })
    let json = try program.run("doctor", "--json").output
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(value["state"] as? String == "sound")
    #expect(value["library"] as? String == program.library)
    let checks = try #require(value["checks"] as? [[String: Any]])
    #expect(checks.count == 19)
    #expect(
      checks.allSatisfy { Set($0.keys) == ["name", "state", "message", "details", "repair"] })
  }

  @Test("A finding is exit code 1, and --fix says what it does and mends it")
  func finding() throws {
    let program = try BuiltProgram()
    _ = try program.run("mark", "read", "BERT")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: program.library)
    let found = try program.run("doctor")
    #expect(found.code == 1)
    #expect(found.output.contains("finding\tpermissions\tOthers have rights on the library."))
    #expect(found.complaint.contains("lectern doctor --fix"))
    #expect(found.complaint.contains("Let nobody but you read or change the library"))
    let fixed = try program.run("doctor", "--fix")
    #expect(fixed.code == 0)
    #expect(fixed.output.hasPrefix("Let nobody but you read or change the library"))
    #expect(try program.run("doctor").code == 0)
    #expect(try program.run("restore", "--list").output.contains("before-repair"))
    #expect(try program.run("doctor", "--fix").output.hasPrefix("There is nothing"))
  }

  @Test("Notes that were typed and not saved are the reader's alone")
  func openDrafts() throws {
    let program = try BuiltProgram()
    _ = try program.run("lists")
    let folder = DraftFolder(
      drafts: program.home.appendingPathComponent(".local/state/lectern/drafts").path,
      library: program.library)
    try folder.save(
      DraftFolder.Draft(
        paper: "arxiv:1706.03762", note: nil, written: "2026-03-01T10:00:00Z", body: "half"))
    let draft = try #require(FileManager.default.subpaths(atPath: folder.path)?.first)
    let paths = [(folder.path, 0o755), ("\(folder.path)/\(draft)", 0o644)]
    for (path, mode) in paths {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    let found = try program.run("doctor").output
    #expect(found.contains("\(folder.path) can be entered by others"))
    #expect(found.contains("\(folder.path)/\(draft) can be read or written by others"))
    _ = try program.run("doctor", "--fix")
    let modes = try paths.map {
      try FileManager.default.attributesOfItem(atPath: $0.0)[.posixPermissions] as? Int
    }
    #expect(modes == [0o700, 0o600])
    #expect(folder.drafts().map(\.body) == ["half"])
  }

  @Test("A note that was typed and not saved is a finding that --fix leaves alone")
  func draft() throws {
    let program = try BuiltProgram()
    _ = try program.run("lists")
    try DraftFolder(
      drafts: program.home.appendingPathComponent(".local/state/lectern/drafts").path,
      library: program.library
    ).save(
      DraftFolder.Draft(
        paper: "arxiv:1706.03762", note: nil, written: "2026-03-01T10:00:00Z", body: "half"))
    for arguments in [["doctor"], ["doctor", "--fix"]] {
      let result = try program.run(list: arguments)
      #expect(result.code == 1)
      #expect(result.output.contains("finding\tdrafts\tNotes were typed and not saved"))
      #expect(result.output.contains("2026-03-01T10:00:00Z  arxiv:1706.03762"))
    }
  }

  @Test("A repair is one step or leaves a backup, so that it can be taken back")
  func undoable() throws {
    let program = try BuiltProgram()
    _ = try program.run("mark", "queued", "BERT")
    let before = try program.run("export", "--format", "json").output
    #expect(try program.run("doctor", "--fix").output.hasPrefix("There is nothing"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: program.library)
    #expect(try program.run("doctor", "--fix").code == 0)
    let backup = try #require(
      try program.run("restore", "--list").output.split(separator: "\n")
        .first { $0.contains("before-repair") }?.split(separator: "\t").first)
    #expect(try program.run("restore", String(backup)).code == 0)
    #expect(try program.run("export", "--format", "json").output == before)
  }

  @Test("A damaged library is exit code 4, with the backup to go back to")
  func damaged() throws {
    let program = try BuiltProgram()
    _ = try program.run("mark", "read", "BERT")
    let library = URL(fileURLWithPath: program.library)
    var bytes = try Data(contentsOf: library)
    bytes.replaceSubrange(0..<200, with: Data(repeating: 0xA5, count: 200))
    try bytes.write(to: library)
    for arguments in [["doctor"], ["doctor", "--fix"], ["doctor", "--json"]] {
      let result = try program.run(list: arguments)
      #expect(result.code == 4)
      #expect(result.output.contains("damaged") && result.output.contains("lectern restore "))
    }
    #expect(try Data(contentsOf: library) == bytes)
    let backup = try #require(
      try program.run("restore", "--list").output.split(separator: "\t").first)
    #expect(try program.run("restore", String(backup)).code == 0)
    #expect(try program.run("doctor").code == 0)
    #expect(try program.run("search", "status:read").output.contains("BERT"))
  }
}
