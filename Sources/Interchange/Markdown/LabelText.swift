import ReadingModel

/// Short lines that head what follows them.
enum LabelText {
  /// The text without the brackets and colon around it.
  static func bare(_ text: String) -> String? {
    var bare = text.trimmed
    if bare.hasSuffix(":") { bare.removeLast() }
    if bare.hasPrefix("("), bare.hasSuffix(")") { bare = String(bare.dropFirst().dropLast()) }
    guard bare.contains(where: { $0.isLetter || $0.isNumber }),
      !bare.hasSuffix("."), !bare.hasSuffix("!")
    else { return nil }
    return SafeText.line(bare)
  }

  /// True for text without letters and digits.
  static func isPunctuation(_ text: String) -> Bool {
    !text.contains { $0.isLetter || $0.isNumber }
  }
}
