/// Text as it may enter an editor or a prompt.
///
/// What is typed, pasted or read from a draft is not trusted: a terminal acts on control characters,
/// and the bidirectional embeddings, overrides and isolates of UAX #9 can show a line in another
/// order than it is stored in. Joiners, variation selectors and the left-to-right and right-to-left
/// marks stay, since emoji and the scripts that need them are ordinary text.
enum EnteredText {
  /// How many spaces a tab becomes: one level of a nested Markdown list.
  static let tab = "  "

  /// The text with `\n` as its only line end, tabs as spaces, and no other control character.
  ///
  /// - Parameter text: Anything, of any length.
  /// - Returns: The same text when it is clean, which costs one pass over its bytes.
  static func multiline(_ text: String) -> String {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      bytes.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) }
    }
    if isPlain { return text }

    var kept = String.UnicodeScalarView()
    var followsReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A:
        if !followsReturn { kept.append("\n") }
      case 0x0D, 0x85, 0x2028, 0x2029:
        kept.append("\n")
      case 0x09:
        kept.append(contentsOf: tab.unicodeScalars)
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
        break
      default:
        kept.append(scalar)
      }
      followsReturn = scalar.value == 0x0D
    }
    return String(kept)
  }

  /// The text as one line: clean, with the lines joined by single spaces and empty lines left out.
  ///
  /// - Parameter text: Anything, of any length.
  /// - Returns: A text without a line end.
  static func singleLine(_ text: String) -> String {
    let clean = multiline(text)
    guard clean.utf8.contains(0x0A) else { return clean }
    return clean.split(separator: "\n").joined(separator: " ")
  }
}
