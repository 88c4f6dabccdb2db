/// What each role looks like.
public struct Theme: Hashable, Sendable {
  /// The appearances, by the numbers of their roles.
  private var appearances: [Appearance]

  /// Makes a theme; a role without an appearance looks like plain text.
  public init(_ appearances: KeyValuePairs<Role, Appearance>) {
    self.appearances = Array(repeating: Appearance(), count: Role.allCases.count)
    for (role, appearance) in appearances { self[role] = appearance }
  }

  /// The look of a role, where it differs from plain text.
  public subscript(role: Role) -> Appearance {
    get { appearances[Int(role.rawValue)] }
    set { appearances[Int(role.rawValue)] = newValue }
  }

  /// The look of a style: that of its role with its own weights added, in the colours of plain text
  /// where the role has none of its own.
  public func appearance(of style: Style) -> Appearance {
    var appearance = self[style.role]
    let plain = self[.text]
    appearance.foreground = appearance.foreground ?? plain.foreground
    appearance.background = appearance.background ?? plain.background
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
