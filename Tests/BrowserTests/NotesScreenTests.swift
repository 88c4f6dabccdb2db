import Browser
import Terminal
import TestSupport
import Testing

@Suite("The screens of notes")
struct NotesScreenTests {
  private static let scripts = [
    ("notes", "G k d"), ("first-version", "G k d G"), ("restore", "G k d j Enter"),
    ("templates", "A"), ("template", "A 3"), ("editor-beside", "G k e"),
  ]

  private func played(_ script: String, _ size: Size, glyphs: Glyphs = .unicode) throws -> Surface {
    try Played(
      script, rows: size.rows, columns: size.columns, library: NoteVersionsTests.library(),
      settings: BrowserSettings(glyphs: glyphs)
    ).screen
  }

  @Test("look as recorded, in colour and without it", arguments: ScreenTests.sizes, scripts)
  func screens(_ size: Size, _ screen: (name: String, script: String)) throws {
    let shown = try played(screen.script, size)
    try expectSnapshot(
      of: shown.text() + shown.looks(in: .standard, named: "standard")
        + shown.looks(in: .mono, named: "mono"),
      named: "\(screen.name)-\(size.columns)x\(size.rows)")
  }

  @Test("look as recorded in ASCII", arguments: ScreenTests.sizes, scripts)
  func ascii(_ size: Size, _ screen: (name: String, script: String)) throws {
    try expectSnapshot(
      of: played(screen.script, size, glyphs: .ascii).ascii(),
      named: "ascii-\(screen.name)-\(size.columns)x\(size.rows)")
  }

  @Test("show two texts for one note as recorded", arguments: ScreenTests.sizes)
  func conflict(_ size: Size) throws {
    for (glyphs, name) in [(Glyphs.unicode, ""), (.ascii, "ascii-")] {
      let shown = try Played(
        "G k e type:\\ Mine. ^S", rows: size.rows, columns: size.columns,
        library: NoteConflictTests.library(), settings: BrowserSettings(glyphs: glyphs)
      ).screen
      let text =
        glyphs == .ascii
        ? shown.ascii().text()
        : shown.text() + shown.looks(in: .standard, named: "standard")
          + shown.looks(in: .mono, named: "mono")
      try expectSnapshot(of: text, named: "\(name)conflict-\(size.columns)x\(size.rows)")
    }
  }
}
