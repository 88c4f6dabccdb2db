extension Paper {
  /// The name that stands for the paper in commands, links and files.
  ///
  /// It is the paper's best identifier with its scheme, in the order of `IdentifierScheme`, such as
  /// `arxiv:1706.03762`; a paper without identifiers has `title:` and its title key.
  public var key: String {
    identifiers.min { $0.scheme < $1.scheme }?.key ?? "title:\(titleKey)"
  }

  /// The title as a word of folded letters and digits joined by hyphens: `the-first-llm`.
  ///
  /// Titles that differ in case, accents, punctuation or spaces alone have the same key. It is never
  /// empty: a title without letters and digits gives the code points of its characters.
  public var titleKey: String {
    var words = String.UnicodeScalarView()
    var parted = false
    for scalar in SafeText.folded(SafeText.line(title)).unicodeScalars {
      guard Self.isOfWords(scalar) else {
        parted = true
        continue
      }
      if parted, !words.isEmpty { words.append("-") }
      parted = false
      words.append(scalar)
    }
    if !words.isEmpty { return String(words) }
    let codes = SafeText.line(title).unicodeScalars.prefix(16)
      .map { "u" + String($0.value, radix: 16) }
    return codes.isEmpty ? "untitled" : codes.joined(separator: "-")
  }

  /// True for letters, digits and the marks that spell words in scripts such as Devanagari.
  private static func isOfWords(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }
}
