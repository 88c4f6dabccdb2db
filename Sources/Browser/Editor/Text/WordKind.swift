/// What a cluster is to the keys that move by words.
enum WordKind: Equatable {
  /// A letter or digit; a run of them is a word.
  case letters
  /// A Han character or kana, which is a word of its own, as these scripts put no spaces.
  case ideograph
  /// Spaces, punctuation and symbols, which stand between words.
  case between

  /// Sorts a cluster by its first scalar.
  init(of character: Character) {
    if character.isASCII {
      self = character.isLetter || character.isNumber || character == "_" ? .letters : .between
      return
    }
    let first = character.unicodeScalars.first
    switch first?.value ?? 0 {
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: self = .ideograph
    default:
      if first?.properties.isIdeographic == true {
        self = .ideograph
      } else {
        self = character.isLetter || character.isNumber ? .letters : .between
      }
    }
  }
}
