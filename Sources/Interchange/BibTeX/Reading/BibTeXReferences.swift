/// Character references of HTML, which publishers' web sites leave in BibTeX: `M&#xfc;ller`, `R&amp;D`.
enum BibTeXReferences {
  /// A value with the characters in place of their references, escaped where LaTeX would take them for
  /// markup.
  ///
  /// An ampersand that is escaped itself is one: `\&amp;` says what it shows.
  ///
  /// - Returns: nil when there is no reference in the value.
  static func resolved(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard var next = value.firstIndex(of: UInt8(ascii: "&")) else { return nil }
    var result: [UInt8] = []
    var copied = 0
    while true {
      var length = 1
      if next == 0 || value[next - 1] != UInt8(ascii: "\\"),
        let reference = HTMLCharacters.reference(value[next...])
      {
        result.append(contentsOf: value[copied..<next])
        result.append(contentsOf: BibTeXText.escaped(reference.text).utf8)
        length = reference.length
        copied = next + length
      }
      guard let following = value[(next + length)...].firstIndex(of: UInt8(ascii: "&")) else {
        break
      }
      next = following
    }
    guard copied > 0 else { return nil }
    result.append(contentsOf: value[copied...])
    return result
  }
}
