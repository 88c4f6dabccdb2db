/// What a cluster is to line breaking: a small part of the classes of UAX #14.
enum BreakClass: Equatable {
  /// A blank at which a line may end; the blanks themselves hang over the edge.
  case blank
  /// A hyphen or a dash: a line may end after it.
  case hyphen
  /// A slash: a line may end after it.
  case slash
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

  init(_ character: Character, width: Int) {
    switch character {
    case " ", "\t", "\u{1680}", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200A}", "\u{200B}",
      "\u{205F}", "\u{3000}":
      self = .blank
    case "-", "\u{2010}", "–", "—": self = .hyphen
    case "/": self = .slash
    case "0"..."9": self = .digit
    case "(", "[", "{", "“", "‘", "「", "『", "（", "【", "〈", "《", "〔", "［", "｛": self = .opening
    case ")", "]", "}", "”", "’", ".", ",", ";", ":", "!", "?", "…", "、", "。", "，", "．", "：",
      "；", "？", "！", "」", "』", "）", "】", "〉", "》", "〕", "］", "｝", "ー", "々", "ぁ", "ぃ", "ぅ",
      "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ":
      self = .closing
    default: self = width == 2 ? .ideograph : .letter
    }
  }

  /// True when a line may end between this cluster and the next.
  func allowsBreak(before next: BreakClass) -> Bool {
    switch (self, next) {
    case (_, .blank): false
    case (.blank, _): true
    case (_, .closing), (.opening, _): false
    case (.hyphen, .letter), (.hyphen, .opening), (.hyphen, .ideograph): true
    case (.slash, .letter), (.slash, .opening), (.slash, .ideograph): true
    case (.ideograph, .hyphen), (.ideograph, .slash): false
    case (.ideograph, _), (_, .ideograph): true
    default: false
    }
  }
}
