/// The words of a text for looking at: lower case, without punctuation.
enum TextWords {
  /// The words in order; letters outside ASCII count as letters.
  ///
  /// An apostrophe inside a word and a hyphen between letters belong to it: `we've`, `e-book`.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - limit: How many words are wanted at most.
  static func of(_ text: some StringProtocol, limit: Int = .max) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var bytes = text.utf8.makeIterator()
    var next = bytes.next()
    while let byte = next {
      next = bytes.next()
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x80...0xFF: word.append(byte)
      case 0x41...0x5A: word.append(byte | 0x20)
      case UInt8(ascii: "'"), UInt8(ascii: "-"):
        if !word.isEmpty, let following = next, isLetter(following) {
          word.append(byte)
        } else {
          take(&word, into: &words)
        }
      default: take(&word, into: &words)
      }
      // The curly apostrophe and the signs beside it are three bytes of their own block.
      if word.count >= 3, word.suffix(3).first == 0xE2, word[word.count - 2] == 0x80 {
        let isApostrophe = word.last == 0x99
        word.removeLast(3)
        if isApostrophe, !word.isEmpty, let following = next, isLetter(following) {
          word.append(UInt8(ascii: "'"))
        } else {
          take(&word, into: &words)
        }
      }
      if endsWithPunctuation(word) {
        word.removeLast(3)
        take(&word, into: &words)
      }
      if words.count >= limit { return words }
    }
    take(&word, into: &words)
    return words
  }

  /// How many words a text has, as spaces part them.
  static func count(_ text: some StringProtocol) -> Int {
    var count = 0
    var isInWord = false
    for byte in text.utf8 {
      if byte != 0x20, byte != 0x0A, !isInWord { count += 1 }
      isInWord = byte != 0x20 && byte != 0x0A
    }
    return count
  }

  private static func take(_ word: inout [UInt8], into words: inout [String]) {
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    word.removeAll(keepingCapacity: true)
  }

  /// True when the last character is of the punctuation of Chinese and Japanese: `（`, `：`, `、`, `》`.
  private static func endsWithPunctuation(_ word: [UInt8]) -> Bool {
    guard word.count >= 3, let last = word.last else { return false }
    switch (word[word.count - 3], word[word.count - 2]) {
    case (0xE3, 0x80): return last <= 0x9F
    case (0xEF, 0xBC): return 0x81...0x8F ~= last || 0x9A...0xA0 ~= last || 0xBB...0xBD ~= last
    default: return false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte || 0x41...0x5A ~= byte || byte >= 0x80
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    var text = Substring(trimmedEnd)
    while let first = text.unicodeScalars.first, first.properties.isWhitespace {
      text.unicodeScalars.removeFirst()
    }
    return String(text)
  }

  /// The text without white space at its end.
  var trimmedEnd: String {
    var text = Substring(self)
    while let last = text.unicodeScalars.last, last.properties.isWhitespace {
      text.unicodeScalars.removeLast()
    }
    return String(text)
  }
}
