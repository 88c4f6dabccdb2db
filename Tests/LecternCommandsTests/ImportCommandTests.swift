import Foundation
import TestSupport
import Testing

/// Whole output of imports, each a process of its own.
@Suite("Importing from the command line")
struct ImportCommandTests {
  private let list = """
    ---
    title: A week
    kind: weekly
    issued: 2025-03-03
    ---

    ## Papers

    - [New work](https://arxiv.org/abs/2501.00001)
      - arxiv: 2501.00001

    - [BERT](https://arxiv.org/abs/1810.04805)
      - arxiv: 1810.04805

      Still worth it.

    """

  private func write(_ text: String, _ name: String, in program: BuiltProgram) throws -> String {
    let file = program.home.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  @Test("A dry run prints the plan, the import one sentence, and undo takes all of it back")
  func wholeWay() throws {
    let program = try BuiltProgram()
    let file = try write(list, "week.md", in: program)
    let before = try program.run("lists", "--json").output
    let plan = try program.run("import", file, "--dry-run").output
    #expect(
      plan == """
        \(file): lectern, 2 entries
          new list a-week “A week” (weekly, 2025-03-03)
            Papers
            + New work
            + BERT (in the library already)
          2 new, 0 same, 0 changed, 0 moved, 0 gone

        """)
    #expect(try program.run("lists", "--json").output == before)
    #expect(try program.run("import", file).output == "Imported “A week”: 2 new, 0 same\n")
    #expect(try program.run("list", "a-week").output.contains("arxiv:2501.00001"))
    #expect(
      try program.run("import", file).output == "Nothing to import: 0 new, 2 same\n")
    #expect(
      try program.run("undo").output == "Undone: Imported “A week”: 2 new, 0 same\n")
    #expect(try program.run("lists", "--json").output == before)
    #expect(try program.run("show", "2501.00001").code == 3)
  }

  @Test("A second import of the same file leaves every byte of the library as it is")
  func sameBytes() throws {
    let program = try BuiltProgram()
    let file = try write(list, "week.md", in: program)
    _ = try program.run("import", file)
    let library = URL(fileURLWithPath: program.library)
    let before = try Data(contentsOf: library)
    #expect(try program.run("import", file).code == 0)
    #expect(try Data(contentsOf: library) == before)
  }

  @Test("The plan as JSON has the documented shape")
  func json() throws {
    let program = try BuiltProgram()
    let file = try write(list, "week.md", in: program)
    let output = try program.run("import", file, "--dry-run", "--json").output
    let value = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    let documents = try #require(value?["documents"] as? [[String: Any]])
    #expect(documents.count == 1)
    for (key, count) in [
      ("entries", 2), ("new", 2), ("same", 0), ("changed", 0), ("moved", 0), ("gone", 0),
    ] {
      #expect(documents[0][key] as? Int == count)
    }
    #expect(documents[0]["format"] as? String == "lectern")
    let lists = try #require(documents[0]["lists"] as? [[String: Any]])
    #expect(
      lists[0]["slug"] as? String == "a-week" && lists[0]["issued"] as? String == "2025-03-03")
    #expect((documents[0]["conflicts"] as? [Any])?.isEmpty == true)
  }

  @Test("Folders, standard input and several files come in at once, and what fails is named")
  func several() throws {
    let program = try BuiltProgram()
    _ = try write(list, "lists/week.md", in: program)
    _ = try write("", "lists/empty.md", in: program)
    _ = try write(list, "lists/.hidden/other.md", in: program)
    let folder = program.home.appendingPathComponent("lists").path
    let result = try program.run(
      list: ["import", folder, "-", "missing.md"],
      input: list.replacingOccurrences(of: "A week", with: "Another week"))
    #expect(result.code == 1)
    #expect(result.output == "Imported 2 lists: 4 new, 0 same\n")
    #expect(result.complaint.contains("missing.md: there is no such file"))
    #expect(result.complaint.contains("empty.md: found no entries"))
  }

  @Test("A file that is no list is refused with what was looked for")
  func noList() throws {
    let program = try BuiltProgram()
    let file = try write("\u{0}\u{1}", "x.bin", in: program)
    let result = try program.run("import", file)
    #expect(result.code == 1)
    #expect(result.complaint.contains("x.bin: found no entries"))
    #expect(try program.run("import", file, "--format", "papyrus").code == 3)
    #expect(try program.run("import", file, "--issued", "2025-02-30").code == 2)
  }
}
