/// What a cluster is to line breaking: a small part of the classes of UAX #14.
enum BreakClass {
  /// A blank at which a line may end; the blanks themselves hang over the edge.
  case blank
  /// A hyphen, a dash or a slash: a line may end after it within a word, but not within a number.
  case hyphen
  /// An ideograph, a kana or an emoji: a line may end on either side.
  case ideograph
  /// A sign that opens something: no line ends after it.
  case opening
  /// A sign that closes something, or a small kana: no line begins with it.
  case closing
  /// A digit.
  case digit
  /// All else.
  case letter

  /// The class of a cluster by its first code point.
  init(_ character: Character, width: Int) {
    let code = character.unicodeScalars.first?.value ?? 0
    if code < 0x80 {
      self = Self.ascii[Int(code)]
    } else if let marked = Self.marked[code] {
      self = marked
    } else {
      self = width == 2 ? .ideograph : .letter
    }
  }

  /// True when a line may end between this cluster and the next.
  func allowsBreak(before next: BreakClass) -> Bool {
    switch (self, next) {
    case (_, .blank): false
    case (.blank, _): true
    case (_, .closing), (.opening, _): false
    case (.hyphen, .letter), (.hyphen, .opening), (.hyphen, .ideograph): true
    case (.ideograph, .hyphen): false
    case (.ideograph, _), (_, .ideograph): true
    default: false
    }
  }

  private static let ascii: [BreakClass] = (UInt8(0)..<0x80).map { byte in
    switch Unicode.Scalar(byte) {
    case " ", "\t": .blank
    case "-", "/": .hyphen
    case "0"..."9": .digit
    case "(", "[", "{": .opening
    case ")", "]", "}", ".", ",", ";", ":", "!", "?": .closing
    default: .letter
    }
  }

  /// The code points beyond ASCII that are more than their width says.
  private static let marked: [UInt32: BreakClass] = {
    let classes: [(String, BreakClass)] = [
      ("\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2008}\u{2009}", .blank),
      ("\u{200A}\u{200B}\u{205F}\u{3000}", .blank),
      ("\u{2010}–—", .hyphen),
      ("“‘「『（【〈《〔［｛", .opening),
      ("”’…、。，．：；？！」』）】〉》〕］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ", .closing),
    ]
    var marked: [UInt32: BreakClass] = [:]
    for (signs, kind) in classes {
      for scalar in signs.unicodeScalars { marked[scalar.value] = kind }
    }
    return marked
  }()
}
