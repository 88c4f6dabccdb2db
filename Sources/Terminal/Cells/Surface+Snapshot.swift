extension Surface {
  /// The rows as text, one line each, without the blanks at their ends.
  public func text() -> String {
    var text = ""
    for row in 0..<size.rows {
      var line = ""
      for case .cluster(let character, _) in rowCells(row) { line.append(character) }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }

  /// The surface as a golden file: its size and cursor, the text between bars, a legend, and a map
  /// with one letter for the style of each cell.
  ///
  /// Text and styles stand apart, so that a change of words and a change of weight show as different
  /// differences. The letter of a style is always the same; the legend names those in use.
  public func snapshot() -> String {
    var text = ""
    var styles = ""
    var used: Set<Style> = []
    for row in 0..<size.rows {
      text += "|"
      styles += "|"
      for cell in rowCells(row) {
        switch cell {
        case .cluster(let character, let style):
          text.append(character)
          styles.append(style.letter)
          used.insert(style)
        case .continuation: styles.append("<")
        }
      }
      text += "|\n"
      styles += "|\n"
    }
    let legend = used.sorted { $0.number < $1.number }.map { "\($0.letter) \($0.name)" }
    let cursor = cursor.map { " cursor \($0.row),\($0.column)" } ?? ""
    return "\(size.columns)x\(size.rows)\(cursor)\n\(text)"
      + "styles: \((legend + ["< right half"]).joined(separator: ", "))\n\(styles)"
  }

  private func rowCells(_ row: Int) -> [Cell] { (0..<size.columns).map { self[row, $0] } }
}

extension Style {
  /// The letters of all styles: six roles for each set of attributes, in the order of its bits.
  private static let letters: [Character] = Array(
    ".daxwl" + "TDAXWL" + "012345" + "6789%&" + "_efghi" + "EFGHIJ" + "kmnopq" + "KMNOPQ"
      + "rstuvy" + "RSUVYZ" + "αβγδεζ" + "ΑΒΓΔΕΖ" + "ηθικλμ" + "ΗΘΙΚΛΜ" + "νξοπρσ" + "ΝΞΟΠΡΣ")

  /// A number for each style, weights counted before roles.
  fileprivate var number: Int {
    Int(attributes.rawValue) * Role.allCases.count + Int(role.rawValue)
  }

  fileprivate var letter: Character { number < Self.letters.count ? Self.letters[number] : "?" }

  fileprivate var name: String {
    let weights: [(Attributes, String)] = [
      (.bold, "bold"), (.reverse, "reverse"), (.underline, "underline"), (.italic, "italic"),
    ]
    return weights.reduce(into: "\(role)") { name, weight in
      if attributes.contains(weight.0) { name += " " + weight.1 }
    }
  }
}
