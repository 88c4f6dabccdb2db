import Foundation
import TestSupport
import Testing

/// Whole output of commands that change the library, each a process of its own.
@Suite("Commands that change")
struct ChangingCommandsTests {
  @Test("A mark moves next on, undo in another process takes it back, the history says both")
  func markAndUndo() throws {
    let program = try BuiltProgram()
    let first = try program.run("next", "reading-order").output
    #expect(
      try program.run("mark", "read", "1706.03762").output
        == "Marked “Attention Is All You Need” as read\n")
    let second = try program.run("next", "reading-order").output
    #expect(second != first && second.contains("because you have read its prerequisite"))
    #expect(
      try program.run("undo").output == "Undone: Marked “Attention Is All You Need” as read\n")
    #expect(try program.run("next", "reading-order").output == first)
    let history = try program.run("history").output
    #expect(history.contains("\tundone\tMarked “Attention Is All You Need” as read\tundone 20"))
    #expect(
      try program.run("redo").output == "Redone: Marked “Attention Is All You Need” as read\n")
    #expect(try program.run("next", "reading-order").output == second)
  }

  @Test("Tags, the queue and prerequisites are set from the command line")
  func tagsQueueAndPrerequisites() throws {
    let program = try BuiltProgram()
    #expect(try program.run("tag", "BERT", "+encoder", "+nlp").output.hasPrefix("Tagged “BERT”"))
    #expect(
      try program.run("tag", "BERT", "-nlp").output == "Took #nlp off “BERT”\n")
    #expect(try program.run("search", "tag:encoder").output.contains("arxiv:1810.04805"))
    _ = try program.run("queue", "add", "DPO", "BERT")
    #expect(try program.run("queue", "move", "BERT", "1").code == 0)
    let queue = try program.run("queue").output.split(separator: "\n").map {
      $0.split(separator: "\t")[2]
    }
    #expect(queue == ["arxiv:1810.04805", "arxiv:2305.18290"])
    #expect(try program.run("queue", "remove", "DPO").code == 0)
    #expect(try program.run("queue", "remove", "DPO").code == 1)
    #expect(
      try program.run("prerequisite", "add", "ReAct", "DPO", "--why", "for a test").code == 0)
    let circle = try program.run("prerequisite", "add", "1706.03762", "ReAct")
    #expect(circle.code == 1 && circle.complaint.contains("circle"))
    #expect(try program.run("prerequisite", "remove", "ReAct", "DPO").code == 0)
  }

  @Test("A note is saved, listed, versioned and exported, and a second export changes no byte")
  func notes() throws {
    let program = try BuiltProgram()
    #expect(
      try program.run("note", "BERT", "-", input: "masked\n\nwords\n").output
        == "Saved a note on “BERT”\n")
    #expect(try program.run("note", "BERT").output == "masked\n\nwords\n")
    #expect(try program.run("note", "BERT", "--note", "1", "masked words only").code == 0)
    #expect(try program.run("note", "BERT", "--version", "1").output == "masked\n\nwords\n")
    #expect(try program.run("note", "BERT", "--version", "9").code == 3)
    let folder = program.home.appendingPathComponent("notes")
    let export = ["export", "--format", "markdown", "--notes-only", "-o", folder.path]
    #expect(try program.run(list: export).output.hasPrefix("Wrote 1 of 1 notes"))
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let before = try files.map { try Data(contentsOf: $0) }
    #expect(try String(contentsOf: files[0], encoding: .utf8).contains("masked words only"))
    #expect(try program.run(list: export).output.hasSuffix("1 were up to date\n"))
    #expect(try files.map { try Data(contentsOf: $0) } == before)
    try "mine".write(to: files[0], atomically: true, encoding: .utf8)
    #expect(try program.run(list: export).code == 1)
    #expect(try String(contentsOf: files[0], encoding: .utf8) == "mine")
  }

  @Test("An earlier step is taken back by its number, and the history shows it")
  func undoStep() throws {
    let program = try BuiltProgram()
    _ = try program.run("mark", "read", "BERT")
    _ = try program.run("mark", "read", "ReAct")
    #expect(
      try program.run("undo", "--step", "1").output
        == "Took back step 1: Marked “BERT” as read\n")
    #expect(try program.run("search", "status:read").output.split(separator: "\n").count == 1)
    let blocked = try program.run("undo", "--step", "1")
    #expect(blocked.code == 1 && blocked.complaint.contains("Step 3, “Took back step 1"))
    #expect(try program.run("undo", "--step", "9").complaint.contains("no step 9"))
    #expect(try program.run("undo", "2", "--step", "1").code == 2)
    #expect(try program.run("undo", "3").code == 0)
    #expect(try program.run("search", "status:read").output.isEmpty)
  }

  @Test("An empty note is refused in a sentence")
  func emptyNote() throws {
    let result = try BuiltProgram().run("note", "BERT", "-", input: " \n")
    #expect(result.code == 1)
    #expect(result.complaint == "lectern: the note is empty, so nothing was saved\n")
  }

  @Test("BibTeX and JSON are written, and a stranger's file is left alone")
  func exports() throws {
    let program = try BuiltProgram()
    let bibtex = try program.run("export", "--format", "bibtex", "--paper", "1706.03762").output
    #expect(bibtex.contains("@inproceedings{vaswani2017attention,"))
    let file = program.home.appendingPathComponent("papers.bib")
    let export = [
      "export", "--format", "bibtex", "--list", "paper-notes", "-o", file.path,
    ]
    #expect(try program.run(list: export).code == 0)
    #expect(try program.run(list: export).output == "\(file.path) is up to date\n")
    try "@article{mine}".write(to: file, atomically: true, encoding: .utf8)
    #expect(try program.run(list: export).code == 1)
    #expect(try String(contentsOf: file, encoding: .utf8) == "@article{mine}")
    let json = try program.run("export", "--format", "json", "--list", "paper-notes").output
    #expect(try json == program.run("list", "paper-notes", "--json").output)
  }

  @Test(
    "A file that only looks like an export is left alone",
    arguments: [
      ("json", "mine.json", "[\n  1\n]\n"), ("json", "mine.json", "[]"),
      ("json", "mine.json", "{\n  \"slug\": \"mine\"\n}\n"),
      ("markdown", "mine.md", "---\ntitle: My own page\n---\n\n- a thought\n"),
      ("markdown", "mine.md", "- [A paper](https://example.org)\n"),
    ])
  func lookalikes(format: String, name: String, text: String) throws {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent(name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    let result = try program.run(
      "export", "--format", format, "--list", "paper-notes", "-o", file.path)
    #expect(result.code == 1 && result.complaint.contains("was left alone"))
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test("A document of notes is brought up to date")
  func ownNotes() throws {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent("notes.md").path
    for text in ["first", "second"] {
      _ = try program.run("note", "BERT", text)
      #expect(try program.run("export", "--notes-only", "-o", file).output == "Wrote \(file)\n")
    }
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("second"))
  }

  @Test("A JSON export of Lectern's own is brought up to date")
  func ownExport() throws {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent("list.json").path
    let export = ["export", "--format", "json", "--list", "reading-order", "-o", file]
    #expect(try program.run(list: export).code == 0)
    _ = try program.run("mark", "read", "1706.03762")
    #expect(try program.run(list: export).output == "Wrote \(file)\n")
  }
}
