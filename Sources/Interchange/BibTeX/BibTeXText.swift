/// Texts as the values of BibTeX fields.
enum BibTeXText {
  /// A text with every character escaped that has a meaning in LaTeX.
  ///
  /// BibTeX counts braces whatever stands before them, so that none may stand in a text, and LaTeX makes
  /// one character of two hyphens or quotation marks.
  static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == previous, scalar == "-" || scalar == "'" { result += "{}" }
      previous = scalar
      switch scalar {
      case "&", "%", "$", "#", "_":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "{": result += "\\textbraceleft{}"
      case "}": result += "\\textbraceright{}"
      case "`": result += "\\textasciigrave{}"
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A title whose capitals a bibliography style keeps: words with capitals stand in braces, apart
  /// from a first word that only begins with one.
  static func title(_ title: String) -> String {
    title.split(separator: " ").enumerated().map { index, word in
      let capitals = word.count(where: \.isUppercase)
      let isOpening = index == 0 && capitals == 1 && word.first?.isUppercase == true
      return capitals == 0 || isOpening ? escaped(word) : "{\(escaped(word))}"
    }.joined(separator: " ")
  }

  /// An author's name; one that BibTeX would take apart wrongly stands in braces.
  static func author(_ name: String) -> String {
    let words = name.lowercased().split(separator: " ")
    let isParted = words.contains("and") || words == ["others"]
    let hasManyCommas = name.count { $0 == "," } > 2
    let text = escaped(name)
    return isParted || isOrganisation(name) || hasManyCommas ? "{\(text)}" : text
  }

  /// True for a name whose last word tells that it is no person's.
  static func isOrganisation(_ name: String) -> Bool {
    let words = name.lowercased().split(separator: " ")
    return words.count > 1 && words.last.map { organisations.contains($0) } == true
  }

  private static let organisations: Set<Substring> = [
    "team", "ai", "research", "lab", "labs", "group", "consortium", "collaboration", "face",
    "deepmind", "university", "institute", "foundation",
  ]

  /// A value that LaTeX takes as it is, such as an address; braces and backslashes, which no address
  /// has, are percent-encoded.
  static func verbatim(_ text: String) -> String {
    text.replacing("{", with: "%7B").replacing("}", with: "%7D").replacing("\\", with: "%5C")
  }
}
