/// Plain text that was written for TeX.
enum TeXEscapes {
  /// The text with `\#`, `\%`, `\&`, `\_` and `\$` as the signs they stand for, and ``…'' as quotes.
  ///
  /// Any two apostrophes of either shape close what two grave accents open.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "`") }) else {
      return text
    }
    var result = String.UnicodeScalarView()
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      if scalar == "\\", "#%&_$".unicodeScalars.contains(next) {
        index += 1
        result.append(next)
      } else if scalar == "`" {
        // Two open a quotation; any other number of them is code.
        let count = scalars[index...].prefix { $0 == "`" }.count
        isQuoted = isQuoted || count == 2
        result.append(contentsOf: count == 2 ? ["“"] : scalars[index..<(index + count)])
        index += count - 1
      } else if isQuoted, isApostrophe(scalar), isApostrophe(next) {
        index += 1
        isQuoted = false
        result.append("”")
      } else {
        result.append(scalar)
      }
      index += 1
    }
    return String(result)
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "’"
  }
}
