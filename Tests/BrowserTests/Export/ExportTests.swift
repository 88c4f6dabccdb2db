import ReadingModel
import Terminal
import TestSupport
import Testing

@testable import Browser

@Suite("Exporting")
struct ExportTests {
  @Test("asks what, how and where, and says what was written")
  func threeKeys() throws {
    let played = try Played("X 1 4 1")
    let export = try #require(played.library.exports.first)
    #expect(export.request.format == .bibtex && !export.request.notesOnly)
    guard case .source(.list) = export.request.scope else {
      Issue.record("The list on the screen was meant.")
      return
    }
    #expect(export.path.hasSuffix(".bib"))
    #expect(played.footer.contains("Wrote \(export.path)."))
    #expect(played.library.changes.isEmpty)
  }

  @Test("takes the papers selected, a range, or all but some")
  func selections() throws {
    let some = try Played("g g Space Space X 1 1 1")
    guard case .papers(let papers)? = some.library.exports.first?.request.scope else {
      Issue.record("Papers were selected.")
      return
    }
    #expect(papers.count == 2)
    let range = try Played("g g V j j X Enter Enter Enter")
    guard case .part(_, 0, 3, [])? = range.library.exports.first?.request.scope else {
      Issue.record("A range was selected.")
      return
    }
    let rest = try Played("* Space X Enter Enter Enter")
    guard case .part(_, 0, nil, let left)? = rest.library.exports.first?.request.scope else {
      Issue.record("All but one were selected.")
      return
    }
    #expect(left.count == 1)
  }

  @Test("takes what a search found, a filter left, and the paper under the cursor")
  func shown() throws {
    let search = try Played("/ type:tiling Enter X 1 1 1")
    guard case .source(.search)? = search.library.exports.first?.request.scope else {
      Issue.record("A search was shown.")
      return
    }
    let filter = try Played("f type:attention Enter X 1 1 1")
    guard case .source(.filtered)? = filter.library.exports.first?.request.scope else {
      Issue.record("A filter was shown.")
      return
    }
    let paper = try Played("X 2 1 1")
    guard case .papers(let papers)? = paper.library.exports.first?.request.scope else {
      Issue.record("A paper is under the cursor.")
      return
    }
    #expect(papers.count == 1)
  }

  @Test("writes notes alone in the formats that have notes")
  func notes() throws {
    let played = try Played("X 4 3 1")
    let export = try #require(played.library.exports.first)
    #expect(export.request.notesOnly && export.request.format == .html)
    #expect(export.path.hasSuffix("-notes.html"))
    #expect(!(try Played("X 4").screen.text().contains("bibtex")))
  }

  @Test("puts what is small on the clipboard, and says when it is not")
  func clipboard() throws {
    let played = try Played("X 1 7 3")
    #expect(played.backend.clipboard.count == 1)
    #expect(played.footer.contains("Copied ") && played.library.exports.isEmpty)
    let large = try Played("X 3 7 3")
    #expect(large.backend.clipboard.isEmpty)
    #expect(large.footer.contains("100 kB and the clipboard takes 74 at most"))
  }

  @Test("asks before a file is replaced, and goes back to the path after a no")
  func replacing() throws {
    let script = "X 1 7 2 type:a.csv Enter"
    func played(_ rest: String) throws -> Played {
      let library = FakeLibrary()
      library.standingFiles = ["a.csv"]
      return try Played(script + rest, library: library)
    }
    let asked = try played("")
    #expect(asked.library.exports.isEmpty && asked.footer.contains("Replace a.csv?"))
    #expect(try played(" y").library.exports.map(\.path) == ["a.csv"])
    let refused = try played(" n")
    #expect(refused.library.exports.isEmpty)
    #expect(refused.screen.text().contains("Write to: a.csv"))
    #expect(try played(" n type:.new Enter").library.exports.map(\.path) == ["a.csv.new"])
  }

  @Test("keeps the path and says what is wrong with it")
  func refused() throws {
    let library = FakeLibrary()
    library.exportProblem = "no room is left on the disk"
    let played = try Played("X 1 1 2 type:notes/ Enter", library: library)
    #expect(played.screen.text().contains("Write to: notes/"))
    #expect(played.footer.contains("no room is left on the disk"))
    #expect(try Played("X 1 1 1", library: library).footer.contains("no room is left"))
  }

  @Test("goes back a step with each Esc, and leaves the screen as it was")
  func back() throws {
    let before = try Played("")
    let after = try Played("X 1 1 2 type:x Esc Esc Esc Esc")
    #expect(after.screen == before.screen)
    #expect(try Played("X 1 1 2 Esc").screen == (try Played("X 1 1 j").screen))
    #expect(after.library.exports.isEmpty)
  }

  @Test("is a command with a format and a path, and asks where without one")
  func command() throws {
    let named = try Played(": type:export\\ csv\\ my\\ list.csv Enter")
    #expect(named.library.exports.map(\.path) == ["my list.csv"])
    #expect(named.library.exports.first?.request.format == .csv)
    #expect(try Played(": type:export\\ ris Enter").screen.text().contains("The clipboard"))
    #expect(try Played(": type:export Enter").screen.text().contains("All papers"))
    let wrong = try Played(": type:export\\ docx Enter")
    #expect(wrong.footer.contains("“docx” does not fit; write :export FORMAT [FILE]."))
    let library = FakeLibrary()
    library.standingFiles = ["a.csv"]
    let replaced = try Played(": type:export\\ csv\\ a.csv Enter y", library: library)
    #expect(replaced.library.exports.map(\.path) == ["a.csv"])
    #expect(try Played(": type:export\\ bi Tab").screen.text().contains(":export bibtex"))
  }

  @Test("completes the path behind the colon, blanks and all")
  func completesPath() throws {
    let library = FakeLibrary()
    library.importing.folder(
      "", [PathName(exact: Array("my lists".utf8), isFolder: true)])
    let shown = try Played(": type:export\\ csv\\ my\\ l wake Tab", library: library)
    #expect(shown.lines.contains(" :export csv my lists/"))
  }

  @Test(
    "A file is named by what is in it",
    arguments: [("Why Attention?", "why-attention"), ("…", "papers"), ("日本 Élan", "日本-elan")])
  func names(title: String, name: String) { #expect(ExportChoice.fileName(title) == name) }
}
