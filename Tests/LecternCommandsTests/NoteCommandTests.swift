import Foundation
import ReadingModel
import TestSupport
import Testing

@testable import LecternCommands

/// The notes of the command line, each run a process of its own.
@Suite("The note command")
struct NoteCommandTests {
  /// A program whose library has a note on BERT of three versions.
  private func program() throws -> BuiltProgram {
    let program = try BuiltProgram()
    for text in ["the win\nkept", "the gain\nkept", "the gain\nkept\nmore"] {
      _ = try program.run(
        list: ["note", "BERT"] + (text == "the win\nkept" ? [] : ["--note", "1"]) + [text])
    }
    return program
  }

  /// Variables that name a script as the person's editor.
  private func editor(_ lines: String, of program: BuiltProgram) throws -> [String: String] {
    ["EDITOR": try program.editor(lines), "LECTERN": BuiltProgram.path]
  }

  @Test("shows the difference of two versions, and restores one")
  func versions() throws {
    let program = try program()
    #expect(
      try program.run("note", "BERT", "--diff", "1..3").output
        == "- the win\n+ the gain\n  kept\n+ more\n")
    #expect(try program.run("note", "BERT", "--diff", "2").output == "  the gain\n  kept\n+ more\n")
    #expect(
      try program.run("note", "BERT", "--diff", "2", "--json").output.contains("\"kind\""))
    #expect(try program.run("note", "BERT", "--diff", "9").code == 3)
    #expect(try program.run("note", "BERT", "--diff", "x").code == 2)
    #expect(
      try program.run("note", "BERT", "--restore", "1").output
        == "Restored version 1 of the note on “BERT”\n")
    #expect(try program.run("note", "BERT").output == "the win\nkept\n")
    #expect(try program.run("note", "BERT", "--version", "3").output == "the gain\nkept\nmore\n")
    #expect(try program.run("note", "BERT", "--restore", "9").code == 1)
    _ = try program.run("undo")
    #expect(try program.run("note", "BERT").output == "the gain\nkept\nmore\n")
  }

  @Test(
    "changes nothing when the editor fails, is killed, or leaves the file as it was",
    arguments: ["echo x >> \"$1\"; exit 1", "echo x >> \"$1\"; kill -9 $$", "true"])
  func aborts(_ script: String) throws {
    let program = try program()
    let result = try program.run(
      "note", "BERT", "--edit", environment: editor(script, of: program))
    #expect(result.output == "The note stays as it was.\n" && result.code == 0)
    #expect(try program.run("note", "BERT").output == "the gain\nkept\nmore\n")
  }

  @Test("keeps the text as a draft when another program saved the note meanwhile")
  func conflict() throws {
    let program = try program()
    let result = try program.run(
      "note", "BERT", "--edit",
      environment: editor(
        "\"$LECTERN\" note BERT --note 1 theirs >&2; echo mine > \"$1\"", of: program))
    #expect(result.code == 1)
    #expect(
      result.complaint.contains("another program saved version 4 of that note while you wrote"))
    #expect(try program.run("note", "BERT").output == "theirs\n")
    let drafts = program.home.appendingPathComponent(".local/state/lectern/drafts").path
    let files = try #require(FileManager.default.enumerator(atPath: drafts)).compactMap {
      $0 as? String
    }
    .filter { $0.hasSuffix(".draft") }
    let draft = try String(
      contentsOfFile: "\(drafts)/\(#require(files.first))", encoding: .utf8)
    #expect(draft.hasSuffix("mine\n") && draft.contains("\n1@3\n"))
    #expect(result.complaint.contains(files[0]))
  }

  @Test("keeps the text as a draft when it cannot be saved")
  func refused() throws {
    let program = try program()
    let result = try program.run(
      "note", "BERT", "--edit",
      environment: editor(
        "\"$LECTERN\" undo 3 >&2; echo mine > \"$1\"", of: program))
    #expect(result.code == 1 && result.complaint.contains("your text is kept as a draft in"))
  }

  @Test("begins with a template, and saves nothing when nothing is added to it")
  func templates() throws {
    let program = try BuiltProgram()
    #expect(
      try program.run(
        "note", "BERT", "--template", "claim", "--edit",
        environment: editor("true", of: program)
      ).output == "No note was saved.\n")
    _ = try program.run(
      "note", "BERT", "--template", "claim", "--edit",
      environment: editor("echo here >> \"$1\"", of: program))
    let note = try program.run("note", "BERT").output
    #expect(note.hasPrefix("# Claim\n\nBERT: Pre-training") && note.hasSuffix("here\n"))
    let unknown = try program.run("note", "BERT", "--template", "poem", "--edit")
    #expect(unknown.code == 3 && unknown.complaint.contains("claim, evidence, doubt"))
    #expect(try program.run("note", "BERT", "--template", "claim").code == 2)
  }

  @Test("takes templates of one's own from the configuration")
  func ownTemplates() throws {
    let (configuration, problems) = Configuration.parse(
      "[note-templates]\nquestion = \"Why {title}?\"\nclaim = \"Says {key}\"\ndoubt = \"\"\nwrong = 3\n",
      file: "config.toml")
    #expect(configuration.noteTemplates.map(\.name) == ["claim", "evidence", "question"])
    #expect(configuration.noteTemplates.first?.text == "Says {key}")
    #expect(problems.map(\.line) == [5])
  }
}
