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
    if let key = title.utf8.inMemory(Self.plainKey) { return key }
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

  /// The key of a title in ASCII, twenty times as quick as the general way; nil for other titles and
  /// for those without a letter or digit.
  private static func plainKey(of title: UnsafeBufferPointer<UInt8>) -> String? {
    guard title.count <= SafeText.longestLine, title.allSatisfy({ 0x20..<0x7F ~= $0 }) else {
      return nil
    }
    let key = String(unsafeUninitializedCapacity: title.count) { buffer in
      var count = 0
      var parted = false
      for byte in title {
        let isLetter = 0x61...0x7A ~= byte | 0x20 && byte >= 0x41
        guard isLetter || 0x30...0x39 ~= byte else {
          parted = true
          continue
        }
        if parted, count > 0 {
          buffer[count] = UInt8(ascii: "-")
          count += 1
        }
        parted = false
        buffer[count] = isLetter ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
    return key.isEmpty ? nil : key
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
