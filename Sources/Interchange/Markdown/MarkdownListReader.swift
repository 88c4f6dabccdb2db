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
  struct Loose {
    var lines: ClosedRange<Int>
    var beginning: String
  }

  let source: MarkdownSource
  let shape: MarkdownShape
  let receive: DocumentReceiver

  var head: ListHead
  var isHeadOut = false
  var sections = SectionTitles()
  var hasHeadings = false
  /// The year that titles speak of, for weeks that name none.
  var year: Int?
  var open: Open?
  var loose: Loose?
  /// A line in bold alone, which is a heading when a list follows.
  var label: (block: MarkdownBlock, title: String)?
  /// The level of the heading whose part is left out.
  var leftOutLevel: Int?
  var columns: MarkdownColumns?
  /// True behind “Read more:”.
  var leadsToWork = false
  /// True when the text before breaks off in the middle of a sentence.
  var isMidSentence = false
  var count = 0

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

  mutating func take(_ block: MarkdownBlock) throws {
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

  mutating func takeHeading(_ block: MarkdownBlock, level: Int) throws {
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

  func isEntryHeading(_ block: MarkdownBlock, level: Int) -> Bool {
    let line = EntryLine(block.runs)
    guard LinkLabel(line.title) == .title || line.mark == .link, !line.title.isEmpty,
      !PlainHeadings.isLeftOut(line.title)
    else { return false }
    if line.mark == .link, line.hasPaperLink, line.beginsWithTitle { return true }
    return shape.isOfEntries(level)
  }

  mutating func openSection(_ title: String, level: Int, at block: MarkdownBlock) throws {
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
  mutating func nameWeek() {
    guard let title = head.title, let week = WeekDates(title: title) else { return }
    head.kind = .weekly
    head.issued = week.issued
    head.period = week.period
  }

  // MARK: Tables

  mutating func takeRow(_ block: MarkdownBlock) throws {
    guard let entries = columns?.entries(of: block), !entries.isEmpty else {
      return try takeLoose(block)
    }
    try finish()
    try finishLoose()
    for entry in entries { try handOver(entry) }
  }

  // MARK: Text without entries

  mutating func takeLoose(_ block: MarkdownBlock) throws {
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

  mutating func finishLoose() throws {
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
  mutating func finishLabel(isHeading: Bool = false) throws {
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

  mutating func handOverHead() throws {
    guard !isHeadOut else { return }
    isHeadOut = true
    head.introduction = SafeText.block(head.introduction)
    try receive(.list(head))
    head.introduction = ""
  }

  mutating func handOver(_ entry: FoundEntry) throws {
    try handOverHead()
    if let title = sections.change() { try receive(.section(title)) }
    count += 1
    try receive(.entry(entry.parsed(in: source)))
  }

  mutating func finish() throws {
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
