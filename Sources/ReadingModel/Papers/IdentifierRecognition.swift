extension Identifier {
  /// The canonical address of a page on the web.
  ///
  /// - Parameter text: An `http` or `https` address of at most 4,096 bytes.
  /// - Returns: The identifier, or nil when the text is no such address. It is an address even where
  ///   `recognise` finds a better name, such as an arXiv identifier, in it.
  public static func url(_ text: String) -> Identifier? {
    CanonicalURL(text).map { Identifier(canonical: $0.text, scheme: .url) }
  }

  /// True for a text that is an `http` or `https` address of at most 4,096 bytes.
  public static func isAddress(_ text: String) -> Bool {
    CanonicalURL.isPlain(text) || CanonicalURL(text) != nil
  }

  /// The best identifier in what a person types or a link holds.
  ///
  /// Understands a paper key (`arxiv:1706.03762`), a bare or prefixed arXiv identifier or DOI, an ACL
  /// Anthology identifier, addresses at arXiv and the sites that mirror its papers, at doi.org,
  /// OpenReview and the ACL Anthology, and any other address.
  ///
  /// - Parameter text: One identifier or address, with or without white space around it.
  /// - Returns: The identifier in canonical form, or nil when the text names no work by itself.
  public static func recognise(_ text: String) -> Identifier? {
    // The form of most addresses of papers.
    if text.hasPrefix(arxivPage) {
      let name = String(text.utf8.dropFirst(arxivPage.utf8.count)) ?? ""
      if isPlainNewStyle(name.utf8) { return Identifier(canonical: name, scheme: .arxiv) }
    }
    let text = String(trimmed(text[...]))
    guard !text.isEmpty, text.utf8.count <= CanonicalURL.longest else { return nil }
    if let url = CanonicalURL(text) { return recognise(url) }
    if let colon = text.firstIndex(of: ":"),
      let scheme = IdentifierScheme(rawValue: text[..<colon].lowercased())
    {
      return named(String(trimmed(text[colon...].dropFirst())), in: scheme)
    }
    if let identifier = arxiv(text) ?? doi(text) ?? aclAnthology(text) { return identifier }
    // An address of a site that is known, typed without its scheme.
    guard let slash = text.firstIndex(of: "/"), text[..<slash].contains("."),
      let url = CanonicalURL("https://" + text), let identifier = recognise(url),
      identifier.scheme != .url
    else { return nil }
    return identifier
  }

  private static func named(_ value: String, in scheme: IdentifierScheme) -> Identifier? {
    if value.contains("://") {
      guard let identifier = recognise(value) else { return nil }
      return scheme == .url || identifier.scheme == scheme ? identifier : nil
    }
    switch scheme {
    case .arxiv:
      // Citations name the primary category after the identifier: `1706.03762v7 [cs.CL]`.
      return arxiv(value.hasSuffix("]") ? String(value.prefix { !$0.isWhitespace }) : value)
    case .doi: return doi(value)
    case .openreview: return openReview(value)
    case .acl: return aclAnthology(value)
    case .url: return nil
    }
  }

  private static func recognise(_ url: CanonicalURL) -> Identifier? {
    let path = url.decodedPath
    let host = url.host
    var found: Identifier?
    if arxivHosts.contains(where: { host == $0 || host.hasSuffix("." + $0) }) {
      found = arxivInPath(path, under: arxivPages)
    } else if host == "huggingface.co" || host == "hf.co" {
      found = arxivInPath(path, under: ["papers"])
    } else if host == "doi.org" || host == "dx.doi.org" {
      found = doi(path)
    } else if host == "openreview.net", ["forum", "pdf"].contains(path) {
      let id = url.query.split(separator: "&").first { $0.hasPrefix("id=") }?.dropFirst(3)
      found = id.flatMap { openReview(String($0)) }
    } else if host == "aclanthology.org" || host == "aclweb.org" {
      let name = path.split(separator: "/").last { $0 != "anthology" }
      found = name.flatMap { aclAnthology(String($0)) }
    }
    return found ?? Identifier(canonical: url.text, scheme: .url)
  }

  /// The arXiv identifier in paths such as `abs/1706.03762v7` and `pdf/hep-th/9901001.pdf`.
  private static func arxivInPath(_ path: String, under pages: Set<String>) -> Identifier? {
    guard let slash = path.firstIndex(of: "/"), pages.contains(String(path[..<slash])) else {
      return nil
    }
    let name = path[slash...].dropFirst()
    return arxiv(String(name.hasSuffix(".pdf") ? name.dropLast(4) : name))
  }

  private static let arxivPage = "https://arxiv.org/abs/"
  private static let arxivHosts = ["arxiv.org", "alphaxiv.org", "ar5iv.org"]
  private static let arxivPages: Set<String> = [
    "abs", "pdf", "html", "format", "ps", "e-print", "src", "overview", "resources",
  ]

  /// An OpenReview forum identifier: letters, digits, `_` and `-`, case kept.
  private static func openReview(_ text: String) -> Identifier? {
    guard 6...32 ~= text.utf8.count, text.utf8.allSatisfy(isOfForum) else { return nil }
    return Identifier(canonical: text, scheme: .openreview)
  }

  private static func isOfForum(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }

  /// An ACL Anthology identifier, `P19-1001` or `2023.acl-long.1`, without version and file ending.
  ///
  /// See https://aclanthology.org/info/ids/.
  private static func aclAnthology(_ text: String) -> Identifier? {
    var name = text[...]
    if name.hasSuffix(".pdf") || name.hasSuffix(".bib") { name = name.dropLast(4) }
    if let v = name.lastIndex(of: "v"), v > name.startIndex,
      let number = Int(name[v...].dropFirst()),
      number > 0, name[name.index(before: v)].isNumber
    {
      name = name[..<v]
    }
    let dotted = name.split(separator: ".", omittingEmptySubsequences: false)
    if dotted.count == 3, dotted[0].utf8.count == 4, dotted[0].utf8.allSatisfy(isDigit),
      dotted[1].contains("-"), dotted[1].utf8.allSatisfy(isOfForum), !dotted[2].isEmpty,
      dotted[2].utf8.count <= 5, dotted[2].utf8.allSatisfy(isDigit)
    {
      return Identifier(canonical: name.lowercased(), scheme: .acl)
    }
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 3, parts[1].utf8.count == 4,
      let letter = parts[0].utf8.first, letter | 0x20 >= 0x61, letter | 0x20 <= 0x7A,
      parts[0].utf8.dropFirst().allSatisfy(isDigit), parts[1].utf8.allSatisfy(isDigit)
    else { return nil }
    return Identifier(canonical: name.uppercased(), scheme: .acl)
  }
}
