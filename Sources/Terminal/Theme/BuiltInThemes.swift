extension Theme {
  /// The themes that Lectern comes with, by their names.
  public static let builtIn: [(name: String, theme: Theme)] = [
    ("standard", .standard), ("mono", .mono), ("dark", .dark), ("light", .light),
    ("high-contrast", .highContrast), ("solarized", .solarized),
  ]

  /// Light text on a dark grey of its own; every role has a contrast of 4.5 to 1 or more, as text
  /// needs by the Web Content Accessibility Guidelines 2.1, criterion 1.4.3.
  public static let dark = Theme([
    .text: Appearance(foreground: hex(0xD8DBE2), background: hex(0x1B1E23)),
    .dim: Appearance(foreground: hex(0x8C939F)),
    .accent: Appearance(foreground: hex(0x6CB6E8)),
    .done: Appearance(foreground: hex(0x8CC98A)),
    .warning: Appearance(foreground: hex(0xE6C26A)),
    .link: Appearance(foreground: hex(0x94B8F0), attributes: .underline),
  ])

  /// Dark text on a warm white; the contrasts are those of `dark`.
  public static let light = Theme([
    .text: Appearance(foreground: hex(0x23282E), background: hex(0xFBFAF6)),
    .dim: Appearance(foreground: hex(0x676C73)),
    .accent: Appearance(foreground: hex(0x0A5AA8)),
    .done: Appearance(foreground: hex(0x2C6B2C)),
    .warning: Appearance(foreground: hex(0x865600)),
    .link: Appearance(foreground: hex(0x3A45A8), attributes: .underline),
  ])

  /// White on black, with a contrast of 7 to 1 or more in every role (criterion 1.4.6).
  public static let highContrast = Theme([
    .text: Appearance(foreground: hex(0xFFFFFF), background: hex(0x000000)),
    .dim: Appearance(foreground: hex(0xC8C8C8)),
    .accent: Appearance(foreground: hex(0x5FFFFF), attributes: .bold),
    .done: Appearance(foreground: hex(0x87FF87)),
    .warning: Appearance(foreground: hex(0xFFFF5F), attributes: .bold),
    .link: Appearance(foreground: hex(0xAFD7FF), attributes: .underline),
  ])

  /// The dark colours of Ethan Schoonover's Solarized (ethanschoonover.com/solarized), whose dim
  /// text has less contrast than that of the other themes.
  public static let solarized = Theme([
    .text: Appearance(foreground: hex(0x839496), background: hex(0x002B36)),
    .dim: Appearance(foreground: hex(0x586E75)),
    .accent: Appearance(foreground: hex(0x268BD2)),
    .done: Appearance(foreground: hex(0x859900)),
    .warning: Appearance(foreground: hex(0xB58900)),
    .link: Appearance(foreground: hex(0x2AA198), attributes: .underline),
  ])

  private static func hex(_ value: UInt32) -> Color {
    .rgb(UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
  }
}
