// Canonical decomposition is in full Foundation only; it runs for text that is not ASCII alone.
import Foundation

extension SafeText {
  /// Text for comparing: lower case, without accents.
  ///
  /// Latin letters that Unicode does not decompose become what they are typed as (`ø` is `o`, `ß` is
  /// `ss`). Marks that make a different letter, such as the dakuten of kana, stay.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The folded text in Unicode normalisation form C; ASCII text is only lower-cased.
  public static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    return foldedSingly(text) ?? foldedWhole(text)
  }

  /// The folded text when each of its characters is folded by itself, which nearly every text is.
  private static func foldedSingly(_ text: String) -> String? {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let folded = foldedAlone(scalar) else { return nil }
      scalars.append(folded)
    }
    return String(scalars)
  }

  /// What a character becomes whatever stands beside it; nil when that is not known here.
  private static func foldedAlone(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x41...0x5A: Unicode.Scalar(UInt8(scalar.value | 0x20))
    case 0..<0x80: scalar
    case 0xC0..<0x180: letter(Int(scalar.value) - 0xC0, of: latin)
    case 0x1E00..<0x1F00: letter(Int(scalar.value) - 0x1E00, of: latinAdditional)
    // Dashes and quotes, kana, Chinese characters, hangul, and pictures with what joins them.
    case 0x2010...0x2027, 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x9FFF, 0xAC00...0xD7A3:
      scalar
    case 0x200D, 0x2600...0x27BF, 0xFE0F, 0x1F300...0x1FAFF: scalar
    default: nil
    }
  }

  private static func letter(_ place: Int, of letters: StaticString) -> Unicode.Scalar? {
    let byte = letters.utf8Start[place]
    return byte == UInt8(ascii: "?") ? nil : Unicode.Scalar(byte)
  }

  /// What becomes of the letters from U+00C0 on; `?` for those that do not become one of ASCII.
  private static let latin: StaticString = """
    aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?yaaaaaaccccccccddddeeeeeeee\
    eegggggggghhhhiiiiiiiiii??jjkk?llllll??llnnnnnn?nnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuu\
    wwyyyzzzzzz?
    """
  /// What becomes of the letters from U+1E00 on.
  private static let latinAdditional: StaticString = """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprr\
    rrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy??????aaaaaaaaaaaaaaaaaaaa\
    aaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????
    """

  private static func foldedWhole(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
    where !isAccent(scalar) {
      if let spelling = spellings[scalar] {
        scalars.append(contentsOf: spelling.unicodeScalars)
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars).precomposedStringWithCanonicalMapping
  }

  /// True for the marks of the Unicode blocks of combining diacritical marks.
  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
    default: false
    }
  }

  /// Lower-case letters without a canonical decomposition, with the letters people type for them.
  private static let spellings: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
    "ı": "i", "ŋ": "n", "ŧ": "t", "ς": "σ",
  ]
}
