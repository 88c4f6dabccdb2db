public import Terminal

extension Surface {
  /// How each cell looks in a theme, as a golden file shows it: a map of the weights and, where there
  /// is any colour, a map of the foreground colours, both beside the text of the same rows.
  ///
  /// A weight is a letter of the legend, a colour the last hexadecimal digit of its index; rows end
  /// with their last cell that is not plain.
  public func looks(in theme: Theme, named name: String) -> String {
    let weights = map { Self.letter(theme.appearance(of: $0).attributes) }
    let colors = map { style in
      guard case .indexed(let index)? = theme.appearance(of: style).foreground else { return "." }
      return String(index % 16, radix: 16)
    }
    let hasColors = colors.contains { !".<\n".contains($0) }
    return
      "\(name): b bold, d dim, i italic, u underline, r reverse, more than one in capitals or X\n"
      + weights + (hasColors ? "\(name), foregrounds\n" + colors : "")
  }

  /// The text as a golden file shows it, with the place of the cursor above it where there is one.
  public func framed() -> String {
    (cursor.map { "cursor in row \($0.row), column \($0.column)\n" } ?? "") + text()
  }

  private func map(_ letter: (Style) -> String) -> String {
    (0..<size.rows).map { row in
      var line = (0..<size.columns).map { column in
        guard case .cluster(_, let style) = self[row, column] else { return "<" }
        return letter(style)
      }
      while line.last == "." { line.removeLast() }
      return line.joined() + "\n"
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
