/// An address of the web in the one form that its variants share.
///
/// Follows RFC 3986, section 6.2, and goes further where addresses of papers differ in practice:
/// `http` is `https`, `www.`, user, fragment and tracking parameters go, and so does a slash at the
/// end unless it is the whole path.
struct CanonicalURL: Equatable {
  /// The longest address that is accepted, in bytes.
  static let longest = 4_096

  /// The host in lower case, without `www.`.
  let host: String
  /// The port, when it is not the usual one.
  let port: String
  /// The path with its percent encoding in normal form; it begins with a slash.
  let path: String
  /// The query without tracking parameters; empty when there is none.
  let query: String
  /// The address that this one was read from the inside of; nil for one that leads nowhere else.
  private(set) var target: String?

  /// The whole address.
  var text: String {
    var text = "https://"
    text.reserveCapacity(
      10 + host.utf8.count + port.utf8.count + path.utf8.count + query.utf8.count)
    text += host
    if !port.isEmpty { text += ":" + port }
    text += path
    if !query.isEmpty { text += "?" + query }
    return text
  }

  /// The path without its first slash and without percent encoding.
  var decodedPath: String {
    String(decoding: PercentEncoding.decoded(path.utf8.dropFirst()), as: UTF8.self)
  }

  /// Reads an `http` or `https` address; nil for anything else.
  init?(_ text: String) {
    var text = text
    if let plain = text.withUTF8({ CanonicalURL(plain: $0) }) {
      self = plain
    } else {
      self.init(any: text)
    }
  }

  /// True for an address that is canonical but for its scheme, `www.` and slashes at its end.
  static func isPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { plainParts(of: $0) != nil }
  }

  /// Reads an address that is canonical but for its scheme, `www.` and slashes at its end, as nearly
  /// all are; nil for any other, whether or not it is an address.
  private init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    guard let parts = Self.plainParts(of: bytes) else { return nil }
    host = String(decoding: bytes[parts.host], as: UTF8.self)
    port = ""
    path = parts.path.isEmpty ? "/" : String(decoding: bytes[parts.path], as: UTF8.self)
    query = ""
  }

  /// Where the host and the path of a plain address stand.
  private static func plainParts(
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> (host: Range<Int>, path: Range<Int>)? {
    guard bytes.count > 8, bytes.count <= Self.longest, bytes.starts(with: "http".utf8) else {
      return nil
    }
    var start = bytes[4] == UInt8(ascii: "s") ? 5 : 4
    guard bytes[start...].starts(with: "://".utf8) else { return nil }
    start += 3
    var pathStart = start
    while pathStart < bytes.count, Self.isOfPlainHost(bytes[pathStart]) { pathStart += 1 }
    guard pathStart > start, bytes[start] != UInt8(ascii: "."),
      bytes[pathStart - 1] != UInt8(ascii: ".")
    else { return nil }
    var last = UInt8(ascii: "/")
    for byte in bytes[pathStart...] {
      // What begins with a full stop may be a step up the path.
      guard Self.isOfPlainPath(byte), byte != UInt8(ascii: ".") || last != UInt8(ascii: "/") else {
        return nil
      }
      last = byte
    }
    var end = bytes.count
    guard pathStart == end || bytes[pathStart] == UInt8(ascii: "/") else { return nil }
    while end > pathStart, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
    if bytes[start..<pathStart].starts(with: "www.".utf8),
      bytes[(start + 4)..<pathStart].contains(UInt8(ascii: "."))
    {
      start += 4
    }
    return (start..<pathStart, pathStart..<end)
  }

  private static func isOfPlainHost(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x30...0x39: true
    case UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: false
    }
  }

  private static func isOfPlainPath(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case 0x30...0x39, UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private init?(any text: String) {
    let text = Identifier.trimmed(text[...])
    guard text.utf8.count <= Self.longest, let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      ["http", "https"].contains(text[..<colon].lowercased()), text[colon...].hasPrefix("://"),
      !Self.hasControls(text.utf8)
    else { return nil }
    var rest = text[colon...].dropFirst(3)
    if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
    let pathStart = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    guard let (host, port) = Self.hostAndPort(rest[..<pathStart]) else { return nil }
    let parts = rest[pathStart...].split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    if let address = RedirectAddress.target(
      host: host[...], path: parts.first ?? "", query: parts.count == 2 ? parts[1] : ""),
      var target = CanonicalURL(address)
    {
      target.target = target.target ?? address
      self = target
      return
    }
    self.host = host
    self.port = port
    path = Self.canonicalPath(parts.first ?? "")
    query = parts.count == 2 ? Self.canonicalQuery(parts[1]) : ""
  }

  /// True when there is a C0 or C1 control character or a delete.
  private static func hasControls(_ bytes: Substring.UTF8View) -> Bool {
    var last: UInt8 = 0
    for byte in bytes {
      if byte < 0x20 || byte == 0x7F || (last == 0xC2 && byte < 0xA0) { return true }
      last = byte
    }
    return false
  }

  private static func hostAndPort(_ authority: Substring) -> (String, String)? {
    // Browsers take a backslash for a slash: what follows it is not the host they would visit.
    guard !authority.contains("\\") else { return nil }
    var name = authority
    if let at = name.lastIndex(of: "@") { name = name[name.index(after: at)...] }
    var port = ""
    if !name.hasSuffix("]"), let colon = name.lastIndex(of: ":") {
      port = String(name[name.index(after: colon)...])
      name = name[..<colon]
    }
    guard port.utf8.allSatisfy(Identifier.isDigit), port.utf8.count <= 5 else { return nil }
    var host = name.lowercased()
    while host.hasSuffix(".") { host.removeLast() }
    if host.hasPrefix("www."), host.dropFirst(4).contains(".") { host.removeFirst(4) }
    guard !host.isEmpty, !host.hasPrefix("."), host.utf8.allSatisfy(isOfHost) else { return nil }
    return (host, ["80", "443"].contains(port) ? "" : port)
  }

  private static func isOfHost(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x30...0x39, 0x80...0xFF: true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"): true
    default: false
    }
  }

  /// The path without `.` and `..` (RFC 3986, section 5.2.4) and without a slash at its end.
  private static func canonicalPath(_ path: Substring) -> String {
    var segments: [String] = []
    for segment in path.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      switch segment {
      case ".": continue
      case "..": if !segments.isEmpty { segments.removeLast() }
      default: segments.append(PercentEncoding.normalised(segment, keeping: "/:@$&+,;="))
      }
    }
    while segments.last?.isEmpty == true { segments.removeLast() }
    return "/" + segments.joined(separator: "/")
  }

  private static func canonicalQuery(_ query: Substring) -> String {
    query.split(separator: "&").filter { parameter in
      let name = parameter.prefix { $0 != "=" }.lowercased()
      return !name.hasPrefix("utm_") && !trackingParameters.contains(name)
    }
    .map { PercentEncoding.normalised($0, keeping: "/:@$+,;=?") }
    .joined(separator: "&")
  }

  /// Parameters that say where a reader came from and nothing about the page.
  private static let trackingParameters: Set<String> = [
    "ref", "ref_src", "ref_url", "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid",
    "twclid", "igshid", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "__s", "vero_id",
  ]
}
