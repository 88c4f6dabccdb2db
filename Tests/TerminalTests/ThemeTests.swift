import Terminal
import Testing

@Suite("Themes")
struct ThemeTests {
  @Test("A style has the look of its role with its own weights added")
  func weights() {
    let warning = Theme.standard.appearance(of: Style(.warning, [.bold, .reverse]))
    #expect(warning == Appearance(foreground: .yellow, attributes: [.bold, .reverse]))
    let link = Theme.standard.appearance(of: Style(.link, .italic))
    #expect(link == Appearance(foreground: .blue, attributes: [.underline, .italic]))
  }

  @Test("Every role differs from plain text", arguments: Theme.builtIn.map(\.theme))
  func distinct(theme: Theme) {
    for role in Role.allCases where role != .text {
      #expect(theme.appearance(of: Style(role)) != theme.appearance(of: .plain))
    }
  }

  @Test("The theme without colour uses none, and tells warnings, accents and links apart by weight")
  func mono() {
    let looks = Role.allCases.map { Theme.mono.appearance(of: Style($0)) }
    #expect(looks.allSatisfy { $0.foreground == nil && $0.background == nil })
    let loud = [Role.text, .dim, .accent, .warning, .link]
    #expect(Set(loud.map { Theme.mono.appearance(of: Style($0)) }).count == loud.count)
  }

  @Test("Reverse, which marks the cursor, belongs to no role")
  func reverse() {
    for theme in Theme.builtIn.map(\.theme) {
      for role in Role.allCases {
        #expect(!theme.appearance(of: Style(role)).attributes.contains(.reverse))
      }
    }
  }

  @Test("A role that a theme leaves out looks like plain text")
  func missing() {
    #expect(Theme([:]).appearance(of: Style(.done, .bold)) == Appearance(attributes: .bold))
  }
}
