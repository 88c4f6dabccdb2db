/// A look that cannot be read, with a sentence that says what was expected.
public enum ThemeNotationError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A word that is neither a colour nor an attribute.
  case unknownWord(String)
  /// No role of this name.
  case unknownRole(String)
  /// A second colour without `on` before it, or `on` without a colour.
  case misplaced(String)

  /// What is wrong and what was expected.
  public var description: String {
    switch self {
    case .unknownWord(let word):
      "“\(word)” is neither a colour (\(Color.names.joined(separator: ", ")), bright-red, 0 to 255, #rrggbb) nor one of \(Appearance.words.map(\.word).joined(separator: ", "))"
    case .unknownRole(let name):
      "“\(name)” is not one of the roles \(Role.allCases.map(\.name).joined(separator: ", "))"
    case .misplaced(let word):
      "“\(word)” is out of place; write a colour, then “on” and the colour behind it, as in “cyan on black bold”"
    }
  }
}

extension Appearance {
  /// Reads a look: a colour, `on` and the colour behind it, and attributes, each of which may be
  /// missing, as in `cyan`, `#88c0d0 on 236 bold` or `underline`.
  ///
  /// - Throws: `ThemeNotationError` for the first word that cannot be followed.
  public init(notation text: String) throws(ThemeNotationError) {
    self.init()
    var isBackground = false
    for word in text.split(whereSeparator: \.isWhitespace) {
      let lower = word.lowercased()
      if let attribute = Self.words.first(where: { $0.word == lower })?.attribute {
        attributes.insert(attribute)
      } else if lower == "on" {
        guard !isBackground, background == nil else { throw .misplaced(lower) }
        isBackground = true
      } else if lower == "default" {
        isBackground = false
      } else {
        guard let color = Color(notation: word) else { throw .unknownWord(String(word)) }
        guard isBackground || foreground == nil else { throw .misplaced(String(word)) }
        if isBackground { background = color } else { foreground = color }
        isBackground = false
      }
    }
    if isBackground { throw .misplaced("on") }
  }

  /// The attributes by their names.
  fileprivate static let words: [(word: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("reverse", .reverse), ("underline", .underline),
    ("italic", .italic),
  ]
}

extension Role {
  /// The name that a theme gives it.
  public var name: String { String(describing: self) }

  /// The role of a name.
  ///
  /// - Throws: `ThemeNotationError.unknownRole`.
  public init(notation text: String) throws(ThemeNotationError) {
    guard let role = Role.allCases.first(where: { $0.name == text }) else {
      throw .unknownRole(text)
    }
    self = role
  }
}
