import ReadingModel

/// What a plain text is built like, learned from one walk through it.
struct NewsletterShape {
  /// How its titles are marked; empty when it has none.
  private(set) var styles: Set<TitleStyle> = []
  /// True when whole paragraphs without titles stand for works.
  private(set) var hasUntitledWorks = false

  /// True when stories come before the lines that point to their works.
  var endsStories: Bool { pointers >= 2 && pointers * 2 >= titleCount }

  private var pointers = 0
  /// What numbers in brackets refer to.
  let references: PlainReferences

  private var counts: [TitleStyle: Int] = [:]
  /// For each style, how many abstracts stand before its first line.
  private var abstractsBefore: [TitleStyle: Int] = [:]
  private var abstracts = 0
  private var paragraphs = 0
  private var hasContents = false
  private var claimsLinks = false
  private var order = NumberOrder()

  /// Walks through a text, or the beginning of one.
  init(_ lines: PlainLines) {
    references = PlainReferences(lines)
    var lines = lines
    var line = lines.next()
    var isFirst = true
    while let present = line, present.number < references.firstLine {
      let next = lines.next()
      look(at: present, next: next, isFirst: isFirst)
      isFirst = false
      line = next
    }
    choose()
  }

  private mutating func look(at line: PlainLine, next: PlainLine?, isFirst: Bool) {
    if isFirst { claimsLinks = Self.claimsLinks(line.text) }
    if line.text.utf8.count <= 80, PlainHeadings.isContents(line.text) { hasContents = true }
    let marks = TitleMarks(line, next: next, references: references)
    if marks.isPointer { pointers += 1 }
    for style in marks.styles {
      // A number out of order belongs to a sentence that begins with it.
      if style == .decimal || style == .ordinal {
        guard let number = marks.number, order.takes(number) else { continue }
      }
      if counts[style] == nil { abstractsBefore[style] = abstracts }
      counts[style, default: 0] += 1
    }
    if line.text.utf8.count >= 120 {
      paragraphs += 1
      if UntitledText.isOfWork(line.text) { abstracts += 1 }
    }
  }

  private mutating func choose() {
    let counts = counts
    let count = { (style: TitleStyle) in counts[style] ?? 0 }
    let sure: [TitleStyle] = [.labels, .decimal, .citation, .byline, .reference]
    if sure.contains(where: { count($0) >= 2 }) {
      styles = Set(sure.filter { count($0) >= 2 })
    } else if count(.ordinal) >= 2 {
      styles = [.ordinal]
    } else if count(.addressBelow) + count(.addressBeside) >= 1 {
      styles = [.addressBelow, .addressBeside]
    } else if count(.underlined) >= 2 {
      styles = [.underlined]
    } else if count(.leading) >= 2 {
      styles = [.leading]
    } else {
      styles = Set(sure.filter { count($0) >= 1 })
    }
    let before = styles.map { abstractsBefore[$0] ?? 0 }.min() ?? abstracts
    hasUntitledWorks = !hasContents && (before >= 4 || (claimsLinks && before >= 2))
    // Without titles, prose of any kind could be meant: most of it must speak of works.
    if styles.isEmpty { hasUntitledWorks = hasUntitledWorks && abstracts * 10 >= paragraphs * 7 }
  }

  /// How many titles are marked.
  var titleCount: Int { styles.map { counts[$0] ?? 0 }.max() ?? 0 }

  /// True when marks were found that hardly any other text has.
  var hasSureTitles: Bool {
    !styles.isDisjoint(with: [.labels, .citation, .decimal, .byline, .reference]) && titleCount >= 2
  }

  /// True for a heading such as “32 private links”.
  private static func claimsLinks(_ text: String) -> Bool {
    guard text.utf8.count <= 120 else { return false }
    let words = TextWords.of(text)
    return words.contains { Int($0) != nil }
      && words.contains { ["links", "papers", "articles", "reads", "abstracts"].contains($0) }
  }
}

/// The order of numbers before headings: each follows the one before it, or begins anew.
struct NumberOrder {
  private var major = 0
  private var minor = 0

  /// True when the number may stand next; it is then the last one.
  mutating func takes(_ number: (major: Int, minor: Int?)) -> Bool {
    if let next = number.minor {
      let follows =
        (number.major == major && (next == minor + 1 || minor == 0))
        || (number.major == major + 1 && next <= 1) || (major == 0 && next <= 1)
      if follows { (major, minor) = (number.major, next) }
      return follows
    }
    let follows = number.major == major + 1 || number.major <= 1 || major == 0
    if follows { (major, minor) = (number.major, 0) }
    return follows
  }
}
