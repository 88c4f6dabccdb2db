/// What stands beside a run of `*` or `_`, which decides whether it can open or close emphasis.
enum MarkdownNeighbour {
  /// White space, or an end of the text.
  case blank
  /// Punctuation or a symbol.
  case sign
  case other

  /// What begins at an offset.
  init(at index: Int, in source: [UInt8]) {
    self.init(Self.scalar(at: index, in: source))
  }

  /// What ends at an offset.
  init(endingAt end: Int, in source: [UInt8]) {
    var start = end - 1
    while start > 0, source[start] & 0xC0 == 0x80 { start -= 1 }
    self.init(start < 0 ? nil : Self.scalar(at: start, in: source))
  }

  private init(_ scalar: Unicode.Scalar?) {
    guard let scalar, !scalar.properties.isWhitespace else {
      self = .blank
      return
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      self = .sign
    default: self = .other
    }
  }

  /// The code point that begins at an offset; nil at the end of the text.
  static func scalar(at index: Int, in source: [UInt8]) -> Unicode.Scalar? {
    source.indices.contains(index)
      ? String(decoding: source[index...].prefix(4), as: UTF8.self).unicodeScalars.first : nil
  }
}
