extension Identifier {
  /// A DOI, with or without what people write around it.
  ///
  /// A DOI is compared without regard to case, so it is lower case here. arXiv's own DOIs
  /// (`10.48550/arXiv.1706.03762`) name arXiv papers and give arXiv identifiers.
  ///
  /// - Parameter text: The DOI alone, after `doi:`, or as an address at doi.org; punctuation that
  ///   ends a sentence is not part of it.
  /// - Returns: The identifier, or nil when the text is no DOI.
  public static func doi(_ text: String) -> Identifier? {
    if text.hasPrefix("10.") { return bareDOI(text) }
    if let url = CanonicalURL(text) {
      guard url.host == "doi.org" || url.host == "dx.doi.org" else { return nil }
      return bareDOI(url.decodedPath)
    }
    let lowered = text.lowercased()
    for prefix in ["doi:", "doi.org/", "dx.doi.org/", "www.doi.org/"]
    where lowered.hasPrefix(prefix) {
      return bareDOI(trimmed(lowered.dropFirst(prefix.count)))
    }
    return bareDOI(lowered[...])
  }

  private static func bareDOI(_ text: some StringProtocol) -> Identifier? {
    let name = withoutPunctuation(trimmed(Substring(text.lowercased())))
    guard name.utf8.count <= 1_024, name.utf8.starts(with: "10.".utf8),
      let slash = name.utf8.firstIndex(of: UInt8(ascii: "/"))
    else {
      return nil
    }
    let registrant = Substring(name[..<slash].utf8.dropFirst(3))
    let suffix = name[name.index(after: slash)...]
    guard 4...9 ~= registrant.prefix(while: { $0 != "." }).utf8.count,
      registrant.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }), !suffix.isEmpty,
      suffix.unicodeScalars.allSatisfy({
        $0.value > 0x20 && ($0.isASCII || !$0.properties.isWhitespace)
      })
    else { return nil }
    if registrant == "48550", suffix.hasPrefix("arxiv.") {
      return .arxiv(String(suffix.dropFirst("arxiv.".count)))
    }
    return Identifier(canonical: String(name), scheme: .doi)
  }

  /// The text without a full stop, comma, quote or unmatched bracket at its end.
  private static func withoutPunctuation(_ text: Substring) -> Substring {
    if let last = text.utf8.last, isDigit(last) || 0x61...0x7A ~= last { return text }
    var text = text
    while let last = text.last {
      switch last {
      case ".", ",", ";", ":", "\"", "'", ">": text.removeLast()
      case ")" where text.count(where: { $0 == "(" }) < text.count(where: { $0 == ")" }):
        text.removeLast()
      case "]" where text.count(where: { $0 == "[" }) < text.count(where: { $0 == "]" }):
        text.removeLast()
      default: return text
      }
    }
    return text
  }

  /// The text without white space at its ends.
  static func trimmed(_ text: Substring) -> Substring {
    if let first = text.utf8.first, let last = text.utf8.last, 0x21..<0x7F ~= first,
      0x21..<0x7F ~= last
    {
      return text
    }
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
