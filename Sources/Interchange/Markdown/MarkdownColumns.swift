import ReadingModel

/// What the columns of a table hold, by their headings.
struct MarkdownColumns {
  /// What a column holds.
  enum Role {
    case title, authors, year, venue, link, code, remark, tags, status, number, other
  }

  /// The roles in order.
  let roles: [Role]
  /// The headings in order.
  private let names: [String]

  /// Reads the headings of a table.
  init(_ cells: [[MarkdownRun]]) {
    names = cells.map { SafeText.line($0.plainText) }
    var roles = names.map(Self.role)
    // Of several columns that could be the title, the first is; “Paper” beside “Title” has the links.
    if let title = names.firstIndex(where: { SafeText.folded($0).contains("title") }) {
      for index in roles.indices where roles[index] == .title && index != title {
        roles[index] = .link
      }
    } else if let title = roles.firstIndex(of: .title) {
      for index in roles.indices.dropFirst(title + 1) where roles[index] == .title {
        roles[index] = .link
      }
    }
    self.roles = roles
  }

  /// True when a heading names works.
  var hasTitles: Bool { roles.contains(.title) }

  private static func role(of name: String) -> Role {
    let words = TextWords.of(SafeText.folded(name), limit: 6)
    let says = { (names: Set<String>) in words.contains { names.contains($0) } }
    if words.isEmpty { return name == "#" ? .number : .other }
    if says(["title", "titles"]) { return .title }
    if says(["author", "authors"]) { return .authors }
    if says(["year", "date", "published", "time", "month"]) { return .year }
    if says(["code", "github", "repo", "repository", "implementation"]) { return .code }
    if says(["venue", "conference", "journal", "publication", "pub", "publisher", "where"]) {
      return .venue
    }
    if says(["link", "links", "url", "urls", "pdf", "arxiv", "doi", "resources"]) { return .link }
    if says(["paper", "papers", "name", "article", "work", "reference", "publications"]) {
      return .title
    }
    if says(["reading", "readings"]) { return .title }
    if says([
      "note", "notes", "remark", "remarks", "comment", "comments", "abstract", "summary", "tldr",
      "description", "idea", "highlight", "highlights", "takeaway", "takeaways", "contribution",
      "contributions", "tl",
    ]) {
      return .remark
    }
    if says(["tag", "tags", "keyword", "keywords", "topic", "topics", "category", "area", "type"]) {
      return .tags
    }
    if says(["status", "read", "done"]) { return .status }
    return words == ["no"] || words == ["id"] || words == ["index"] ? .number : .other
  }

  /// The entries of a row: of a cell with several titles that lead to works, as the readings of a course
  /// have it, each is one; of any other the row is one.
  func entries(of row: MarkdownBlock) -> [FoundEntry] {
    if let column = roles.firstIndex(of: .title), column < row.cells.count {
      let several = EntryPiece.lines(of: row.cells[column]).flatMap { line in
        var part = row
        part.runs = line
        let entries = EntrySplit.entries(in: part)
        let whole = EntryLine(line)
        return entries.count > 1 || !whole.hasPaperLink || whole.title.isEmpty
          ? entries : [FoundEntry(whole, at: row)]
      }
      if several.count > 1 {
        return several.map { entry in
          var entry = entry
          for (index, cell) in row.cells.enumerated() where index < roles.count {
            // Of what the row says besides, only words are about each of them.
            let isText = !cell.contains(where: { $0.link != nil })
            guard isText, [.tags, .remark].contains(roles[index]) else { continue }
            add(cell, role: roles[index], column: index, to: &entry)
          }
          return entry
        }
      }
    }
    return entry(of: row).map { [$0] } ?? []
  }

  /// The entry that a row holds; nil when it has no title, or nothing tells that it is of a work.
  func entry(of row: MarkdownBlock) -> FoundEntry? {
    guard let column = titleColumn(in: row.cells) else { return nil }
    let line = EntryLine(row.cells[column], isCell: true)
    var entry = FoundEntry(line, at: row)
    for (index, cell) in row.cells.enumerated() where index != column {
      add(cell, role: index < roles.count ? roles[index] : .other, column: index, to: &entry)
    }
    guard !entry.title.isEmpty, !Self.blanks.contains(entry.title.lowercased()) else { return nil }
    return hasTitles || entry.hasPaperLink ? entry : nil
  }

  /// What stands in a cell that waits for a title.
  private static let blanks: Set<String> = ["-", "n/a", "none", "tba", "tbc", "tbd", "?"]

  private func titleColumn(in cells: [[MarkdownRun]]) -> Int? {
    if let column = roles.firstIndex(of: .title), column < cells.count {
      let text = cells[column].plainText
      if LinkLabel(text) == .title || !cells[column].contains(where: { $0.link != nil }) {
        return column
      }
    }
    // Without such a heading, the first cell with a link that is called by a title.
    return cells.firstIndex { cell in
      cell.contains {
        $0.link.map { Identifier.isAddress($0) } == true && LinkLabel($0.text) == .title
      }
    }
  }

  private func add(
    _ cell: [MarkdownRun], role: Role, column: Int, to entry: inout FoundEntry
  ) {
    let text = SafeText.line(cell.plainText)
    for piece in EntryPiece.pieces(of: cell) {
      guard let address = piece.address else { continue }
      let label = role == .code ? "code" : piece.text
      entry.links.append((label, address))
    }
    let hasLinks = cell.contains { $0.link != nil }
    if !hasLinks {
      for mention in Identifier.found(in: text) where role == .link || role == .code {
        entry.links.append((role == .code ? "code" : "", mention.text))
      }
    }
    guard !text.isEmpty, text != "-", text != "–", text != "N/A" else { return }
    switch role {
    case .authors: entry.facts.authors = AuthorNames.read(text, isExpected: true) ?? [text]
    case .year:
      if entry.facts.year == nil { entry.facts.year = Citation.firstYear(in: text)?.year }
    case .venue:
      if entry.facts.venue == nil, !hasLinks || LinkLabel(text) == .title {
        entry.facts.venue = text
      }
      if entry.facts.year == nil { entry.facts.year = Citation.firstYear(in: text)?.year }
    case .remark:
      let markdown = EntryPiece.pieces(of: cell).map(\.markdown).joined().trimmed
      entry.facts.addRemark(markdown)
    case .tags:
      entry.tags += text.split(whereSeparator: { ",;/".contains($0) }).map { String($0).trimmed }
    case .status:
      if ["x", "✓", "✔", "✅", "☑", "yes", "read", "done"].contains(text.lowercased()) {
        entry.status = .read
      }
    case .other where !hasLinks:
      let name = column < names.count ? names[column] : ""
      let value = EntryPiece.pieces(of: cell).map(\.markdown).joined().trimmed
      entry.facts.addRemark(name.isEmpty ? value : "\(name): \(value)")
    case .title, .link, .code, .number, .other: break
    }
  }
}
