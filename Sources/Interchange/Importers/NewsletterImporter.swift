import ReadingModel

extension Importer {
  /// Newsletters and reading lists in plain text.
  static let newsletter = Importer(
    name: "newsletter", title: "a newsletter in plain text", endings: ["txt", "text"],
    likelihood: { _, sample in
      // Front matter belongs to Markdown.
      guard !NewsletterText.isOfOtherFormat(sample), !sample.hasPrefix("---\n") else {
        return .none
      }
      let shape = NewsletterText.withLines(of: Array(sample.utf8)) { NewsletterShape($0) }
      if NewsletterText.hasMarkdownLinks(sample) { return .none }
      if shape.hasSureTitles { return .likely }
      return shape.titleCount > 0 || shape.hasUntitledWorks ? .possible : .none
    },
    read: { source, receive in
      try NewsletterText.withLines(of: [UInt8](source.bytes)) { lines in
        let shape = NewsletterShape(lines)
        // Works without titles are a list of their own beside those that have titles.
        let parts: [NewsletterReader.Part] =
          shape.hasUntitledWorks && !shape.styles.isEmpty ? [.untitled, .titled] : [.all]
        for part in parts {
          try withoutActuallyEscaping(receive) { receive in
            var reader = NewsletterReader(shape: shape, part: part, receive: receive)
            try reader.read(lines)
          }
        }
      }
    })
}

/// Plain text as a whole.
enum NewsletterText {
  /// Calls back with the lines of a text.
  static func withLines<Result>(
    of bytes: [UInt8], _ body: (PlainLines) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { try body(PlainLines($0)) }
  }

  /// True for the beginnings of data formats, which are text as well.
  static func isOfOtherFormat(_ sample: String) -> Bool {
    guard let first = sample.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else {
      return true
    }
    if "{<%".unicodeScalars.contains(first) { return true }
    // A zero here and there is damage; where there are many, it is no text.
    if sample.utf8.count(where: { $0 == 0 }) > sample.utf8.count / 100 { return true }
    // The tagged records of the Web of Science.
    if sample.hasPrefix("FN "), sample.contains("\nVR 1.0") { return true }
    if first == "[" {
      // An array of JSON; a text may begin with a number or a label in brackets.
      let second = sample.unicodeScalars.drop { $0.properties.isWhitespace }.dropFirst()
        .first { !$0.properties.isWhitespace }
      if second == "{" || second == "\"" || second == "[" { return true }
    }
    var isInCode = false
    for line in sample.utf8.split(separator: 0x0A, maxSplits: 400) {
      // What a page shows as code is no beginning of it.
      if line.starts(with: "```".utf8) { isInCode.toggle() }
      if isInCode { continue }
      if line.starts(with: "TY  - ".utf8) { return true }
      guard line.first == UInt8(ascii: "@") else { continue }
      let name = line.dropFirst().prefix { 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }
      if !name.isEmpty, let open = line[name.endIndex...].first(where: { $0 != 0x20 }),
        open == UInt8(ascii: "{") || open == UInt8(ascii: "(")
      {
        return true
      }
    }
    return false
  }

  /// True for a text with Markdown links, which the reader of Markdown understands better.
  static func hasMarkdownLinks(_ sample: String) -> Bool {
    sample.contains("](http")
  }
}
