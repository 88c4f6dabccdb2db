// Canonical composition is in full Foundation only; it runs for text that needs it alone.
import Foundation

extension SafeText {
  /// Text in Unicode normalisation form C.
  static func composed(_ text: String) -> String {
    mayNeedComposing(text) ? text.precomposedStringWithCanonicalMapping : text
  }

  /// False only for text that is in form C already: the quick check of UAX #15, made coarser.
  ///
  /// What follows U+0300 can be decomposed when it is a mark, a conjoining jamo or a singleton that
  /// form C replaces.
  private static func mayNeedComposing(_ text: String) -> Bool {
    for scalar in text.unicodeScalars where scalar.value >= 0x300 {
      switch scalar.value {
      case 0x1100...0x11FF: return true
      case 0x2000...0x2FFF where scalar.properties.isFullCompositionExclusion: return true
      case 0x3400...0x9FFF, 0xAC00...0xD7A3: continue
      default: break
      }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: return true
      default: if scalar.properties.isFullCompositionExclusion { return true }
      }
    }
    return false
  }
}
