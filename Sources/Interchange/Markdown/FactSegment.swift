/// Where one fact about a work ends and the next begins.
enum FactSegment {
  /// The end of what may be one fact.
  static func end(in text: Substring) -> Substring.Index {
    // Text in emphasis ends where its mark closes.
    if let mark = text.first, mark == "*" || mark == "_" {
      let inner = text.drop { $0 == mark }
      if let close = inner.prefix(2_000).firstIndex(of: mark) {
        return text[close...].firstIndex { $0 != mark } ?? text.endIndex
      }
    }
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var steps = 0
    while index < scalars.endIndex, steps < 2_100 {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      let following = next < scalars.endIndex ? scalars[next] : nil
      switch scalar {
      case "\u{1}", "\n", ";": return index
      case " ":
        if let following, "([-–—|·:".unicodeScalars.contains(following) { return index }
      case ".":
        if following == " " || following == "*", !isInitial(text[..<index]) { return index }
      case ":":
        if following == " " { return index }
      default: break
      }
      index = next
      steps += 1
    }
    return index
  }

  /// True when a text ends with a single capital, `et` or `Jr`, whose full stop ends no sentence.
  private static func isInitial(_ text: Substring) -> Bool {
    let word = text.suffix(4).split { $0 == " " || $0 == "." || $0 == "*" || $0 == "-" }.last ?? ""
    return (word.count == 1 && word.first?.isUppercase == true) || word == "et"
      || word == "Jr" || word == "Vol" || word == "No"
  }

  /// The bracket that closes the one a text begins with; nil where it is far or missing.
  static func closing(of text: Substring) -> Substring.Index? {
    guard let open = text.first else { return nil }
    let close: Character = open == "(" ? ")" : "]"
    var depth = 0
    for index in text.prefix(400).indices {
      if text[index] == open { depth += 1 }
      if text[index] == close { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}
