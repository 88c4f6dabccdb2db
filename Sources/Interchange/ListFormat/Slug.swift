import ReadingModel

/// The names of lists in commands: lower case letters, digits and hyphens.
public enum Slug {
  /// The most characters of a slug.
  static let longest = 80

  /// True for a name that can be typed as it is.
  public static func isValid(_ text: String) -> Bool {
    1...longest ~= text.utf8.count && text.utf8.allSatisfy(isOfSlug) && !text.hasPrefix("-")
      && !text.hasSuffix("-")
  }

  /// A slug from a title, never empty.
  public static func made(from title: String) -> String {
    var slug = ""
    for byte in SafeText.folded(title).utf8 {
      if byte != UInt8(ascii: "-"), isOfSlug(byte) {
        slug.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
      if slug.utf8.count == longest { break }
    }
    if slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? "list" : slug
  }

  private static func isOfSlug(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte || 0x30...0x39 ~= byte || byte == UInt8(ascii: "-")
  }
}
