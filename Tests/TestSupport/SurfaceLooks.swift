public import Terminal

extension Surface {
  /// How each cell looks in a theme, as a golden file shows it: a map of the weights and, where there
  /// is any colour, a map of the foreground colours, both beside the text that `snapshot` shows.
  ///
  /// A weight is a letter of the legend, a colour the last hexadecimal digit of its index.
  public func looks(in theme: Theme, named name: String) -> String {
    let weights = map { cell in
      guard case .cluster(_, let style) = cell else { return "<" }
      return Self.letter(theme.appearance(of: style).attributes)
    }
    let colors = map { cell in
      guard case .cluster(_, let style) = cell else { return "<" }
      guard case .indexed(let index)? = theme.appearance(of: style).foreground else { return "." }
      return String(index % 16, radix: 16)
    }
    let hasColors = colors.contains { !".<|\n".contains($0) }
    return "\(name), weights: b bold, d dim, u underline, r reverse, more than one in capitals\n"
      + weights + (hasColors ? "\(name), foreground colours\n" + colors : "")
  }

  private func map(_ letter: (Cell) -> String) -> String {
    (0..<size.rows).map { row in
      "|" + (0..<size.columns).map { letter(self[row, $0]) }.joined() + "|\n"
    }.joined()
  }

  private static func letter(_ attributes: Appearance.Attributes) -> String {
    switch attributes {
    case []: "."
    case .bold: "b"
    case .dim: "d"
    case .underline: "u"
    case .reverse: "r"
    case .italic: "i"
    case [.bold, .underline]: "U"
    case [.bold, .reverse]: "R"
    case [.dim, .underline]: "D"
    default: "X"
    }
  }
}
