import Foundation
import TestSupport
import Testing

@Suite("Merging from the command line")
struct MergeCommandTests {
  @Test("A merge is previewed, made as one step after a backup, and undone")
  func round() throws {
    let program = try BuiltProgram()
    let other = program.home.appendingPathComponent("other.db").path
    _ = try program.run("--library", other, "mark", "read", "BERT")
    _ = try program.run("--library", other, "note", "BERT", "from the other machine")
    _ = try program.run("mark", "reading", "BERT")
    let before = try Data(contentsOf: URL(fileURLWithPath: other))
    let preview = try program.run("merge", other, "--dry-run")
    #expect(
      preview.output == """
        \(other) would bring 1 mark and 1 note
          arxiv:1810.04805: it is reading here and read there; read stands

        """)
    #expect(try program.run("note", "BERT").output.isEmpty)
    let json = try program.run("merge", other, "--dry-run", "--json").output
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(value["marks"] as? Int == 1 && (value["conflicts"] as? [Any])?.count == 1)
    let merged = try program.run("merge", other)
    #expect(merged.output.hasPrefix("Merged \(other): 1 mark and 1 note\n"))
    #expect(try program.run("note", "BERT").output == "from the other machine\n")
    #expect(try program.run("restore", "--list").output.contains("before-merge"))
    #expect(
      try program.run("merge", other).output.hasPrefix("Everything of \(other) is here already"))
    #expect(try program.run("undo").output == "Undone: Merged \(other): 1 mark and 1 note\n")
    #expect(try program.run("note", "BERT").output.isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: other)) == before)
  }

  @Test("What is no library, or is not there, is refused")
  func refusals() throws {
    let program = try BuiltProgram()
    _ = try program.run("lists")
    let file = program.home.appendingPathComponent("text.db").path
    try "text".write(toFile: file, atomically: true, encoding: .utf8)
    for path in [file, file + "x"] {
      let result = try program.run("merge", path)
      #expect(result.code == 4 && result.complaint.contains(path))
    }
    #expect(!FileManager.default.fileExists(atPath: file + "x"))
  }
}
