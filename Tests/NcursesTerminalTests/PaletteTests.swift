import Terminal
import Testing

@testable import NcursesTerminal

@Suite("What styles are to a terminal")
struct PaletteTests {
  private func attributes(_ style: Style, hasItalics: Bool) -> Appearance.Attributes {
    Palette(theme: .standard, depth: .eight, hasItalics: hasItalics).rendering(of: style).attributes
  }

  @Test("slants emphasis, and underlines it where there are no italics")
  func italics() {
    #expect(attributes(Style(.text, .italic), hasItalics: true) == .italic)
    #expect(attributes(Style(.text, .italic), hasItalics: false) == .underline)
    #expect(attributes(Style(.text, [.bold, .italic]), hasItalics: false) == [.bold, .underline])
    #expect(attributes(Style(.text, .bold), hasItalics: false) == .bold)
    var theme = Theme.standard
    theme[.dim] = Appearance(attributes: .italic)
    let slanted = Palette(theme: theme, depth: .eight, hasItalics: false)
    #expect(slanted.rendering(of: Style(.dim)).attributes == .underline)
  }
}
