import ReadingModel

extension Importer {
  /// Addresses, arXiv ids and DOIs, one in a line, each with or without a title behind it.
  static let links = Importer(
    name: "links", title: "addresses and ids, one in a line", endings: ["urls", "links", "txt"],
    likelihood: { _, sample in
      let lines = LinkLine.all(of: sample)
      guard !lines.isEmpty, lines.allSatisfy({ $0.identifier != nil || $0.isHeading }) else {
        return .none
      }
      let bare = lines.count { $0.identifier != nil && $0.title.isEmpty }
      return bare * 2 >= lines.count ? .likely : .possible
    },
    read: { source, receive in
      try NewsletterText.withLines(of: [UInt8](source.bytes)) { lines in
        for line in lines {
          let link = LinkLine(line)
          if link.isHeading {
            try receive(.section(link.title))
          } else if let identifier = link.identifier {
            try receive(.entry(link.entry(about: identifier)))
          } else {
            try receive(
              .warning(
                Diagnostic(
                  line: link.number, message: "expected an address, an arXiv id or a DOI first")))
          }
        }
      }
    })
}

/// A line that begins with what names a work.
private struct LinkLine {
  let number: Int
  /// The address or id as it stands there.
  let address: String
  /// What it names; nil when the line begins with something else.
  let identifier: Identifier?
  /// The words behind it, or those of a heading.
  let title: String
  /// True for `# words`, which begins a section.
  let isHeading: Bool

  /// How many lines tell what a document is.
  private static let mostLooked = 200

  /// The lines of a sample; its last one may be cut and is left out when there are others.
  static func all(of sample: String) -> [LinkLine] {
    let lines = NewsletterText.withLines(of: Array(sample.utf8)) {
      $0.prefix(mostLooked + 1).map(LinkLine.init)
    }
    return lines.count > mostLooked || (lines.count > 1 && sample.utf8.count >= 65_536)
      ? lines.dropLast() : lines
  }

  init(_ line: PlainLine) {
    number = line.number
    let text = Self.unmarked(line.text)
    isHeading = text.hasPrefix("# ")
    guard !isHeading else {
      address = ""
      identifier = nil
      title = SafeText.line(String(text.dropFirst(2)))
      return
    }
    let word = text.prefix { !$0.isWhitespace }
    address = String(
      word.hasPrefix("<") && word.hasSuffix(">") ? word.dropFirst().dropLast() : word)
    identifier = Identifier.recognise(address)
    let rest = SafeText.line(String(text.dropFirst(word.count)))
    title = String(rest.drop { $0.isWhitespace || "–—-:|".contains($0) })
  }

  /// The line without a bullet or a number before it.
  private static func unmarked(_ text: String) -> String {
    for bullet in ["- ", "* ", "+ ", "• "] where text.hasPrefix(bullet) {
      return SafeText.line(String(text.dropFirst(2)))
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count < 5 else { return text }
    let behind = text.dropFirst(digits.count)
    guard behind.hasPrefix(". ") || behind.hasPrefix(") ") else { return text }
    return SafeText.line(String(behind.dropFirst(2)))
  }

  func entry(about identifier: Identifier) -> ParsedEntry {
    var paper = Paper(title: title.isEmpty ? identifier.workingTitle : title)
    paper.hasWorkingTitle = title.isEmpty
    var addresses = PaperAddresses()
    addresses.add(address)
    addresses.fill(&paper)
    return ParsedEntry(line: number, paper: paper)
  }
}
