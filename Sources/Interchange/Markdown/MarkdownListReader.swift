import ReadingModel

/// Finds lists, sections and entries in the blocks of a Markdown document.
struct MarkdownListReader {
  /// What belongs to the entry that is open.
  enum Scope: Equatable {
    /// What stands in its list item.
    case item
    /// Everything up to the next entry or heading.
    case paragraph
    /// Everything up to the next heading of its level.
    case heading(level: Int)
  }

  /// An entry whose notes are being read.
  struct Open {
    var entry: FoundEntry
    var scope: Scope
    /// True when only what follows shows whether it is an entry.
    var isProvisional = false
  }

  /// Text that belongs to no entry so far.
  private struct Loose {
    var lines: ClosedRange<Int>
    var beginning: String
  }

  private let source: MarkdownSource
  let shape: MarkdownShape
  private let receive: DocumentReceiver

  private var head: ListHead
  private var isHeadOut = false
  private var sections = SectionTitles()
  private var hasHeadings = false
  /// The year that titles speak of, for weeks that name none.
  private var year: Int?
  private var open: Open?
  private var loose: Loose?
  /// A line in bold alone, which is a heading when a list follows.
  private var label: (block: MarkdownBlock, title: String)?
  /// The level of the heading whose part is left out.
  private var leftOutLevel: Int?
  private var columns: MarkdownColumns?
  /// True behind “Read more:”.
  private var leadsToWork = false
  /// True when the text before breaks off in the middle of a sentence.
  private var isMidSentence = false
  private var count = 0

  /// Prepares to read a document of a known shape.
  init(
    source: MarkdownSource, shape: MarkdownShape, frontMatter: MarkdownFrontMatter,
    receive: @escaping DocumentReceiver
  ) {
    self.source = source
    self.shape = shape
    self.receive = receive
    head = ListHead(title: frontMatter.title, issued: frontMatter.date)
    nameWeek()
  }

  /// Reads the document.
  mutating func read() throws {
    try MarkdownReader.read(source) { try take($0) }
    try finish()
    try finishLabel()
    try finishLoose()
    try handOverHead()
    if count == 0 {
      try receive(
        .warning(
          Diagnostic(line: 1, message: "nothing in this document looks like a list of papers")))
    }
  }

  private mutating func take(_ block: MarkdownBlock) throws {
    if block.depth > 0 || block.kind != .paragraph { (leadsToWork, isMidSentence) = (false, false) }
    if case .heading(let level) = block.kind { return try takeHeading(block, level: level) }
    // A rule ends a part as a heading does.
    if block.kind == .rule, leftOutLevel != nil { leftOutLevel = nil }
    guard leftOutLevel == nil else { return }
    switch block.kind {
    case .heading: break
    case .rule: if open?.scope != .paragraph, open == nil { try finishLoose() }
    case .code: try takeLoose(block)
    case .tableHeader:
      try finishLabel(isHeading: true)
      columns = MarkdownColumns(block.cells)
    case .tableRow: try takeRow(block)
    case .paragraph where block.depth > 0: try takeItem(block)
    case .paragraph: try takeParagraph(block)
    }
  }

  // MARK: Headings

  private mutating func takeHeading(_ block: MarkdownBlock, level: Int) throws {
    let title = SafeText.line(block.runs.plainText)
    let isEntry = isEntryHeading(block, level: level)
    if case .heading(let above)? = open?.scope, level > above, !isEntry {
      open?.entry.addNotes(block)
      return
    }
    try finish()
    try finishLabel()
    if let leftOut = leftOutLevel {
      guard level <= leftOut else { return }
      leftOutLevel = nil
    }
    guard !title.isEmpty || isEntry else { return }
    let isFirst = !hasHeadings
    hasHeadings = true
    if isEntry {
      try finishLoose()
      sections.close(from: level)
      open = Open(
        entry: FoundEntry(EntryLine(block.runs), at: block), scope: .heading(level: level))
    } else if isFirst, shape.titleLevel == level, !PlainHeadings.isLeftOut(title) {
      if head.title == nil { head.title = title }
      nameWeek()
    } else {
      try finishLoose()
      try openSection(title, level: level, at: block)
    }
  }

  private func isEntryHeading(_ block: MarkdownBlock, level: Int) -> Bool {
    let line = EntryLine(block.runs)
    guard LinkLabel(line.title) == .title || line.mark == .link, !line.title.isEmpty,
      !PlainHeadings.isLeftOut(line.title)
    else { return false }
    if line.mark == .link, line.hasPaperLink, line.beginsWithTitle { return true }
    return shape.isOfEntries(level)
  }

  private mutating func openSection(_ title: String, level: Int, at block: MarkdownBlock) throws {
    if PlainHeadings.isLeftOut(title) {
      sections.close(from: level)
      // Contents stand above all that follows them, whatever its level.
      leftOutLevel = PlainHeadings.isContents(title) ? .max : level
      try receive(.leftOut(.leftOut(title, line: block.line)))
      return
    }
    if let named = head.title.flatMap({ Citation.firstYear(in: $0)?.year }) { year = named }
    if let week = WeekDates(title: title, year: year), head.period == nil || count > 0 {
      // Each week is a list of its own.
      head = ListHead(
        title: title, kind: .weekly, issued: week.issued, period: week.period,
        source: isHeadOut ? head.source : head.title)
      isHeadOut = false
      sections.removeAll()
    } else {
      sections.open(title, level: level)
    }
  }

  /// Takes the days of a week from the title of the list.
  private mutating func nameWeek() {
    guard let title = head.title, let week = WeekDates(title: title) else { return }
    head.kind = .weekly
    head.issued = week.issued
    head.period = week.period
  }

  // MARK: Tables

  private mutating func takeRow(_ block: MarkdownBlock) throws {
    guard let columns, let entry = columns.entry(of: block) else {
      return try takeLoose(block)
    }
    try finish()
    try finishLoose()
    try handOver(entry)
  }

  // MARK: List items

  private mutating func takeItem(_ block: MarkdownBlock) throws {
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
  private static let labelLevel = 90

  /// The level of an item that heads other items, below that of any heading.
  private static func level(ofItem depth: Int) -> Int { 100 + depth }

  private mutating func takeFreeItem(_ block: MarkdownBlock) throws {
    let several = EntrySplit.entries(in: block)
    if several.count > 1 {
      try finishLoose()
      for entry in several.dropLast() { try handOver(entry) }
      if let last = several.last { open = Open(entry: last, scope: .item) }
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
  private func isSureEntry(_ line: EntryLine) -> Bool {
    line.hasPaperLink && line.beginsWithTitle && (line.mark == .link || line.mark == .strong)
      && LinkLabel(line.title) == .title && TextWords.count(line.title) >= 3
  }

  /// True for a link to a work that is called by a title, however short, and by no names.
  private func isLinkedWork(_ line: EntryLine) -> Bool {
    line.mark == .link && line.beginsWithTitle && LinkLabel(line.title) == .title
      && line.links.first.map { WorkAddress.isOfWork($0.address) } == true
      && (AuthorNames.read(line.title)?.count ?? 0) < 2
  }

  private mutating func takeNestedEntry(_ block: MarkdownBlock) throws {
    if let open, open.isProvisional, !Self.isConfirmed(open.entry) {
      // An item that only holds entries is a heading over them.
      self.open = nil
      sections.close(from: Self.level(ofItem: open.entry.depth))
      sections.open(open.entry.title, level: Self.level(ofItem: open.entry.depth))
    }
    try finish()
    try takeFreeItem(block)
  }

  private mutating func takeNote(_ block: MarkdownBlock) {
    let isFact =
      open?.entry.noteLines == nil && open?.entry.takeFacts(from: block.runs) == true
    if !isFact { open?.entry.addNotes(block) }
  }

  private static func isConfirmed(_ entry: FoundEntry) -> Bool {
    entry.hasPaperLink && LinkLabel(entry.title) == .title
      && (TextWords.count(entry.title) >= 2 || isName(entry.title))
  }

  /// True for a word that is a name rather than a topic: `rStar-Math`, `GPT4All`, `BERT`.
  private static func isName(_ word: String) -> Bool {
    word.unicodeScalars.dropFirst().contains {
      $0.properties.isUppercase || 0x30...0x39 ~= $0.value
    }
  }

  // MARK: Paragraphs

  private mutating func takeParagraph(_ block: MarkdownBlock) throws {
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

  private mutating func takeSingleParagraph(_ block: MarkdownBlock) throws {
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

  private var isInsideHeadingEntry: Bool {
    if case .heading? = open?.scope { return true }
    return false
  }

  /// The text of a short paragraph in bold or emphasis alone, which may head a list.
  private static func labelTitle(of block: MarkdownBlock, text: String) -> String? {
    guard (2...80).contains(text.utf8.count), !text.contains("\n"),
      block.runs.allSatisfy({
        $0.link == nil && !$0.isImage && (!$0.style.isEmpty || LabelText.isPunctuation($0.text))
      })
    else { return nil }
    return LabelText.bare(text)
  }

  /// True for a headline in bold with a line in emphasis below it.
  private static func isHeadline(_ block: MarkdownBlock) -> Bool {
    guard let first = block.runs.first, first.style.contains(.strong) else { return false }
    let rest = block.runs.dropFirst().drop { $0.text == "\n" }
    return rest.first?.style.contains(.emphasis) ?? false
  }

  /// Notes the images of a paragraph of images.
  private func leaveOutBadges(_ block: MarkdownBlock) throws {
    let badges = block.runs.filter { $0.isImage && !$0.text.isEmpty }.map(\.text)
    guard !badges.isEmpty else { return }
    try receive(.leftOut(.leftOut(badges.joined(separator: " · "), line: block.line)))
  }

  /// True for punctuation alone: a row of stars between parts of a text, images.
  private static func isOrnament(_ text: String) -> Bool {
    !text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  // MARK: Text without entries

  private mutating func takeLoose(_ block: MarkdownBlock) throws {
    if open != nil, open?.scope != .item {
      open?.entry.addNotes(block)
      return
    }
    try finish()
    let last = max(block.lastLine, block.line)
    if let present = loose {
      loose?.lines = present.lines.lowerBound...max(present.lines.upperBound, last)
    } else {
      let text =
        block.cells.isEmpty
        ? block.runs.plainText
        : block.cells.map(\.plainText)
          .joined(separator: " | ")
      loose = Loose(lines: block.line...last, beginning: text)
    }
  }

  private mutating func finishLoose() throws {
    guard let text = loose else { return }
    loose = nil
    if !isHeadOut, count == 0, sections.isEmpty {
      let part = source.text(ofLines: text.lines).trimmedEnd
      head.introduction += head.introduction.isEmpty ? part : "\n\n" + part
    } else if !SafeText.line(text.beginning).isEmpty {
      try receive(.leftOut(.leftOut(text.beginning, line: text.lines.lowerBound)))
    }
  }

  /// Ends a line in bold: a heading where a list follows, else text.
  private mutating func finishLabel(isHeading: Bool = false) throws {
    guard let (block, title) = label else { return }
    label = nil
    if isHeading, !PlainHeadings.isLeftOut(title) {
      try finishLoose()
      sections.open(title, level: Self.labelLevel)
    } else {
      try takeLoose(block)
    }
  }

  // MARK: Handing over

  private mutating func handOverHead() throws {
    guard !isHeadOut else { return }
    isHeadOut = true
    head.introduction = SafeText.block(head.introduction)
    try receive(.list(head))
    head.introduction = ""
  }

  private mutating func handOver(_ entry: FoundEntry) throws {
    try handOverHead()
    if let title = sections.change() { try receive(.section(title)) }
    count += 1
    try receive(.entry(entry.parsed(in: source)))
  }

  private mutating func finish() throws {
    guard let finished = open else { return }
    open = nil
    if finished.isProvisional, !Self.isConfirmed(finished.entry) {
      let entry = finished.entry
      let last = max(entry.noteLines?.upperBound ?? entry.line, entry.line)
      if let present = loose {
        loose?.lines = present.lines.lowerBound...max(present.lines.upperBound, last)
      } else {
        loose = Loose(lines: entry.line...last, beginning: entry.title)
      }
    } else {
      try finishLoose()
      try handOver(finished.entry)
    }
  }
}

/// Short lines that head what follows them.
enum LabelText {
  /// The text without the brackets and colon around it.
  static func bare(_ text: String) -> String? {
    var bare = text.trimmed
    if bare.hasSuffix(":") { bare.removeLast() }
    if bare.hasPrefix("("), bare.hasSuffix(")") { bare = String(bare.dropFirst().dropLast()) }
    guard bare.contains(where: { $0.isLetter || $0.isNumber }),
      !bare.hasSuffix("."), !bare.hasSuffix("!")
    else { return nil }
    return SafeText.line(bare)
  }

  /// True for text without letters and digits.
  static func isPunctuation(_ text: String) -> Bool {
    !text.contains { $0.isLetter || $0.isNumber }
  }
}
