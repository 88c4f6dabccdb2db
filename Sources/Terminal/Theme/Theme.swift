/// What each role looks like.
public struct Theme: Hashable, Sendable {
  private let appearances: [Role: Appearance]

  /// Makes a theme; a role without an appearance looks like plain text.
  public init(_ appearances: [Role: Appearance]) { self.appearances = appearances }

  /// The look of a style: that of its role with its own weights added, in the colours of plain text
  /// where the role has none of its own.
  public func appearance(of style: Style) -> Appearance {
    var appearance = appearances[style.role] ?? Appearance()
    appearance.foreground = appearance.foreground ?? appearances[.text]?.foreground
    appearance.background = appearance.background ?? appearances[.text]?.background
    appearance.attributes.formUnion(Appearance.Attributes(style.attributes))
    return appearance
  }

  /// The basic colours of the terminal, so that the person's own palette holds.
  ///
  /// Dim is the terminal's attribute rather than bright black, which several common palettes make
  /// the colour of the background.
  public static let standard = Theme([
    .dim: Appearance(attributes: .dim),
    .accent: Appearance(foreground: .cyan),
    .done: Appearance(foreground: .green),
    .warning: Appearance(foreground: .yellow),
    .link: Appearance(foreground: .blue, attributes: .underline),
  ])

  /// Weight alone, for terminals without colour and people who want none (no-color.org).
  public static let mono = Theme([
    .dim: Appearance(attributes: .dim),
    .accent: Appearance(attributes: .bold),
    .done: Appearance(attributes: .dim),
    .warning: Appearance(attributes: [.bold, .underline]),
    .link: Appearance(attributes: .underline),
  ])
}

extension Appearance.Attributes {
  /// The same weights as a style names them; the bits agree.
  fileprivate init(_ attributes: Style.Attributes) { self.init(rawValue: attributes.rawValue) }
}
