import TestSupport
import Testing

@Suite("Papers that are one, in lines")
struct LinearOneWorkTests {
  @Test("Another paper goes into the one said last, and an identifier comes out of it")
  func round() throws {
    let program = try BuiltProgram()
    _ = try program.run("add", "2501.00001")
    let said = try program.run(
      "--linear",
      input: """
        show BERT
        same-as
        2501.00001
        split
        arxiv:2501.00001
        quit

        """
    ).output
    for sentence in [
      "Which paper is the same? A number, a key or words.",
      "Merged “arXiv 2501.00001” into “BERT”. `undo` takes it back.",
      "Which one is another paper? It has arxiv:1810.04805 and arxiv:2501.00001.",
      "Split arxiv:2501.00001 off “BERT”. `undo` takes it back.",
    ] {
      #expect(said.contains(sentence), "\(sentence)\nis not in\n\(said)")
    }
    #expect(try program.run("show", "2501.00001").output.contains("arXiv 2501.00001"))
  }
}
