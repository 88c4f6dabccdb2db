internal import CNcurses
internal import Terminal

/// What each style is to ncurses: attributes and a colour pair, made when the style is first drawn.
struct Palette {
  private let theme: Theme
  private let depth: ColorDepth
  private let hasItalics: Bool
  /// The entries made so far, by the codes of their styles.
  private var entries: [Entry?] = []
  /// The colours of the pairs made so far; the first is pair 1.
  private var pairs: [Colors] = []

  /// Attributes as `lc_run_add` takes them, and a pair.
  struct Entry {
    let attributes: UInt32
    let pair: Int32
  }

  private struct Colors: Equatable {
    let foreground: Int32
    let background: Int32
  }

  /// Makes a palette for a terminal of so many colours, with italics or without.
  init(theme: Theme, depth: ColorDepth, hasItalics: Bool) {
    self.theme = theme
    self.depth = depth
    self.hasItalics = hasItalics
  }

  /// True when cells without text have a colour too.
  var paintsBackground: Bool { theme.paintsBackground && depth > .none }

  /// How a style is drawn; what would be slanted is underlined where the terminal has no italics.
  func rendering(of style: Style) -> Rendering {
    var rendering = theme.rendering(of: style, in: depth)
    if !hasItalics, rendering.attributes.remove(.italic) != nil {
      rendering.attributes.insert(.underline)
    }
    return rendering
  }

  /// The entry of a style, by its code; colours that the terminal has no pair left for are left out.
  mutating func entry(for code: UInt16) -> Entry {
    let index = Int(code)
    if index < entries.count, let entry = entries[index] { return entry }
    let rendering = rendering(of: PackedCell.style(code))
    let colors = Colors(
      foreground: Int32(rendering.foreground ?? -1), background: Int32(rendering.background ?? -1))
    let entry = Entry(
      attributes: UInt32(rendering.attributes.rawValue), pair: pair(for: colors))
    while entries.count <= index { entries.append(nil) }
    entries[index] = entry
    return entry
  }

  private mutating func pair(for colors: Colors) -> Int32 {
    if colors.foreground < 0, colors.background < 0 { return 0 }
    if let known = pairs.firstIndex(of: colors) { return Int32(known + 1) }
    let next = Int32(pairs.count + 1)
    guard lc_init_pair(next, colors.foreground, colors.background) else { return 0 }
    pairs.append(colors)
    return next
  }
}
