import ReadingModel

extension Diagnostic {
  /// The note of a text that was left out: its beginning.
  static func leftOut(_ text: String, line: Int) -> Diagnostic {
    Diagnostic(line: line, message: SafeText.line(text, limit: 120))
  }
}
