/// Addresses that only lead on to another one, as mails and search engines put them around their links.
enum RedirectAddress {
  /// The address that a redirecting one holds; nil for any other address.
  ///
  /// - Parameters:
  ///   - host: The host in lower case, without `www.`.
  ///   - path: The path as it is written.
  ///   - query: The query as it is written, without its question mark.
  static func target(host: Substring, path: Substring, query: Substring) -> String? {
    for parameter in parameters(of: host, path: path) {
      let value = query.split(separator: "&").first { $0.hasPrefix(parameter + "=") }
      if let value, let target = address(value.dropFirst(parameter.count + 1)) { return target }
    }
    if host == "tracking.tldrnewsletter.com", let start = path.firstRange(of: "/CL0/") {
      return address(path[start.upperBound...].prefix { $0 != "/" })
    }
    if host == "urldefense.com", let start = path.firstRange(of: "/v3/__") {
      return address(path[start.upperBound...].prefix { $0 != ";" }.dropLast(2))
    }
    return nil
  }

  /// The parameters that may hold the address.
  private static func parameters(of host: Substring, path: Substring) -> [String] {
    if host.hasPrefix("scholar.google."), path.hasPrefix("/scholar_url") { return ["url"] }
    if host.hasPrefix("google."), path == "/url" { return ["url", "q"] }
    if host.hasSuffix(".safelinks.protection.outlook.com") { return ["url"] }
    if host == "l.facebook.com" || host == "lm.facebook.com" { return ["u"] }
    if host == "linkedin.com", path.hasPrefix("/redir/") { return ["url"] }
    return []
  }

  private static func address(_ text: Substring) -> String? {
    let decoded = String(decoding: PercentEncoding.decoded(text.utf8), as: UTF8.self)
    return decoded.hasPrefix("http://") || decoded.hasPrefix("https://") ? decoded : nil
  }
}

extension Identifier {
  /// The address that a link leads to in the end, where it only passes through a counter of clicks or
  /// a search engine; the address itself for any other.
  public static func target(of address: String) -> String {
    // One address within another takes a query or is encoded in the path; nearly none are.
    let mayLeadOn = address.utf8.inMemory { bytes in
      bytes.contains { byte in
        byte == UInt8(ascii: "?") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: ";")
      }
    }
    return mayLeadOn ? CanonicalURL(address)?.target ?? address : address
  }
}
