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
  init(scalar code: UInt32, width: Int) {
    if code < 0x80 {
      self = Self.ascii[Int(code)]
    } else if code >= 0x1680, let marked = Self.marked(code) {
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

  /// What a code point from U+1680 on is that is more than its width says; nil for any other.
  private static func marked(_ code: UInt32) -> BreakClass? {
    guard let scalar = Unicode.Scalar(code) else { return nil }
    return switch scalar {
    case "\u{1680}", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200B}", "\u{205F}", "\u{3000}":
      .blank
    case "\u{2010}", "–", "—": .hyphen
    case "“", "‘", "「", "『", "（", "【", "〈", "《", "〔", "［", "｛": .opening
    case "”", "’", "…", "、", "。", "，", "．", "：", "；", "？", "！", "」", "』", "）", "】", "〉", "》",
      "〕", "］", "｝", "ー", "々":
      .closing
    case "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ": .closing
    case "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ": .closing
    default: nil
    }
  }
}
