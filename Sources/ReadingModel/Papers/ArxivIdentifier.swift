extension Identifier {
  /// An arXiv identifier from either style, with or without a version.
  ///
  /// New style since April 2007 is `YYMM.number` (`1706.03762`), old style `archive/YYMMnumber`
  /// (`hep-th/9901001`); the subject class of `math.GT/0309136` is no part of the name. See
  /// https://info.arxiv.org/help/arxiv_identifier.html.
  ///
  /// - Parameter text: The identifier alone, without prefix or address.
  /// - Returns: The identifier without its version, or nil when the text is none.
  public static func arxiv(_ text: String) -> Identifier? {
    if isPlainNewStyle(text.utf8) { return Identifier(canonical: text, scheme: .arxiv) }
    var bytes = Substring(text.lowercased()).utf8[...]
    dropVersion(&bytes)
    guard let value = newStyle(bytes) ?? oldStyle(bytes) else { return nil }
    return Identifier(canonical: value, scheme: .arxiv)
  }

  /// True for an identifier of the new style without a version, which most are.
  static func isPlainNewStyle(_ bytes: String.UTF8View) -> Bool {
    guard 9...10 ~= bytes.count else { return false }
    return bytes.inMemory { bytes in
      var month = 0
      for (index, byte) in bytes.enumerated() {
        guard index == 4 ? byte == UInt8(ascii: ".") : isDigit(byte) else { return false }
        if index == 2 || index == 3 { month = month * 10 + Int(byte) - 48 }
      }
      return 1...12 ~= month
    }
  }

  private static func dropVersion(_ bytes: inout Substring.UTF8View.SubSequence) {
    guard let v = bytes.lastIndex(of: UInt8(ascii: "v")) else { return }
    let digits = bytes[bytes.index(after: v)...]
    if !digits.isEmpty, digits.count <= 3, digits.allSatisfy(isDigit) { bytes = bytes[..<v] }
  }

  private static func newStyle(_ bytes: Substring.UTF8View.SubSequence) -> String? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, 4...5 ~= parts[1].count,
      parts.allSatisfy({ $0.allSatisfy(isDigit) }), hasMonth(parts[0])
    else { return nil }
    return String(Substring(bytes))
  }

  private static func oldStyle(_ bytes: Substring.UTF8View.SubSequence) -> String? {
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 7, parts[1].allSatisfy(isDigit), hasMonth(parts[1])
    else { return nil }
    let archive = Substring(parts[0])
    let names = archive.split(separator: ".", omittingEmptySubsequences: false)
    guard let name = names.first, archives.contains(String(name)), names.count <= 2,
      names.count == 1 || names[1].utf8.count == 2
    else { return nil }
    return "\(name)/\(Substring(parts[1]))"
  }

  /// True when the third and fourth digit are a month.
  private static func hasMonth(_ digits: Substring.UTF8View.SubSequence) -> Bool {
    let month = digits.dropFirst(2).prefix(2).reduce(0) { $0 * 10 + Int($1) - 48 }
    return 1...12 ~= month
  }

  static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  /// The archives that had identifiers of the old style, from the category taxonomy of arXiv.
  private static let archives: Set<String> = [
    "acc-phys", "adap-org", "alg-geom", "ao-sci", "astro-ph", "atom-ph", "bayes-an", "chao-dyn",
    "chem-ph", "cmp-lg", "comp-gas", "cond-mat", "cs", "dg-ga", "funct-an", "gr-qc", "hep-ex",
    "hep-lat", "hep-ph", "hep-th", "math", "math-ph", "mtrl-th", "nlin", "nucl-ex", "nucl-th",
    "patt-sol", "physics", "plasm-ph", "q-alg", "q-bio", "quant-ph", "solv-int", "stat",
    "supr-con",
  ]
}
