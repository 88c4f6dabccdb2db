import Foundation
import TestSupport
import Testing

/// Exports for other programs, as the built program writes them.
@Suite("Export formats")
struct ExportFormatsTests {
  @Test(
    "Every format is written for a list, a query and a paper",
    arguments: [
      ("org", "#+TITLE: ", "* "), ("html", "<!DOCTYPE html>", "<li>"), ("ris", "TY  - ", "TI  - "),
      ("csl-json", "[\n", "{\"source\""), ("csv", "\"key\"", "\"unread\""),
      ("json", "\"position\"", "\"remark\""), ("bibtex", "% ", "title = "),
    ])
  func selections(format: String, beginning: String, record: String) throws {
    let program = try BuiltProgram()
    for (selection, count) in [
      (["--list", "reading-order"], 31), (["--query", "author:vaswani year:2017"], 1),
      (["--paper", "1706.03762"], 1),
    ] {
      let result = try program.run(list: ["export", "--format", format] + selection)
      #expect(result.code == 0)
      #expect(result.output.contains(beginning))
      #expect(result.output.contains("Attention"))
      #expect(result.output.components(separatedBy: record).count > count)
    }
  }

  @Test(
    "A file of Lectern's own is brought up to date, and any other is left alone",
    arguments: [
      ("org", "mine.org", "#+TITLE: Mine\n"), ("html", "mine.html", "<!DOCTYPE html>\n<p>Mine\n"),
      ("ris", "mine.ris", "TY  - JOUR\r\nTI  - Mine\r\nDP  - Lectern\r\nER  - \r\n"),
      ("csl-json", "mine.json", "[\n{\"id\":\"mine\"}\n]\n"),
      ("csv", "mine.csv", "key,title,short name\n"),
    ])
  func ownFiles(format: String, name: String, other: String) throws {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent(name)
    let export = ["export", "--format", format, "-o", file.path]
    #expect(
      try program.run(list: export + ["--list", "paper-notes"]).output == "Wrote \(file.path)\n")
    #expect(
      try program.run(list: export + ["--list", "paper-notes"]).output
        == "\(file.path) is up to date\n")
    #expect(
      try program.run(list: export + ["--list", "reading-order"]).output == "Wrote \(file.path)\n")
    try Data(other.utf8).write(to: file)
    let result = try program.run(list: export + ["--list", "paper-notes"])
    #expect(result.code == 1 && result.complaint.contains("was left alone"))
    #expect(try Data(contentsOf: file) == Data(other.utf8))
  }

  @Test("Notes go along to Org and HTML, and --notes-only leaves papers without notes out")
  func notes() throws {
    let program = try BuiltProgram()
    _ = try program.run("note", "BERT", "The encoder <half>.")
    for (format, note, title) in [
      ("org", "The encoder <\u{200B}half>.", "** UNREAD "),
      ("html", "The encoder &lt;half&gt;.", "<li>"),
    ] {
      let export = ["export", "--format", format, "--list", "reading-order"]
      let all = try program.run(list: export).output
      #expect(all.contains(note) && all.components(separatedBy: title).count == 32)
      let noted = try program.run(list: export + ["--notes-only"]).output
      #expect(noted.contains(note) && noted.components(separatedBy: title).count == 2)
    }
  }
}
