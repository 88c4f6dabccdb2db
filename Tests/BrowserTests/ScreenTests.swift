import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

/// Golden screens; the style maps stand below the texts.
@Suite("The screens")
struct ScreenTests {
  static let sizes = [
    Size(rows: 40, columns: 120), Size(rows: 24, columns: 80), Size(rows: 10, columns: 40),
  ]

  /// Scripts that lead to each screen.
  static let scripts = [
    ("browser", ""), ("lists", "h j"), ("paper", "G k l"), ("selection", "g g Space V j"),
    ("weekly", "J"), ("search", "/ type:atten"), ("results", "/ type:tiling Enter"),
    ("wrong-query", "/ type:year:x Enter"), ("help", "?"), ("help-filter", "? / type:note Enter"),
    ("history", "r s u H"), ("confirmation", "g g V j j s"), ("tags", "t type:+new\\ +att"),
    ("links", "G k O"), ("notes", "g g e"), ("editor", "e type:Why?\\n-\\ because"),
    ("said", "i"), ("refused", "Esc"), ("pending", "y"), ("empty", "h k k"),
    ("map", "m"), ("map-waiting", "m l l"), ("map-prerequisite", "m b type:at"),
    ("palette", "^P type:mark"), ("palette-papers", "^P type:flash\\ at"),
    ("command", ": type:mark\\ re Tab"), ("command-wrong", ": type:fly Enter"),
    ("options", ": type:set Enter"), ("palette", "^P type:mark"),
    ("palette-papers", "^P type:flash\\ at"),
    ("statistics", "S"), ("statistics-end", "S G"),
  ]

  @Test("look as recorded", arguments: sizes, scripts)
  func screens(_ size: Size, _ screen: (name: String, script: String)) throws {
    let played = try Played(screen.script, rows: size.rows, columns: size.columns)
    try expectSnapshot(of: played.screen, named: "\(screen.name)-\(size.columns)x\(size.rows)")
  }

  @Test("welcome a person once", arguments: sizes)
  func welcome(_ size: Size) throws {
    let library = FakeLibrary()
    library.isFirstRun = true
    let played = try Played("", rows: size.rows, columns: size.columns, library: library)
    try expectSnapshot(of: played.screen, named: "welcome-\(size.columns)x\(size.rows)")
    #expect(!library.isWelcomeSeen)
    _ = try Played("x", library: library)
    #expect(library.isWelcomeSeen)
  }

  @Test("tell an entry that its list has no more by a sign and a word", arguments: sizes)
  func gone(_ size: Size) throws {
    let library = FakeLibrary()
    library.shelf.lists[0].gone = [library.shelf.lists[0].papers[1]]
    let played = try Played(
      "g g j k j", rows: size.rows, columns: size.columns, library: library)
    try expectSnapshot(of: played.screen, named: "gone-\(size.columns)x\(size.rows)")
  }

  @Test("offer a draft that was left behind", arguments: sizes)
  func draft(_ size: Size) throws {
    let library = FakeLibrary()
    library.leftDrafts = [NoteTests.draft]
    let played = try Played("", rows: size.rows, columns: size.columns, library: library)
    try expectSnapshot(of: played.screen, named: "draft-\(size.columns)x\(size.rows)")
  }

  @Test("need nothing but ASCII where only that is wanted", arguments: sizes)
  func ascii(_ size: Size) throws {
    let played = try Played(
      "G k", rows: size.rows, columns: size.columns,
      settings: BrowserSettings(glyphs: .ascii))
    let screen = played.screen.ascii()
    #expect(screen.text().allSatisfy { $0.isASCII })
    try expectSnapshot(of: screen, named: "ascii-\(size.columns)x\(size.rows)")
  }

  @Test(
    "draw the map and the statistics in ASCII", arguments: sizes,
    [("map", "m l l"), ("statistics", "S")])
  func asciiPictures(_ size: Size, _ screen: (name: String, script: String)) throws {
    let played = try Played(
      screen.script, rows: size.rows, columns: size.columns,
      settings: BrowserSettings(glyphs: .ascii))
    let shown = played.screen.ascii()
    #expect(shown.text().allSatisfy { $0.isASCII })
    try expectSnapshot(of: shown, named: "ascii-\(screen.name)-\(size.columns)x\(size.rows)")
  }

  /// The screens whose look in colour and without it is recorded as well.
  static let painted = scripts.filter {
    [
      "browser", "lists", "paper", "selection", "search", "history", "confirmation", "refused",
      "map-waiting", "statistics",
    ].contains($0.0)
  }

  @Test("look as recorded in colour and without it", arguments: sizes, painted)
  func themes(_ size: Size, _ screen: (name: String, script: String)) throws {
    let shown = try Played(screen.script, rows: size.rows, columns: size.columns).screen
    try expectSnapshot(
      of: shown.text() + shown.looks(in: .standard, named: "standard")
        + shown.looks(in: .mono, named: "mono"),
      named: "themes-\(screen.name)-\(size.columns)x\(size.rows)")
  }

  @Test("tell states and the cursor apart without colour")
  func mono() throws {
    let screen = try Played("", rows: 24, columns: 80).screen
    func looks(_ row: Int) -> Set<Appearance> {
      Set(
        (0..<80).compactMap { column in
          guard case .cluster(let character, let style) = screen[row, column], character != " "
          else { return nil }
          return Theme.mono.appearance(of: style)
        })
    }
    // The row of the cursor is in reverse, a read one dim, and no other row is either.
    #expect(looks(5).allSatisfy { $0.attributes.contains([.bold, .reverse]) })
    #expect(looks(3).allSatisfy { $0.attributes.contains(.dim) })
    #expect(looks(6).contains { $0.attributes.isEmpty })
    #expect(
      (0..<24).count { row in looks(row).contains { $0.attributes.contains(.reverse) } } == 1)
  }

  @Test(
    "say so where there is no room for them",
    arguments: [
      (3, 80, "Too small: 20 columns and 4 rows are needed."), (24, 9, "Too"), (1, 1, "T"),
    ])
  func tooSmall(_ rows: Int, _ columns: Int, _ text: String) throws {
    let played = try Played("j r", rows: rows, columns: columns)
    #expect(played.lines.first == text)
  }

  @Test(
    "keep the cursor in view when the window changes",
    arguments: ["40x10", "200x60", "80x12", "20x4"])
  func resize(_ size: String) throws {
    let library = FakeLibrary(.large(3_000))
    let played = try Played("L J J J J G k*700 resize:\(size)", library: library)
    #expect(played.cursorRow.contains("2300"))
  }
}
