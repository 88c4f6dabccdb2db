internal import CNcurses
internal import Terminal

/// What each style is to ncurses: attributes and a colour pair, made when the style is first drawn.
struct Palette {
  private let theme: Theme
  private let depth: ColorDepth
  private var entries: [Style: Entry] = [:]
  private var pairs: [Colors: Int32] = [:]

  /// Attributes as `lc_run_add` takes them, and a pair.
  struct Entry {
    let attributes: UInt32
    let pair: Int32
  }

  private struct Colors: Hashable {
    let foreground: Int32
    let background: Int32
  }

  /// Makes a palette for a terminal of so many colours.
  init(theme: Theme, depth: ColorDepth) {
    self.theme = theme
    self.depth = depth
  }

  /// True when cells without text have a colour too.
  var paintsBackground: Bool { theme.paintsBackground && depth > .none }

  /// How a style is drawn.
  func rendering(of style: Style) -> Rendering { theme.rendering(of: style, in: depth) }

  /// The entry of a style; colours that the terminal has no pair left for are left out.
  mutating func entry(for style: Style) -> Entry {
    if let entry = entries[style] { return entry }
    let rendering = rendering(of: style)
    let colors = Colors(
      foreground: Int32(rendering.foreground ?? -1), background: Int32(rendering.background ?? -1))
    let entry = Entry(
      attributes: UInt32(rendering.attributes.rawValue), pair: pair(for: colors))
    entries[style] = entry
    return entry
  }

  private mutating func pair(for colors: Colors) -> Int32 {
    if colors.foreground < 0, colors.background < 0 { return 0 }
    if let pair = pairs[colors] { return pair }
    let next = Int32(pairs.count + 1)
    guard lc_init_pair(next, colors.foreground, colors.background) else { return 0 }
    pairs[colors] = next
    return next
  }
}
