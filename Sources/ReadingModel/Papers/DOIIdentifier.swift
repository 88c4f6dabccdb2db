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
    if text.utf8.starts(with: "10.".utf8) { return plainDOI(text) ?? bareDOI(text) }
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

  /// A DOI in ASCII that ends with a letter or a digit and has nothing around it, which most are; nil
  /// for any other.
  private static func plainDOI(_ text: String) -> Identifier? {
    var text = text
    let (registrant, isPlain) = text.withUTF8 { bytes -> (Int, Bool) in
      guard bytes.count <= 1_024, let last = bytes.last,
        isDigit(last) || 0x61...0x7A ~= last | 0x20,
        bytes.allSatisfy({ 0x21..<0x7F ~= $0 })
      else { return (0, false) }
      // The directory and its full stop are three bytes; a registrant with parts is rare.
      let end = bytes[3...].firstIndex { !isDigit($0) } ?? bytes.count
      return (end - 3, end < bytes.count && bytes[end] == UInt8(ascii: "/"))
    }
    guard isPlain, 4...9 ~= registrant else { return nil }
    let name = text.lowercased()
    let arxiv = "10.48550/arxiv."
    if name.utf8.starts(with: arxiv.utf8) {
      return .arxiv(String(name.utf8.dropFirst(arxiv.utf8.count)) ?? "")
    }
    return Identifier(canonical: name, scheme: .doi)
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
    // Equal texts may differ in their normal form; one that holds what no text may is not equal.
    let clean = SafeText.line(String(name))
    return clean == name ? Identifier(canonical: clean, scheme: .doi) : nil
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
