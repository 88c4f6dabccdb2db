/// An appearance in the colours that a terminal has.
public struct Rendering: Hashable, Sendable {
  /// The number of the colour of the text; nil is the terminal's own.
  public let foreground: Int?
  /// The number of the colour behind it; nil is the terminal's own.
  public let background: Int?
  /// What comes on top of the colours.
  public var attributes: Appearance.Attributes
}

extension Theme {
  /// How a style is drawn on a terminal of some depth: in the nearest colours it has.
  ///
  /// Where a colour has come so near to the background that the text would vanish, the colour of
  /// plain text takes its place; where a role can no longer be told from plain text by its colour,
  /// it gets the weight that it has without colours.
  public func rendering(of style: Style, in depth: ColorDepth) -> Rendering {
    guard depth > .none else {
      let mono = Theme.mono.appearance(of: style)
      return Rendering(foreground: nil, background: nil, attributes: mono.attributes)
    }
    let wanted = appearance(of: style)
    let plain = appearance(of: .plain)
    var attributes = wanted.attributes
    var foreground = wanted.foreground.flatMap(depth.number)
    let background = wanted.background.flatMap(depth.number)
    let text = plain.foreground.flatMap(depth.number)
    if foreground != nil, foreground == background { foreground = text }
    let lostItsColor = wanted.foreground != plain.foreground && foreground == text
    if lostItsColor {
      attributes.formUnion(Theme.mono.appearance(of: Style(style.role)).attributes)
    }
    return Rendering(foreground: foreground, background: background, attributes: attributes)
  }

  /// True when plain text has a background of its own, so that every cell has to be painted.
  public var paintsBackground: Bool { appearance(of: .plain).background != nil }

  /// True when a colour is asked for by its parts, which not every terminal can show.
  public var needsDirectColor: Bool {
    Role.allCases.contains { role in
      let appearance = appearance(of: Style(role))
      return [appearance.foreground, appearance.background].contains {
        if case .rgb? = $0 { true } else { false }
      }
    }
  }
}
