import Foundation
import TestSupport
import Testing

@Suite("Papers by hand, from the command line")
struct FactsCommandTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("A paper is added without a list, is known again, and gets its title")
  func addAndEdit() throws {
    let program = try BuiltProgram()
    let added = try program.run("add", "https://arxiv.org/abs/2501.00001v2", "1706.03762", "--json")
    #expect(
      added.output == "[{\"key\":\"arxiv:2501.00001\",\"title\":\"arXiv 2501.00001\","
        + "\"change\":\"new\"},{\"key\":\"arxiv:1706.03762\","
        + "\"title\":\"Attention Is All You Need\",\"change\":\"same\"}]\n")
    let again = try program.run("add", "arXiv:2501.00001")
    #expect(again.code == 0 && again.output == "“arXiv 2501.00001” is in the library already\n")
    #expect(try program.run("search", "2501.00001").output.contains("arxiv:2501.00001"))
    let edit = try program.run(
      "edit", "2501.00001", "--title", "A Title", "--author", "A", "--author", "B", "--year",
      "2025", "--venue", "Somewhere", "--short-name", "T", "--abstract", "Words.", "--json")
    let paper = try object(edit.output)
    #expect(paper["title"] as? String == "A Title" && paper["year"] as? Int == 2025)
    #expect(
      paper["authors"] as? [String] == ["A", "B"] && paper["abstract"] as? String == "Words.")
    #expect(paper["venue"] as? String == "Somewhere" && paper["short_name"] as? String == "T")
    #expect(paper["identifiers"] as? [String] == ["arxiv:2501.00001"])
    #expect(
      try program.run("edit", "A Title", "--year", "").output
        == "Changed the year of “A Title”\n")
    #expect(try program.run("undo", "3").code == 0)
    #expect(try program.run("show", "2501.00001").code == 3)
  }

  @Test(
    "What is no identifier or no fact is wrong usage, and nothing is added",
    arguments: [
      ["add"], ["add", "attention"], ["add", "2501.00002", "attention"],
      ["add", "2501.00002", "2501.00003", "--title", "T"], ["add", "2501.00002", "--title", " "],
      ["edit", "BERT"], ["edit", "BERT", "--year", "19"], ["edit", "BERT", "--title", ""],
    ])
  func usage(_ arguments: [String]) throws {
    let program = try BuiltProgram()
    let result = try program.run(list: arguments)
    #expect(result.code == 2 && !result.complaint.isEmpty && result.output.isEmpty)
    #expect(try program.run("show", "2501.00002").code == 3)
    #expect(try program.run("edit", "no such paper", "--year", "2020").code == 3)
  }
}
