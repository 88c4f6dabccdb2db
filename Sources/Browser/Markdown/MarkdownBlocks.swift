/// Finds the blocks of a Markdown text: the part of CommonMark that notes, remarks and abstracts are
/// made of, and the tables and tasks of GitHub.
///
/// Raw HTML, indented code and references to links stay the text that they are. A child of a list
/// item may stand two columns further right than its parent, as people write it, whatever the width
/// of the parent's number. Time is linear in the text: no line is looked at more than a few times at
/// each of at most `deepest` levels.
struct MarkdownBlocks {
  /// How deep quotes and lists are nested in each other; what lies deeper is text.
  static let deepest = 10

  private let lines: [MarkdownLine]
  private let depth: Int
  private var index = 0
  private var sawBlank = false

  private init(_ lines: [MarkdownLine], depth: Int) {
    self.lines = lines
    self.depth = depth
  }

  /// The blocks of a text.
  static func of(_ text: String) -> [MarkdownBlock] {
    let lines = Array(text.utf8).split(separator: .lineFeed, omittingEmptySubsequences: false)
    return of(lines.map { MarkdownLine($0) }, depth: 0)
  }

  private static func of(_ lines: [MarkdownLine], depth: Int) -> [MarkdownBlock] {
    var parser = MarkdownBlocks(lines, depth: depth)
    return parser.all()
  }

  private var current: MarkdownLine? { index < lines.count ? lines[index] : nil }
  private var next: MarkdownLine? { index + 1 < lines.count ? lines[index + 1] : nil }

  private mutating func all() -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    while let line = current {
      guard !line.isBlank else {
        sawBlank = true
        index += 1
        continue
      }
      let followsBlank = sawBlank && !blocks.isEmpty
      sawBlank = false
      blocks.append(MarkdownBlock(kind: block(from: line), followsBlank: followsBlank))
    }
    return blocks
  }

  private mutating func block(from line: MarkdownLine) -> MarkdownBlock.Kind {
    if let fence = line.fence { return code(in: fence, indent: line.indent) }
    if let heading = line.heading {
      index += 1
      return .heading(heading.level, heading.text)
    }
    if line.isRule {
      index += 1
      return .rule
    }
    if depth < Self.deepest {
      if line.isQuote { return quote() }
      if line.marker != nil { return list() }
    }
    if let alignments = alignmentsBelow(line) { return table(alignments, header: line.cells) }
    return paragraph()
  }

  // MARK: Leaves

  private mutating func code(in fence: MarkdownLine.Fence, indent: Int) -> MarkdownBlock.Kind {
    index += 1
    var code: [String] = []
    while let line = current {
      index += 1
      if line.closes(fence) { break }
      let blanks = line.isBlank ? 0 : max(0, line.indent - indent)
      code.append(String(repeating: " ", count: blanks) + line.string)
    }
    return .code(code)
  }

  private mutating func paragraph() -> MarkdownBlock.Kind {
    var text: [UInt8] = []
    while let line = current {
      if !text.isEmpty {
        if let level = line.underlinedLevel {
          index += 1
          return .heading(level, String(decoding: text, as: UTF8.self))
        }
        if line.interruptsParagraph || alignmentsBelow(line) != nil { break }
        text.append(.lineFeed)
      }
      text += line.text
      index += 1
    }
    return .paragraph(String(decoding: text, as: UTF8.self))
  }

  /// The alignments below a line that is the header of a table; nil when it is none.
  private func alignmentsBelow(_ line: MarkdownLine) -> [MarkdownTable.Alignment]? {
    guard line.text.contains(.pipe), index + 1 < lines.count,
      let alignments = lines[index + 1].alignments, alignments.count == line.cells.count
    else { return nil }
    return alignments
  }

  private mutating func table(
    _ alignments: [MarkdownTable.Alignment], header: [String]
  ) -> MarkdownBlock.Kind {
    index += 2
    var rows: [[String]] = []
    while let line = current, !line.interruptsParagraph {
      rows.append(Array(line.cells.prefix(alignments.count)))
      index += 1
    }
    return .table(MarkdownTable(alignments: alignments, header: header, rows: rows))
  }

  // MARK: Containers

  private mutating func quote() -> MarkdownBlock.Kind {
    var inner: [MarkdownLine] = []
    while let line = current {
      if line.isQuote {
        inner.append(line.quoted)
      } else if let last = inner.last, !last.isBlank, !line.interruptsParagraph {
        inner.append(line)
      } else {
        break
      }
      index += 1
    }
    return .quote(Self.of(inner, depth: depth + 1))
  }

  private mutating func list() -> MarkdownBlock.Kind {
    var items: [MarkdownItem] = []
    while let line = current {
      guard !line.isBlank else {
        sawBlank = true
        index += 1
        continue
      }
      guard let marker = line.marker, !line.isRule else { break }
      let followsBlank = sawBlank && !items.isEmpty
      sawBlank = false
      items.append(item(marker, indent: line.indent, followsBlank: followsBlank))
    }
    return .list(items)
  }

  private mutating func item(
    _ marker: MarkdownLine.Marker, indent: Int, followsBlank: Bool
  ) -> MarkdownItem {
    let (isDone, first) = marker.rest.task
    var inner = [first]
    var openFence = first.fence
    let least = min(marker.width, indent + 2)
    index += 1
    while let line = current {
      if line.isBlank {
        sawBlank = true
      } else if line.indent >= least {
        sawBlank = false
        if let fence = openFence {
          if line.closes(fence) { openFence = nil }
        } else {
          openFence = line.fence
        }
      } else if sawBlank || openFence != nil || line.interruptsParagraph || line.marker != nil {
        break
      }
      inner.append(line.dedented(by: marker.width))
      index += 1
    }
    return MarkdownItem(
      number: marker.number, isDone: isDone, blocks: Self.of(inner, depth: depth + 1),
      followsBlank: followsBlank)
  }
}

extension MarkdownLine {
  /// Whether the text of an item is a task and done, and the text behind its box.
  fileprivate var task: (isDone: Bool?, rest: MarkdownLine) {
    let box = text.prefix(4)
    guard box.count >= 3, box.first == UInt8(ascii: "["),
      box.dropFirst(2).first == UInt8(ascii: "]"), box.dropFirst(3).first?.isBlank ?? true,
      let sign = box.dropFirst().first
    else { return (nil, self) }
    switch sign {
    case .space: return (false, MarkdownLine(text.dropFirst(3).trimmed))
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      return (true, MarkdownLine(text.dropFirst(3).trimmed))
    default: return (nil, self)
    }
  }
}
