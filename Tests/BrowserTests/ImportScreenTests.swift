import ReadingModel
import Terminal
import TestSupport
import Testing

@testable import Browser

/// Golden screens of imports.
@Suite("The screens of an import")
struct ImportScreenTests {
  static let sizes = ScreenTests.sizes

  static let scripts = [
    ("prompt", "I wake type:n wake Tab"), ("problem", "I type:gone.md wake Enter wake"),
    ("plan", "I type:news.txt wake Enter wake"),
    ("conflict", "I type:news.txt wake Enter wake n"),
    ("decided", "I type:news.txt wake Enter wake x x n Enter n m n m wake"),
    ("end", "I type:news.txt wake Enter wake G"),
    ("list", "I type:news.txt wake Enter wake L type:li Tab"),
    ("folder", "I type:lists wake Enter wake n"),
  ]

  private func screen(_ script: String, _ size: Size, glyphs: Glyphs = .unicode) throws -> Surface {
    let library = ImportFixture.library()
    library.importing.folder(
      "",
      [
        PathName(exact: Array("news.txt".utf8), isFolder: false),
        PathName(exact: Array("notes".utf8), isFolder: true),
      ])
    return try Played(
      script, rows: size.rows, columns: size.columns, library: library,
      settings: BrowserSettings(glyphs: glyphs)
    ).screen
  }

  @Test("look as recorded", arguments: sizes, scripts)
  func screens(_ size: Size, _ shown: (name: String, script: String)) throws {
    try expectSnapshot(
      of: screen(shown.script, size), named: "\(shown.name)-\(size.columns)x\(size.rows)")
  }

  @Test("need nothing but ASCII where only that is wanted", arguments: sizes)
  func ascii(_ size: Size) throws {
    let shown = try screen("I type:lists wake Enter wake n", size, glyphs: .ascii).ascii()
    #expect(shown.text().allSatisfy { $0.isASCII })
    try expectSnapshot(of: shown, named: "ascii-\(size.columns)x\(size.rows)")
  }

  @Test("look as recorded in colour and without it", arguments: sizes)
  func themes(_ size: Size) throws {
    let shown = try screen("I type:news.txt wake Enter wake x n", size)
    try expectSnapshot(
      of: shown.text() + shown.looks(in: .standard, named: "standard")
        + shown.looks(in: .mono, named: "mono"),
      named: "themes-\(size.columns)x\(size.rows)")
  }

  @Test("show nothing raw of what a document or the disk is called")
  func clean() throws {
    let library = ImportFixture.library()
    var plan = ImportFixture.folder
    plan.documents[0].lists[0].entries[0].title = SafeText.line("a\u{1B}[31m\u{202E}b")
    library.importing.plan("lists", plan)
    library.importing.folder(
      "", [PathName(exact: Array("l\u{1B}]0;x\u{07}\u{202E}".utf8), isFolder: false)])
    for script in ["I type:l wake", "I type:l wake Tab", "I type:lists wake Enter wake"] {
      let shown = try Played(script, library: library)
      for frame in shown.backend.frames {
        #expect(
          frame.text().unicodeScalars.allSatisfy {
            $0 == "\n"
              || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
                && !(0x202A...0x202E).contains($0.value))
          })
      }
    }
  }
}
