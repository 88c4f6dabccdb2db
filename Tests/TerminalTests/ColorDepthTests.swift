import Testing

@testable import Terminal

@Suite("Colours on terminals that have fewer")
struct ColorDepthTests {
  @Test(
    "are told by how many there are",
    arguments: [
      (0, ColorDepth.none), (2, .none), (8, .eight), (16, .sixteen), (88, .sixteen),
      (256, .palette), (0x100_0000, .direct),
    ])
  func depth(_ colors: Int, _ depth: ColorDepth) {
    #expect(ColorDepth(colors: colors) == depth)
  }

  @Test("become the nearest there is")
  func nearest() {
    let red = Color.rgb(250, 10, 10)
    #expect(ColorDepth.none.number(nearestTo: red) == nil)
    #expect(ColorDepth.eight.number(nearestTo: red) == 1)
    #expect(ColorDepth.sixteen.number(nearestTo: red) == 9)
    #expect(ColorDepth.palette.number(nearestTo: red) == 196)
    #expect(ColorDepth.direct.number(nearestTo: red) == 0xFA0A0A)
    #expect(ColorDepth.palette.number(nearestTo: .rgb(8, 8, 8)) == 232)
    #expect(ColorDepth.palette.number(nearestTo: .rgb(95, 135, 175)) == 67)
    #expect(ColorDepth.eight.number(nearestTo: .rgb(240, 240, 240)) == 7)
    #expect(ColorDepth.sixteen.number(nearestTo: .rgb(120, 120, 120)) == 8)
  }

  @Test("with a number keep it where the terminal has it")
  func indexed() {
    #expect(ColorDepth.eight.number(nearestTo: .indexed(14)) == 6)
    #expect(ColorDepth.sixteen.number(nearestTo: .indexed(14)) == 14)
    #expect(ColorDepth.palette.number(nearestTo: .indexed(200)) == 200)
    #expect(ColorDepth.sixteen.number(nearestTo: .indexed(196)) == 9)
    #expect(ColorDepth.direct.number(nearestTo: .cyan) == 6)
    #expect(ColorDepth.direct.number(nearestTo: .indexed(196)) == 0xFF0000)
    // The numbers of the basic colours cannot be parts of red, green and blue.
    #expect(ColorDepth.direct.number(nearestTo: .rgb(0, 0, 3)) == 8)
    #expect(ColorDepth.direct.number(nearestTo: .rgb(0, 0, 0)) == 8)
  }

  @Test("stand for themselves in the whole table of 256")
  func table() {
    #expect(XtermColors.table.count == 256)
    for index in 16..<256 {
      let parts = XtermColors.table[index].map(UInt8.init)
      let found = ColorDepth.palette.number(nearestTo: .rgb(parts[0], parts[1], parts[2]))
      #expect(found.map { XtermColors.table[$0] } == XtermColors.table[index])
    }
  }
}

@Suite("Themes on terminals with fewer colours")
struct RenderingTests {
  @Test(
    "tell every loud role from plain text at any depth",
    arguments: Theme.builtIn.map(\.theme), ColorDepth.allCases)
  func distinct(_ theme: Theme, _ depth: ColorDepth) {
    let plain = theme.rendering(of: .plain, in: depth)
    for role in [Role.dim, .accent, .warning, .link] {
      #expect(theme.rendering(of: Style(role), in: depth) != plain, "\(role)")
    }
  }

  @Test("never draw text in the colour behind it", arguments: Theme.builtIn, ColorDepth.allCases)
  func legible(_ theme: (name: String, theme: Theme), _ depth: ColorDepth) {
    for role in Role.allCases {
      let look = theme.theme.rendering(of: Style(role), in: depth)
      if depth == .none {
        #expect(look.foreground == nil && look.background == nil)
      } else if let foreground = look.foreground {
        #expect(foreground != look.background, "\(theme.name) \(role)")
      }
    }
  }

  @Test("know whether cells without text are painted and colours by their parts are needed")
  func needs() {
    #expect(!Theme.standard.paintsBackground && !Theme.standard.needsDirectColor)
    #expect(!Theme.mono.paintsBackground && !Theme.mono.needsDirectColor)
    #expect(Theme.dark.paintsBackground && Theme.dark.needsDirectColor)
  }

  private func luminance(_ color: Color?) throws -> Double {
    guard case .rgb(let red, let green, let blue)? = color else { throw NoParts() }
    // Relative luminance of WCAG 2.1.
    let parts = [red, green, blue].map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.03928 ? value / 12.92 : pow24((value + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private struct NoParts: Error {}

  /// The power of 2.4 by the square root and the fifth root, which Newton's steps find.
  private func pow24(_ base: Double) -> Double {
    var root = 0.5
    for _ in 0..<60 {
      root -= (root * root * root * root * root - base) / (5 * root * root * root * root)
    }
    return base * base * root * root
  }

  @Test(
    "have the contrast that they promise",
    arguments: [(Theme.dark, 4.5), (.light, 4.5), (.highContrast, 7)])
  func contrast(_ theme: Theme, _ least: Double) throws {
    for role in Role.allCases {
      let look = theme.appearance(of: Style(role))
      let values = [try luminance(look.foreground), try luminance(look.background)].sorted()
      #expect((values[1] + 0.05) / (values[0] + 0.05) >= least, "\(role)")
    }
  }
}

@Suite("The notation of looks")
struct ThemeNotationTests {
  @Test(
    "is read",
    arguments: [
      ("", Appearance()), ("cyan", Appearance(foreground: .cyan)),
      ("bright-red bold", Appearance(foreground: .indexed(9), attributes: .bold)),
      (
        "#88C0d0 on 236 underline italic",
        Appearance(
          foreground: .rgb(0x88, 0xC0, 0xD0), background: .indexed(236),
          attributes: [.underline, .italic])
      ),
      ("dim", Appearance(attributes: .dim)), ("on black", Appearance(background: .indexed(0))),
      ("default on white", Appearance(background: .indexed(7))),
    ])
  func reads(_ text: String, _ look: Appearance) throws {
    #expect(try Appearance(notation: text) == look)
  }

  @Test(
    "is refused with what was expected",
    arguments: [
      ("mauve", ThemeNotationError.unknownWord("mauve")), ("256", .unknownWord("256")),
      ("#12345", .unknownWord("#12345")), ("#+12345", .unknownWord("#+12345")),
      ("red blue", .misplaced("blue")), ("red on", .misplaced("on")),
      ("on red on blue", .misplaced("on")),
    ])
  func refuses(_ text: String, _ error: ThemeNotationError) {
    #expect(throws: error) { try Appearance(notation: text) }
    #expect(error.description.count > 40)
  }

  @Test("names the roles")
  func roles() throws {
    for role in Role.allCases { #expect(try Role(notation: role.name) == role) }
    #expect(throws: ThemeNotationError.unknownRole("loud")) { try Role(notation: "loud") }
  }
}
