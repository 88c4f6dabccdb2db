import ReadingModel

/// Reads what follows the front matter, line by line.
struct ListParser {
  private var document: ListLines
  private var introduction: [String] = []
  private var sections: [ReadingSection] = []
  private var entryLines: [[Int]] = []
  /// The lines that papers stand on, by key.
  private var places: [String: Int] = [:]

  init(lines: ListLines) { document = lines }

  /// Reads the rest of the document.
  mutating func parse(_ frontMatter: FrontMatter) -> ParsedList {
    var index = frontMatter.end
    while index < document.lines.count {
      let line = document.lines[index]
      if let heading = Self.heading(line) {
        open(heading, at: index)
        index += 1
      } else if line.hasPrefix("- ") {
        index = readEntry(at: index)
      } else {
        readLoose(line, at: index)
        index += 1
      }
    }
    var list = frontMatter.list
    list.introduction = block(introduction, of: "introduction", at: frontMatter.end)
    list.sections = sections
    return ParsedList(
      list: list, warnings: document.warnings.sorted { $0.line < $1.line }, lines: entryLines)
  }

  private static func heading(_ line: String) -> Substring? {
    line == "##" || line.hasPrefix("## ") ? line.dropFirst(3) : nil
  }

  private mutating func open(_ heading: Substring, at index: Int) {
    let title = document.value(heading, line: index)
    if title.isEmpty { document.warn(index, "a heading has no title") }
    sections.append(ReadingSection(title: title.isEmpty ? nil : title, entries: []))
    entryLines.append([])
  }

  /// Text that belongs to no entry: the introduction before the first, nothing after it.
  private mutating func readLoose(_ line: String, at index: Int) {
    if sections.isEmpty {
      introduction.append(line)
    } else if !line.isEmpty {
      document.warn(index, "this text belongs to no entry and is left out")
    }
  }

  private mutating func block(_ lines: [String], of what: String, at index: Int) -> String {
    let first = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
    let last = lines.lastIndex { !$0.isEmpty } ?? first
    let text = first < lines.endIndex ? lines[first...last].joined(separator: "\n") : ""
    if text.utf8.count > SafeText.longestBlock {
      document.warn(index, "the \(what) is longer than \(SafeText.longestBlock) bytes and was cut")
    }
    return SafeText.block(text)
  }

  // MARK: Entries

  private mutating func readEntry(at start: Int) -> Int {
    let head = EntryHead(document.lines[start].dropFirst(2))
    var fields = EntryFields()
    var remark: [String] = []
    if !head.rest.isEmpty {
      document.warn(start, "text after the address is kept as part of the remark")
      remark.append(head.rest)
    }
    var index = readFields(from: start + 1, into: &fields, leaving: &remark)
    index = readRemark(from: index, into: &remark)
    append(head, fields, remark, at: start)
    return index
  }

  /// Reads fields up to the first line that is none; those that cannot be read go to the remark.
  private mutating func readFields(
    from start: Int, into fields: inout EntryFields, leaving remark: inout [String]
  ) -> Int {
    var index = start
    while index < document.lines.count, let (name, text) = EntryFields.split(document.lines[index])
    {
      let value = document.value(text, line: index)
      if let problem = fields.read(String(name), value) {
        document.warn(index, "\(problem); the line is kept as part of the remark")
        remark.append(String(document.lines[index].dropFirst(2)))
      }
      index += 1
    }
    return index
  }

  private mutating func readRemark(from start: Int, into remark: inout [String]) -> Int {
    var index = start
    if !remark.isEmpty { remark.append("") }
    while index < document.lines.count {
      let line = document.lines[index]
      if line.hasPrefix("- ") || Self.heading(line) != nil { break }
      if !line.isEmpty, !line.hasPrefix(" ") {
        document.warn(index, "text that is not indented is kept as part of the remark above it")
      }
      let indentation = line.prefix(2).prefix { $0 == " " }.count
      remark.append(String(line.dropFirst(indentation)))
      index += 1
    }
    return index
  }

  private mutating func append(
    _ head: EntryHead, _ fields: EntryFields, _ lines: [String], at line: Int
  ) {
    let address = document.value(head.address, line: line)
    var title = document.value(head.title, line: line)
    if title.isEmpty {
      document.warn(line, "an entry has no title")
      title = address.isEmpty ? "Untitled" : address
    }
    let entry = Entry(
      paper: paper(title: title, address: address, fields, at: line),
      remark: block(lines, of: "remark", at: line), prerequisites: fields.prerequisites)
    if let place = places.updateValue(line, forKey: entry.paper.key) {
      document.warn(line, "the paper \(entry.paper.key) stands on line \(place + 1) already")
    }
    if sections.isEmpty {
      sections.append(ReadingSection(title: nil, entries: []))
      entryLines.append([])
    }
    sections[sections.count - 1].entries.append(entry)
    entryLines[entryLines.count - 1].append(line + 1)
  }

  private mutating func paper(
    title: String, address: String, _ fields: EntryFields, at line: Int
  ) -> Paper {
    var links = address.isEmpty ? [] : [Link(kind: .paper, url: address)]
    if let code = fields.code { links.append(Link(kind: .code, url: code)) }
    links += fields.pages.map { Link(kind: .page, url: $0) }
    for link in links
    where !["http://", "https://"].contains(where: link.url.lowercased().hasPrefix) {
      document.warn(line, "“\(SafeText.line(link.url, limit: 80))” is not an http or https address")
    }
    return Paper(
      title: title, shortName: fields.shortName, authors: fields.authors, year: fields.year,
      venue: fields.venue, kind: fields.kind ?? .paper,
      identifiers: identifiers(address: address, fields, at: line), links: links,
      hasWorkingTitle: fields.hasWorkingTitle)
  }

  /// The identifiers of the fields and, in a scheme they lack, the one that the address holds.
  private mutating func identifiers(
    address: String, _ fields: EntryFields, at line: Int
  ) -> [Identifier] {
    var identifiers = fields.identifiers
    if !address.isEmpty, let found = Identifier.recognise(address) {
      if found.scheme == .url {
        if identifiers.isEmpty { identifiers.append(found) }
      } else if let named = identifiers.first(where: { $0.scheme == found.scheme }) {
        if named != found {
          document.warn(
            line, "the address names \(found.key) and a field \(named.key): the field counts")
        }
      } else {
        identifiers.append(found)
      }
    }
    return identifiers.sorted { $0.scheme < $1.scheme }
  }
}
