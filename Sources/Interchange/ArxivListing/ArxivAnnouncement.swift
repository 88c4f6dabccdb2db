import ReadingModel

/// What arXiv writes around titles and abstracts in its feeds.
///
/// See https://info.arxiv.org/help/rss_specifications.html.
enum ArxivAnnouncement {
  /// The title without the identifier that feeds had behind it until 2024:
  /// `A Title. (arXiv:2301.00001v1 [cs.CL])`.
  static func title(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "(")),
      let open = text.lastIndex(of: "("), text[open...].hasPrefix("(arXiv:")
    else { return text }
    var title = text[..<open]
    while title.last?.isWhitespace == true || title.last == "." { title.removeLast() }
    return String(title)
  }

  /// A text as authors gave it to arXiv, who write TeX: `$\alpha$-fair`, `Schr\"odinger`.
  static func plain(_ text: String) -> String {
    let marks: [UInt8] = [UInt8(ascii: "\\"), UInt8(ascii: "$")]
    return text.utf8.contains(where: marks.contains) ? TeXText.plain(text) : text
  }

  /// The abstract without what stands before it since 2024:
  /// `arXiv:2401.00001v1 Announce Type: new Abstract: …`.
  static func abstract(_ text: String) -> String {
    let line = SafeText.line(text, limit: SafeText.longestBlock)
    guard line.hasPrefix("arXiv:") else { return line }
    let words = line.split(separator: " ", maxSplits: 6, omittingEmptySubsequences: true)
    guard let mark = words.prefix(6).firstIndex(of: "Abstract:"), mark + 1 < words.count else {
      return line
    }
    return String(line[words[mark + 1].startIndex...])
  }

  /// The year in which a paper was first submitted, which its identifier begins with.
  static func year(of identifier: Identifier) -> Int? {
    let digits = identifier.value.drop { $0 != "/" }.dropFirst()
    let number = digits.isEmpty ? identifier.value[...] : digits
    guard identifier.scheme == .arxiv, let year = Int(number.prefix(2)) else { return nil }
    return year < 91 ? 2_000 + year : 1_900 + year
  }
}
