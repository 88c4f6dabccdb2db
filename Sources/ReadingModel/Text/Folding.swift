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
