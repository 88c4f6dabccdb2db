#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Addresses that are relative to the page they stand on (RFC 3986, section 5).
enum RelativeAddress {
  /// The whole address; the reference itself when it has a scheme or there is nothing to add.
  static func resolved(_ reference: String, base: String?) -> String {
    let reference = String(reference.drop(while: \.isWhitespace))
    let beginning = reference.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !reference.isEmpty, !reference.hasPrefix("#"), !beginning.contains(":"), let base,
      reference.utf8.count + base.utf8.count <= 4_096, let url = URL(string: base),
      let whole = URL(string: reference, relativeTo: url)
    else { return reference }
    return whole.absoluteString
  }
}
