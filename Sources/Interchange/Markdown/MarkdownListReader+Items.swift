import ReadingModel

/// The items and paragraphs of a document: which of them stand for works, and what belongs to those.
extension MarkdownListReader {
  // MARK: List items

  mutating func takeItem(_ block: MarkdownBlock) throws {
    if block.opensItem { try finishLabel(isHeading: true) }
    if let open {
      let isInside =
        open.scope != .item || block.depth > open.entry.depth
        || (block.depth == open.entry.depth && !block.opensItem)
      if isInside {
        // Under a heading that stands for a work, items are notes whatever they lead to.
        if block.opensItem, !isInsideHeadingEntry {
          let line = EntryLine(block.runs)
          let isUnderTopic = open.isProvisional && !Self.isConfirmed(open.entry)
          guard isSureEntry(line) || (isUnderTopic && isLinkedWork(line)) else {
            return takeNote(block)
          }
          return try takeNestedEntry(block)
        }
        return takeNote(block)
      }
      try finish()
    }
    guard block.opensItem else { return try takeLoose(block) }
    sections.close(from: Self.level(ofItem: block.depth))
    try takeFreeItem(block)
  }

  /// The level of a line in bold that heads a list, below that of any heading.
  static let labelLevel = 90

  /// The level of an item that heads other items, below that of any heading.
  static func level(ofItem depth: Int) -> Int { 100 + depth }

  mutating func takeFreeItem(_ block: MarkdownBlock) throws {
    let several = EntrySplit.entries(in: block)
    if several.count > 1 {
      try finishLoose()
      for entry in several.dropLast() { try handOver(entry) }
      if let last = several.last { open = Open(entry: last, scope: .item) }
      return
    }
    if let entry = LabelledLines.entry(in: block) {
      try finishLoose()
      open = Open(entry: entry, scope: .item)
      return
    }
    let line = EntryLine(block.runs)
    if EntryJudge.isEntry(line, block: block, shape: shape) {
      try finishLoose()
      open = Open(entry: FoundEntry(line, at: block), scope: .item)
      if line.title.isEmpty, !line.isBareAddress {
        try receive(.warning(Diagnostic(line: block.line, message: "a box has no text behind it")))
      }
    } else if !line.title.isEmpty, !line.hasAnchor {
      open = Open(entry: FoundEntry(line, at: block), scope: .item, isProvisional: true)
    } else {
      try takeLoose(block)
    }
  }

  /// True for a nested item that speaks for itself: it begins with a title that leads to a work.
  func isSureEntry(_ line: EntryLine) -> Bool {
    line.hasPaperLink && line.beginsWithTitle && (line.mark == .link || line.mark == .strong)
      && LinkLabel(line.title) == .title && TextWords.count(line.title) >= 3
  }

  /// True for a link to a work that is called by a title, however short, and by no names.
  func isLinkedWork(_ line: EntryLine) -> Bool {
    line.mark == .link && line.beginsWithTitle && LinkLabel(line.title) == .title
      && line.links.first.map { WorkAddress.isOfWork($0.address) } == true
      && (AuthorNames.read(line.title)?.count ?? 0) < 2
  }

  mutating func takeNestedEntry(_ block: MarkdownBlock) throws {
    if let open, open.isProvisional, !Self.isConfirmed(open.entry) {
      // An item that only holds entries is a heading over them.
      self.open = nil
      sections.close(from: Self.level(ofItem: open.entry.depth))
      sections.open(open.entry.title, level: Self.level(ofItem: open.entry.depth))
    }
    try finish()
    try takeFreeItem(block)
  }

  mutating func takeNote(_ block: MarkdownBlock) { open?.entry.takeNote(block) }

  static func isConfirmed(_ entry: FoundEntry) -> Bool {
    entry.hasPaperLink && LinkLabel(entry.title) == .title
      && (TextWords.count(entry.title) >= 2 || isName(entry.title))
  }

  /// True for a word that is a name rather than a topic: `rStar-Math`, `GPT4All`, `BERT`.
  static func isName(_ word: String) -> Bool {
    word.unicodeScalars.dropFirst().contains {
      $0.properties.isUppercase || 0x30...0x39 ~= $0.value
    }
  }

  // MARK: Paragraphs

  mutating func takeParagraph(_ block: MarkdownBlock) throws {
    let lines = EntryPiece.lines(of: block.runs)
    if lines.count > 1, lines.count(where: { isSureEntry(EntryLine($0)) }) > 1 {
      for (index, runs) in lines.enumerated() {
        var part = block
        part.runs = runs
        part.line = min(block.line + index, block.lastLine)
        part.lastLine = part.line
        try takeSingleParagraph(part)
      }
      return
    }
    try takeSingleParagraph(block)
  }

  mutating func takeSingleParagraph(_ block: MarkdownBlock) throws {
    let line = EntryLine(block.runs)
    if EntryJudge.isParagraphEntry(
      line, leadsToWork: leadsToWork, isMidSentence: isMidSentence, shape: shape),
      !isInsideHeadingEntry
    {
      try finish()
      try finishLabel(isHeading: true)
      var entry = FoundEntry(line, at: block)
      if leadsToWork || line.isReference {
        entry.takePublisher()
        // The text above speaks of the work.
        if let text = loose { entry.facts.addRemark(source.text(ofLines: text.lines).trimmedEnd) }
        loose = nil
        try handOver(entry)
      } else {
        try finishLoose()
        open = Open(entry: entry, scope: .paragraph)
      }
      (leadsToWork, isMidSentence) = (false, false)
      return
    }
    try finishLabel()
    let text = block.runs.plainText.trimmed
    leadsToWork = text.hasSuffix(":") && EntryJudge.leadsToWork(text)
    isMidSentence =
      text.unicodeScalars.last.map { !".!?:;…*”".unicodeScalars.contains($0) } ?? false
    if open?.scope == .item { try finish() }
    // Where lines in bold head lists already, the next of them ends the entry above it.
    if open?.scope == .paragraph, sections.isInnermost(Self.labelLevel),
      Self.labelTitle(of: block, text: text) != nil
    {
      try finish()
    }
    if open != nil { return takeNote(block) }
    if leadsToWork {
      return
    } else if Self.isOrnament(text) {
      try finishLoose()
      try leaveOutBadges(block)
    } else if let title = Self.labelTitle(of: block, text: text) {
      label = (block, title)
      isMidSentence = false
    } else {
      if Self.isHeadline(block) { try finishLoose() }
      try takeLoose(block)
    }
  }

  var isInsideHeadingEntry: Bool {
    if case .heading? = open?.scope { return true }
    return false
  }

  /// The text of a short paragraph in bold or emphasis alone, which may head a list.
  static func labelTitle(of block: MarkdownBlock, text: String) -> String? {
    guard (2...80).contains(text.utf8.count), !text.contains("\n"),
      block.runs.allSatisfy({
        $0.link == nil && !$0.isImage && (!$0.style.isEmpty || LabelText.isPunctuation($0.text))
      })
    else { return nil }
    return LabelText.bare(text)
  }

  /// True for a headline in bold with a line in emphasis below it.
  static func isHeadline(_ block: MarkdownBlock) -> Bool {
    guard let first = block.runs.first, first.style.contains(.strong) else { return false }
    let rest = block.runs.dropFirst().drop { $0.text == "\n" }
    return rest.first?.style.contains(.emphasis) ?? false
  }

  /// Notes the images of a paragraph of images.
  func leaveOutBadges(_ block: MarkdownBlock) throws {
    let badges = block.runs.filter { $0.isImage && !$0.text.isEmpty }.map(\.text)
    guard !badges.isEmpty else { return }
    try receive(.leftOut(.leftOut(badges.joined(separator: " · "), line: block.line)))
  }

  /// True for punctuation alone: a row of stars between parts of a text, images.
  static func isOrnament(_ text: String) -> Bool {
    !text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}
