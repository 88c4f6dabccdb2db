import ReadingModel

/// The lines of a document as safe text, with warnings for what was not safe.
struct ListLines {
  /// The lines without spaces at their ends; the first is line 1 of the document.
  let lines: [String]
  /// What was found while the lines were cleaned or read.
  var warnings: [Diagnostic] = []

  init(_ bytes: [UInt8]) {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let isValid = String(validating: content, as: UTF8.self) != nil
    var lines: [String] = []
    var warnings: [Diagnostic] = []
    for raw in content.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(decoding: raw, as: UTF8.self)
      let safe = SafeText.block(text)
      if safe == text, isValid {
        lines.append(safe)
        continue
      }
      if !isValid, String(validating: raw, as: UTF8.self) == nil {
        warnings.append(
          Diagnostic(
            line: lines.count + 1, message: "bytes that are not UTF-8 were replaced by “�”"))
      }
      if safe != Self.expandedWithoutSpacesAtEnd(text) {
        warnings.append(
          Diagnostic(
            line: lines.count + 1,
            message: "characters that cannot be shown, or too many of them, were taken out"))
      }
      // A stray carriage return or line separator parts a line in two: what follows keeps its number.
      lines.append(safe.split(separator: "\n").joined(separator: " "))
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
    self.warnings = warnings
  }

  private static func expandedWithoutSpacesAtEnd(_ line: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      if scalar == "\t" {
        text.append(contentsOf: repeatElement(" ", count: 4))
      } else {
        text.append(scalar)
      }
    }
    while text.last?.properties.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// Notes something about a line, given by its index.
  mutating func warn(_ index: Int, _ message: String) {
    warnings.append(Diagnostic(line: index + 1, message: message))
  }

  /// A value as one line of safe text, with a warning when it is too long to keep whole.
  mutating func value(_ text: some StringProtocol, line index: Int) -> String {
    let text = String(text)
    if text.utf8.count > SafeText.longestLine {
      warn(index, "a value is longer than \(SafeText.longestLine) bytes and was cut there")
    }
    return SafeText.line(text)
  }
}
