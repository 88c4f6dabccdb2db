/// What a Markdown document is built like, learned from its beginning.
struct MarkdownShape {
  /// List items with a title and a link to the work.
  private(set) var paperItems = 0
  /// List items with a title that is a link.
  private(set) var linkedItems = 0
  /// Paragraphs that begin with a title and lead to a work.
  private(set) var linkedParagraphs = 0
  /// Rows of tables of works.
  private(set) var rows = 0
  /// List items with a box, and those of them with a link.
  private(set) var tasks = 0
  private(set) var linkedTasks = 0
  /// The level of the first heading where it may be the title of the document.
  private(set) var titleLevel: Int?

  /// True when entries stand directly below the first heading.
  private var firstHoldsEntries = false

  private struct Level {
    var headings = 0
    var linked = 0
    var withFacts = 0
  }

  private var levels: [Int: Level] = [:]
  private var current: (level: Int, blocks: Int)?
  private var columns: MarkdownColumns?
  private var blocks = 0
  private var isSettled = false

  /// How many blocks are looked at.
  private static let mostBlocks = 4_000

  private struct Enough: Error {}

  /// Looks at the beginning of a document.
  init(_ source: MarkdownSource) {
    do {
      try MarkdownReader.read(source) { block in
        look(at: block)
        if blocks >= Self.mostBlocks { throw Enough() }
      }
    } catch {
      // What was seen so far decides.
    }
    // Of several headings of one level over entries the first is as little a title as the others.
    if firstHoldsEntries, let level = titleLevel, levels[level]?.headings ?? 0 > 1 {
      titleLevel = nil
    }
  }

  /// True when headings of a level stand for works.
  func isOfEntries(_ level: Int) -> Bool {
    guard let found = levels[level] else { return false }
    if found.linked >= 2, found.linked * 2 >= found.headings { return true }
    if found.withFacts >= 2, found.withFacts * 10 >= found.headings * 6 { return true }
    return found.linked >= 1 && isWithoutEntries
  }

  /// True when neither items, paragraphs nor rows stand for works.
  var isWithoutEntries: Bool { paperItems + linkedItems + linkedParagraphs + rows == 0 }

  /// True when nothing leads anywhere, so that the items of plain lists may be titles.
  var isPlain: Bool {
    isWithoutEntries && levels.values.allSatisfy { $0.linked + $0.withFacts == 0 }
  }

  /// How much speaks for a list of works.
  var weight: Int {
    paperItems + linkedItems + linkedParagraphs + rows
      + levels.values.reduce(0) { $0 + $1.linked + $1.withFacts }
  }

  // MARK: Looking

  private mutating func look(at block: MarkdownBlock) {
    blocks += 1
    switch block.kind {
    case .heading(let level): lookAtHeading(block, level: level)
    case .paragraph where block.opensItem: lookAtItem(block)
    case .paragraph where block.depth == 0: lookAtParagraph(block)
    case .tableHeader: columns = MarkdownColumns(block.cells)
    case .tableRow: if columns?.entry(of: block) != nil { rows += 1 }
    default: break
    }
    if case .heading = block.kind { return }
    isSettled = true
    if !isWithoutEntries, levels.count == 1, levels.values.first?.headings == 1 {
      firstHoldsEntries = true
    }
  }

  private mutating func lookAtHeading(_ block: MarkdownBlock, level: Int) {
    // The title comes first, and no heading stands above it.
    if levels.isEmpty, !isSettled || level == 1 { titleLevel = level }
    if let title = titleLevel, level < title { titleLevel = nil }
    levels[level, default: Level()].headings += 1
    let line = EntryLine(block.runs)
    if line.mark == .link, line.beginsWithTitle { levels[level]?.linked += 1 }
    if line.mark != .link, line.hasPaperLink { levels[level]?.withFacts += 1 }
    current = (level, 0)
  }

  private mutating func lookAtItem(_ block: MarkdownBlock) {
    let line = EntryLine(block.runs)
    let hasTitle = LinkLabel(line.title) == .title && !EntryFacts.isLabel(line.title)
    if block.isTicked != nil {
      tasks += 1
      if !line.links.isEmpty { linkedTasks += 1 }
    }
    let isSaid = line.mark == .plain && line.hasPaperLink && TextWords.count(line.title) >= 4
    noteFacts(line, hasTitle: hasTitle && (line.mark != .plain || isSaid))
    guard hasTitle, block.depth == 1 || line.mark == .link else { return }
    if line.hasPaperLink, line.beginsWithTitle {
      paperItems += 1
    } else if line.mark == .link, let address = line.links.first?.address,
      !WorkAddress.isOfPeople(address)
    {
      linkedItems += 1
    }
  }

  private mutating func lookAtParagraph(_ block: MarkdownBlock) {
    for runs in [block.runs]
      + (block.runs.contains { $0.text.contains("\n") }
        ? EntryPiece.lines(of: block.runs) : [])
    {
      let line = EntryLine(runs)
      let hasTitle = LinkLabel(line.title) == .title && line.mark != .plain && line.beginsWithTitle
      noteFacts(line, hasTitle: hasTitle)
      if hasTitle, line.hasPaperLink {
        linkedParagraphs += 1
        return
      }
    }
  }

  /// Notes that links stand directly below a heading that is no link itself.
  private mutating func noteFacts(_ line: EntryLine, hasTitle: Bool) {
    guard let (level, blocks) = current else { return }
    if !hasTitle, line.links.contains(where: { LinkLabel($0.label) == .work }) || line.hasPaperLink
    {
      levels[level]?.withFacts += 1
      current = nil
    } else {
      current = hasTitle || blocks >= 5 ? nil : (level, blocks + 1)
    }
  }
}
