import Terminal

/// Draws Markdown as lines of at most so many columns, and numbers the links in it.
///
/// What the signs of Markdown say is said by weight where a terminal has it: strong text and headings
/// are bold, emphasis is slanted. Code keeps its backticks and, in ASCII, emphasis its stars, so that
/// nothing is told by an attribute alone that such a terminal may lack.
struct MarkdownPage {
  /// The columns of the text.
  let columns: Int
  let glyphs: Glyphs
  /// The links so far.
  var links: LinkNumbers

  /// The fewest columns that what stands in a quote or a list keeps; where there are fewer, its sign
  /// and its indent go.
  private static let leastColumns = 8

  init(columns: Int, glyphs: Glyphs, links: LinkNumbers = LinkNumbers()) {
    self.columns = max(1, columns)
    self.glyphs = glyphs
    self.links = links
  }

  /// The lines of a text.
  mutating func lines(of text: String) -> [StyledLine] {
    lines(of: MarkdownBlocks.of(text), columns: columns)
  }

  private mutating func lines(of blocks: [MarkdownBlock], columns: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    for block in blocks {
      var needsSpace = block.followsBlank
      if case .heading = block.kind { needsSpace = true }
      if needsSpace, !lines.isEmpty { lines.append(.blank) }
      lines += self.lines(of: block.kind, columns: columns)
    }
    return lines
  }

  private mutating func lines(
    of block: MarkdownBlock.Kind, columns: Int
  ) -> [StyledLine] {
    switch block {
    case .paragraph(let text): wrapped(text, columns: columns)
    case .heading(_, let text): wrapped(text, columns: columns, adding: .bold)
    case .quote(let blocks):
      contained(in: columns, sign: [StyledRun(glyphs.vertical + " ", .dim)], repeats: true) {
        $0.lines(of: blocks, columns: $1)
      }
    case .list(let items): list(items, columns: columns)
    case .code(let code):
      contained(in: columns, sign: [], width: 2, repeats: true) { page, columns in
        code.map { line in
          let shown = truncate(line, to: columns, ellipsis: page.glyphs.ellipsis)
          return shown.isEmpty ? .blank : StyledLine(runs: [StyledRun(shown)])
        }
      }
    case .table(let table): self.lines(of: table, columns: columns)
    case .rule:
      [StyledLine(runs: [StyledRun(String(repeating: glyphs.horizontal, count: columns), .dim)])]
    }
  }

  // MARK: Containers

  private mutating func list(_ items: [MarkdownItem], columns: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    let numbers = items.compactMap(\.number).map { displayWidth(of: $0) }.max() ?? 0
    for item in items {
      if item.followsBlank { lines.append(.blank) }
      var sign = [StyledRun(item.number?.paddedLeft(to: numbers) ?? glyphs.bullet, .dim)]
      if let isDone = item.isDone {
        sign = [StyledRun(isDone ? "[x]" : "[ ]", isDone ? .done : .text)]
      }
      sign.append(StyledRun(" "))
      lines += contained(in: columns, sign: sign, repeats: false) {
        let lines = $0.lines(of: item.blocks, columns: $1)
        return lines.isEmpty ? [.blank] : lines
      }
    }
    return lines
  }

  /// Draws what a container holds, behind a sign of its own where there is room for one.
  ///
  /// - Parameter repeats: True when the sign stands on each line, not only on the first.
  private mutating func contained(
    in columns: Int, sign: [StyledRun], width: Int? = nil, repeats: Bool,
    _ draw: (inout MarkdownPage, _ columns: Int) -> [StyledLine]
  ) -> [StyledLine] {
    let width = width ?? sign.reduce(0) { $0 + displayWidth(of: $1.text) }
    guard columns - width >= Self.leastColumns else { return draw(&self, columns) }
    var lines = draw(&self, columns - width)
    for index in lines.indices {
      if sign.isEmpty || (!repeats && index > 0) {
        if !lines[index].runs.isEmpty { lines[index].indent += width }
        continue
      }
      var runs = sign
      if lines[index].indent > 0 {
        runs.append(StyledRun(String(repeating: " ", count: lines[index].indent)))
      }
      lines[index] = StyledLine(runs: runs + lines[index].runs)
    }
    return lines
  }

  // MARK: Inline

  private mutating func wrapped(
    _ text: String, columns: Int, adding attributes: Style.Attributes = []
  ) -> [StyledLine] {
    runs(of: text, adding: attributes).flatMap { StyledLine.wrapped($0, columns: columns) }
  }

  /// Inline text as runs, those behind each hard line break apart.
  mutating func runs(
    of text: String, adding attributes: Style.Attributes = []
  ) -> [[StyledRun]] {
    var lines: [[StyledRun]] = [[]]
    func add(_ run: StyledRun) { lines[lines.count - 1].append(run) }
    var isSlanted = false
    func slant(_ now: Bool) {
      if now != isSlanted, glyphs.marksEmphasis { add(StyledRun("*", .dim)) }
      isSlanted = now
    }
    var label = ""
    for piece in MarkdownInline.pieces(of: text) {
      switch piece {
      case .text(let text, let look, let address):
        slant(look.contains(.emphasis))
        var style = Style(address == nil ? .text : .link, attributes)
        if look.contains(.strong) { style.attributes.insert(.bold) }
        if look.contains(.emphasis) { style.attributes.insert(.italic) }
        let isCode = look.contains(.code)
        if isCode { add(StyledRun("`", .dim)) }
        var run = StyledRun(text, style: style)
        run.address = address
        add(run)
        if isCode { add(StyledRun("`", .dim)) }
        if address != nil { label += text }
      case .linkEnd(let address):
        slant(false)
        add(StyledRun("[\(links.number(of: address, label: label))]", .dim))
        label = ""
      case .lineBreak: lines.append([])
      }
    }
    slant(false)
    return lines
  }
}
