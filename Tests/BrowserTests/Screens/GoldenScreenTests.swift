import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

@testable import Browser

/// Every screen in three sizes, in colour, without colour and in ASCII.
@Suite("Each screen")
struct GoldenScreenTests {
  static let sizes = [
    Size(rows: 40, columns: 120), Size(rows: 24, columns: 80), Size(rows: 10, columns: 40),
  ]

  private func played(
    _ screen: GoldenScreen, _ size: Size, glyphs: Glyphs = .unicode
  ) throws -> Played {
    try Played(
      screen.script, rows: size.rows, columns: size.columns, library: screen.library(),
      settings: BrowserSettings(glyphs: glyphs, weeklyBudget: 5))
  }

  @Test("looks as recorded", arguments: GoldenScreen.all, sizes)
  func looks(_ screen: GoldenScreen, _ size: Size) throws {
    let shown = try played(screen, size).screen
    let ascii = try played(screen, size, glyphs: .ascii).screen.ascii()
    #expect(ascii.text().allSatisfy { $0.isASCII })
    try expectSnapshot(
      of: shown.framed() + shown.looks(in: .standard, named: "in colour")
        + shown.looks(in: .mono, named: "without colour") + "in ASCII\n" + ascii.framed(),
      named: "\(screen.name)-\(size.columns)x\(size.rows)")
  }

  @Test("is among the recorded ones, whatever lies over the panes")
  func complete() throws {
    var shown: Set<LayerKind> = []
    for screen in GoldenScreen.all {
      shown.insert(LayerKind(try played(screen, Self.sizes[0]).model.layers.last))
    }
    #expect(Set(LayerKind.allCases).subtracting(shown).isEmpty)
    #expect(Set(GoldenScreen.all.map(\.name)).count == GoldenScreen.all.count)
  }
}
