/// A remark put together from the lines of a plain text.
struct PlainRemark {
  private var blocks: [(isItem: Bool, text: String)] = []
  private var last = ""
  private var size = 0

  /// True when it has no lines yet.
  var isEmpty: Bool { blocks.isEmpty }

  /// Takes a line in.
  ///
  /// Lines of one paragraph become one; a line that begins with a bullet or a label (“Key idea: …”)
  /// becomes an item of a list.
  mutating func append(_ line: PlainLine) {
    guard size <= 262_144 else { return }
    size += line.text.utf8.count
    let text = TitleMarks.withoutBullet(line.text)
    let isFinished = blocks.isEmpty || line.isAfterBlank || TitleMarks.endsSentence(last)
    let hasBullet = text.utf8.count < line.text.utf8.count
    if hasBullet || (isFinished && Self.hasLabel(text)) {
      blocks.append((true, text))
    } else if blocks.isEmpty || line.isAfterBlank
      || (blocks[blocks.count - 1].isItem && isFinished && !startsLower(text))
    {
      blocks.append((false, line.text))
    } else {
      blocks[blocks.count - 1].text += " " + line.text
    }
    last = line.text
  }

  private func startsLower(_ text: String) -> Bool {
    text.unicodeScalars.first?.properties.isLowercase ?? false
  }

  /// True for a line that begins with a few words and a colon.
  static func hasLabel(_ text: String) -> Bool { label(of: text) != nil }

  /// The words before the colon of a line such as “Key idea: …”, and what follows.
  static func label(of text: String) -> (label: String, rest: String)? {
    // Most lines have no colon near their beginning.
    let colon: String.Index
    if let found = text.utf8.prefix(70).firstIndex(of: UInt8(ascii: ":")) {
      guard text.utf8[text.utf8.index(after: found)...].first == 0x20 else { return nil }
      colon = found
    } else if let found = text.prefix(12).firstIndex(of: "：") {
      colon = found
    } else {
      return nil
    }
    let label = text[..<colon]
    guard label.utf8.count <= 64, label.split(separator: " ").count <= 9,
      let first = label.unicodeScalars.first,
      first.properties.isUppercase || first.properties.generalCategory == .otherLetter,
      !label.contains(where: { ";()“”\"".contains($0) }),
      !label.contains(",") || label.utf8.count <= 40
    else { return nil }
    return (String(label), text[text.index(after: colon)...].trimmed)
  }

  /// The remark as Markdown.
  var markdown: String {
    var text = ""
    var wasItem = false
    for block in blocks {
      if !text.isEmpty { text += wasItem && block.isItem ? "\n" : "\n\n" }
      text += block.isItem ? "- " + block.text : block.text
      wasItem = block.isItem
    }
    return TeXEscapes.plain(text)
  }
}
