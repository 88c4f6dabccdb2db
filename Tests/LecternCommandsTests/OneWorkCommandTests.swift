import Foundation
import TestSupport
import Testing

@Suite("Merging and splitting papers from the command line")
struct OneWorkCommandTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("Two papers become one and are taken apart again; doctor names the command")
  func round() throws {
    let program = try BuiltProgram()
    _ = try program.run("add", "2501.00001", "--title", "One work")
    _ = try program.run("add", "https://example.org/one-work")
    _ = try program.run("edit", "https://example.org/one-work", "--title", "One work")
    let ill = try program.run("doctor")
    #expect(ill.code == 1 && ill.output.contains("`lectern same` makes one of two"))
    let same = try program.run(
      "same", "2501.00001", "https://example.org/one-work", "--json")
    #expect(
      try object(same.output)["identifiers"] as? [String]
        == ["arxiv:2501.00001", "url:https://example.org/one-work"])
    #expect(try program.run("doctor").code == 0)
    #expect(
      try object(program.run("show", "https://example.org/one-work", "--json").output)["key"]
        as? String == "arxiv:2501.00001")
    let split = try program.run(
      "split", "2501.00001", "https://example.org/one-work", "--title", "Another", "--json")
    let parts = try object(split.output)
    #expect((parts["paper"] as? [String: Any])?["key"] as? String == "arxiv:2501.00001")
    #expect((parts["new"] as? [String: Any])?["title"] as? String == "Another")
    #expect(
      try program.run("same", "One work", "Another").output
        == "Merged “Another” into “One work”\n")
    #expect(try program.run("undo", "6").code == 0)
    #expect(try program.run("history").output.split(separator: "\n").count == 6)
  }

  @Test("What is not there, or no identifier, has its own exit code and sentence")
  func refusals() throws {
    let program = try BuiltProgram()
    #expect(try program.run("same", "BERT", "no such paper").code == 3)
    #expect(try program.run("same", "BERT", "BERT").code == 1)
    #expect(try program.run("split", "BERT", "nothing").code == 2)
    let missing = try program.run("split", "BERT", "2501.00001")
    #expect(missing.code == 3 && missing.complaint.contains("arxiv:1810.04805"))
    #expect(try program.run("split", "BERT", "1810.04805", "--list", "nowhere").code == 1)
    let circle = try program.run("same", "1706.03762", "InstructGPT")
    #expect(circle.code == 1 && circle.complaint.contains("circle"))
    #expect(try program.run("history").output.isEmpty)
  }
}
