internal import Terminal

/// What is written over a frame that ncurses has drawn, because ncurses has no way to say it:
/// addresses that the terminal lets one follow, and characters of ambiguous width that take two
/// columns here and one in libc.
///
/// Each piece puts the cursor in its place and writes with the colours of its cells; the cursor is
/// saved before the first and restored behind the last, so that ncurses finds all as it left it.
/// Links are OSC 8 as VTE and iTerm2 brought it (“Hyperlinks in terminal emulators”, E. Koblinger).
struct Overlay {
  /// The depth of the terminal, by which colours are numbered.
  let depth: ColorDepth
  /// True when addresses are linked.
  let linksAddresses: Bool
  /// The look of a style.
  let rendering: (Style) -> Rendering

  /// The bytes to send behind a frame; none when nothing in its rows needs them.
  ///
  /// - Parameter rows: The rows that ncurses may have drawn something of.
  func bytes(for frame: Surface, rows: [Int]) -> [UInt8] {
    var text = ""
    for row in rows where row < frame.size.rows {
      if AmbiguousWidth.inUse == .wide {
        for column in 0..<frame.size.columns where Self.isMisjudged(frame, row, column) {
          write(frame, row, column..<column + 2, to: &text)
        }
      }
      guard linksAddresses else { continue }
      for link in frame.links where link.row == row && stands(link, in: frame) {
        text += "\u{1B}]8;;\(link.address)\u{1B}\\"
        write(frame, row, link.columns, to: &text)
        text += "\u{1B}]8;;\u{1B}\\"
      }
    }
    return text.isEmpty ? [] : Array("\u{1B}7\(text)\u{1B}8".utf8)
  }

  /// True for a cluster that takes two columns only because this terminal is set so; libc does not
  /// know, and ncurses with it.
  static func isMisjudged(_ frame: Surface, _ row: Int, _ column: Int) -> Bool {
    guard column + 1 < frame.size.columns, frame[row, column + 1] == .continuation,
      case .cluster(let character, _) = frame[row, column]
    else { return false }
    return displayWidth(of: character, ambiguous: .narrow) < 2
  }

  /// True when nothing was drawn over a link and its address is one of the web that can be sent: URIs
  /// are ASCII, and VTE takes up to 2083 bytes.
  private func stands(_ link: SurfaceLink, in frame: Surface) -> Bool {
    guard link.columns.upperBound <= frame.size.columns, link.address.utf8.count <= 2083,
      link.address.hasPrefix("https://") || link.address.hasPrefix("http://"),
      link.address.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return false }
    return link.columns.allSatisfy { column in
      guard case .cluster(_, let style) = frame[link.row, column] else { return true }
      return style.role == .link
    }
  }

  private func write(_ frame: Surface, _ row: Int, _ columns: Range<Int>, to text: inout String) {
    text += "\u{1B}[\(row + 1);\(columns.lowerBound + 1)H"
    var shown: Style?
    for column in columns {
      guard case .cluster(let character, let style) = frame[row, column] else { continue }
      if style != shown {
        text += selection(of: rendering(style))
        shown = style
      }
      text.append(character)
    }
  }

  /// The sequence that selects a look (SGR, ECMA-48 8.3.117; colours by their parts as xterm has
  /// them).
  private func selection(of rendering: Rendering) -> String {
    let weights: [(Appearance.Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ]
    var codes = ["0"] + weights.filter { rendering.attributes.contains($0.0) }.map(\.1)
    if let color = rendering.foreground { codes.append(code(of: color, basic: 30, extended: "38")) }
    if let color = rendering.background { codes.append(code(of: color, basic: 40, extended: "48")) }
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }

  private func code(of color: Int, basic: Int, extended: String) -> String {
    if color < 8 { return "\(basic + color)" }
    if depth == .direct {
      return "\(extended);2;\(color >> 16);\(color >> 8 & 0xFF);\(color & 0xFF)"
    }
    return color < 16 ? "\(basic + 60 + color - 8)" : "\(extended);5;\(color)"
  }
}
