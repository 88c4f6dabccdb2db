internal import CNcurses
internal import Terminal

/// What each style is to ncurses: attributes and a colour pair, made when the style is first drawn.
struct Palette {
  private let theme: Theme
  private let colors: Int
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
  init(theme: Theme, colors: Int) {
    self.theme = theme
    self.colors = colors
  }

  /// The entry of a style; colours that the terminal has not, or has no pair left for, are left out.
  mutating func entry(for style: Style) -> Entry {
    if let entry = entries[style] { return entry }
    let appearance = theme.appearance(of: style)
    let colors = Colors(
      foreground: number(appearance.foreground), background: number(appearance.background))
    let entry = Entry(
      attributes: UInt32(appearance.attributes.rawValue), pair: pair(for: colors))
    entries[style] = entry
    return entry
  }

  private func number(_ color: Color?) -> Int32 {
    guard let color, colors >= 8 else { return -1 }
    // Where there are only eight colours the bright ones are their plain forms.
    return Int32(color.index) < colors ? Int32(color.index) : Int32(color.index % 8)
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
