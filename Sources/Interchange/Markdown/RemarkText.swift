/// The remark that is left of a line when its facts and links are taken out.
enum RemarkText {
  /// The remark without the brackets and separators of links that were taken out.
  static func tidied(_ text: Substring) -> String {
    guard text.utf8.contains(1) else { return trimmedRemark(String(text)) }
    var result: [Unicode.Scalar] = []
    // For each open bracket, where it stands and whether more than links is in it.
    var open: [(index: Int, hasText: Bool, hasGap: Bool)] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{1}":
        if !open.isEmpty { open[open.count - 1].hasGap = true }
      case "(", "[":
        open.append((result.count, false, false))
        result.append(scalar)
      case ")", "]":
        result.append(scalar)
        guard let group = open.popLast() else { continue }
        if group.hasGap, !group.hasText {
          result.removeSubrange(group.index...)
          while result.last == " " { result.removeLast() }
          if !open.isEmpty { open[open.count - 1].hasGap = true }
        } else if !open.isEmpty {
          open[open.count - 1].hasText = true
        }
      default:
        result.append(scalar)
        if !open.isEmpty, !isSeparator(scalar) { open[open.count - 1].hasText = true }
      }
    }
    var tidied = String.UnicodeScalarView()
    tidied.append(contentsOf: result)
    return trimmedRemark(String(tidied))
  }

  private static func trimmedRemark(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, " \n\t,;:.|/·•–—-".contains(first) {
      // A list of its own may begin the remark.
      if first == "-", rest.hasPrefix("- "), rest.contains("\n- ") { break }
      rest = rest.dropFirst()
    }
    while let last = rest.last, " \n\t,;|/·•–—-([".contains(last) { rest.removeLast() }
    let hasWords = rest.contains { $0.isLetter || $0.isNumber }
    if hasWords { return String(rest) }
    // Of signs alone, the separators between them say nothing.
    return rest.split { $0.isPunctuation || $0.isWhitespace || $0 == "+" || $0 == "|" }
      .joined(separator: " ")
  }

  /// True for what parts facts and the places of links that were taken out.
  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\n", "\t", ",", ";", ".", "/", "|", "·", "•", "+", "\u{1}": true
    default: false
    }
  }
}
