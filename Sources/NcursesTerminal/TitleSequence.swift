/// What a terminal is sent to name its window (xterm control sequences, OSC 2).
///
/// - Parameter title: Anything; control characters are left out and a long one is cut.
func titleSequence(for title: String) -> [UInt8] {
  let clean = title.unicodeScalars.filter { scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
  return Array("\u{1B}]2;\(String(String.UnicodeScalarView(clean.prefix(200))))\u{1B}\\".utf8)
}
