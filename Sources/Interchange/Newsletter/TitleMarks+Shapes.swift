import ReadingModel

/// The shapes by which a line is told to be a title, or something that stands with one.
extension TitleMarks {
  /// `2.3. Title`, `2.3 Title`, `3) Title`, `3. Title`, `[3] Title`, `#3: Title`.
  static func numbering(
    of text: String
  ) -> (number: (major: Int, minor: Int?), rest: String)? {
    var bytes = Array(text.utf8.prefix(16))[...]
    if let first = bytes.first, "#([".utf8.contains(first) { bytes.removeFirst() }
    func digits(_ limit: Int) -> Int? {
      let digits = bytes.prefix { 0x30...0x39 ~= $0 }
      guard 1...limit ~= digits.count else { return nil }
      bytes = bytes.dropFirst(digits.count)
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard let major = digits(3) else { return nil }
    var minor: Int?
    if bytes.first == UInt8(ascii: "."), let next = bytes.dropFirst().first, 0x30...0x39 ~= next {
      bytes = bytes.dropFirst()
      minor = digits(2)
      guard minor != nil else { return nil }
    }
    // The key cap of emoji follows its digit as two characters of three bytes.
    let keycap: [UInt8] = [0xEF, 0xB8, 0x8F, 0xE2, 0x83, 0xA3]
    if bytes.starts(with: keycap) {
      bytes = bytes.dropFirst(keycap.count)
    } else if let mark = bytes.first, ".):]".utf8.contains(mark) {
      bytes = bytes.dropFirst()
      if let following = bytes.first, following == UInt8(ascii: ".") { bytes = bytes.dropFirst() }
    } else if minor == nil {
      return nil
    }
    guard bytes.first == 0x20 || bytes.first == 0x09 else { return nil }
    let rest = String(decoding: Array(text.utf8)[bytes.startIndex...], as: UTF8.self).trimmed
    guard !rest.isEmpty else { return nil }
    return (number: (major: major, minor: minor), rest: rest)
  }

  /// The title and labels behind words such as “Read more:”; nil for any other line.
  static func pointedTo(in text: String) -> String? {
    guard let colon = text.utf8.prefix(60).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let words = TextWords.of(text[..<colon], limit: 12)
    guard words.first == "read" || words.first == "get", words.count <= 8,
      words.contains(where: { ["more", "paper", "research"].contains($0) })
    else { return nil }
    var work = text[text.index(after: colon)...].trimmed
    if work.hasSuffix(").") { work.removeLast() }
    guard let (inside, before) = lastGroup(of: work), LinkLabel.areLabels(inside), !before.isEmpty
    else { return nil }
    return work
  }

  /// The line without the kind of file before it: “[PDF] ”, “[HTML] ”, “[BOOK] ”.
  static func withoutLabel(_ text: String) -> String {
    guard text.hasPrefix("["), let close = text.prefix(24).firstIndex(of: "]") else { return text }
    let label = text[text.index(after: text.startIndex)..<close]
    guard label.utf8.allSatisfy({ 0x41...0x5A ~= $0 }), label.utf8.count >= 3,
      LinkLabel.areLabels(String(label)) || label == "CITATION"
    else { return text }
    return String(text[text.index(after: close)...]).trimmed
  }

  /// The line without a bullet or emoji before it.
  static func withoutBullet(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, isBullet(first) || first == " " {
      // A hyphen is a bullet only with a space behind it.
      if first == "-" || first == "*", scalars.dropFirst().first != " " { break }
      scalars = scalars.dropFirst()
    }
    return String(scalars)
  }

  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .otherSymbol, .nonspacingMark: true
    case .format: scalar != "\u{200E}"
    default: "-*•–—▪‣◦·→⇒»›".unicodeScalars.contains(scalar)
    }
  }

  /// True for a line that is a bullet and nothing else.
  static func isLoneBullet(_ text: String) -> Bool {
    text.utf8.count <= 4 && ["-", "*", "•", "–", "—", "·", "▪", "◦", "‣"].contains(text)
  }

  /// True for what may be a title: it begins with a capital, a digit or a quote, and is no sentence.
  static func isTitle(_ text: String) -> Bool {
    guard 2...400 ~= text.utf8.count, let first = text.unicodeScalars.first else { return false }
    let properties = first.properties
    let begins =
      properties.isUppercase || properties.numericType != nil
      || properties.generalCategory == .otherLetter
      || "\"“‘'`$λαβτπμσ".unicodeScalars.contains(first) || startsWithMixedCase(text)
    guard begins, TextWords.count(text) <= 45 else { return false }
    return text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// True for names such as `xLSTM` and `k-NN`.
  private static func startsWithMixedCase(_ text: String) -> Bool {
    let word = text.prefix { $0 != " " }
    return word.unicodeScalars.dropFirst().contains { $0.properties.isUppercase }
  }

  static func endsSentence(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return false }
    return ".!?…:;,。！？".unicodeScalars.contains(last)
  }

  static func isUnderline(_ text: String) -> Bool {
    guard text.utf8.count >= 3, let first = text.utf8.first, "=-~".utf8.contains(first) else {
      return false
    }
    return text.utf8.allSatisfy { $0 == first }
  }

  /// True for a line of addresses, with nothing but labels beside them.
  static func isAddressLine(_ text: String) -> Bool {
    guard text.utf8.count <= 2_000 else { return false }
    let mentions = Identifier.found(in: text)
    guard !mentions.isEmpty else { return false }
    let bytes = Array(text.utf8)
    var start = 0
    for mention in mentions {
      guard isLabel(bytes[start..<mention.range.lowerBound]) else { return false }
      start = mention.range.upperBound
    }
    return isLabel(bytes[start...])
  }

  /// The authors of a line that names them and where they work; nil for any other line.
  static func authors(in text: String) -> [String]? {
    guard text.utf8.count <= 500 else { return nil }
    var names = text
    var hasPlace = false
    while let (_, before) = lastGroup(of: names), !before.isEmpty {
      names = before
      hasPlace = true
    }
    guard let authors = AuthorNames.read(names), authors.count > 1 || hasPlace,
      authors.allSatisfy({ $0.split(separator: " ").count <= 4 })
    else { return nil }
    return authors
  }

  private static func isLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    let words = TextWords.of(text, limit: 5)
    return words.isEmpty || (words.count <= 4 && LinkLabel(text) != .title)
  }

  static func withoutSeparators(_ text: String) -> String {
    var text = text.trimmed
    while let last = text.unicodeScalars.last,
      "-–—:|([,;<@".unicodeScalars.contains(last) || last.properties.isWhitespace
    {
      text.unicodeScalars.removeLast()
    }
    return text
  }
}
