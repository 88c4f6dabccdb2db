import ReadingModel
import Terminal

/// The paper pane as lines: the facts, the reader's state, and why the paper stands here.
struct PaperText {
  /// What is known about the paper.
  let detail: PaperDetail
  /// What the panes know besides.
  let surroundings: Surroundings
  /// The columns of the text, at most 72.
  let columns: Int
  /// True where rows are few: the facts stand in one paragraph.
  let isCompact: Bool
  let glyphs: Glyphs

  /// What the panes know about a paper besides its detail.
  struct Surroundings: Equatable, Sendable {
    /// The list that is looked at.
    var list: ListID?
    /// True when that list is a reading order, whose remarks say why a paper stands where it does.
    var isOrder = false
    /// Why the paper is to be read next.
    var reason: String?
    /// Where a search found it.
    var snippet: Snippet?
    /// The positions of papers in the list, as far as they are loaded.
    var positions: [PaperID: Int] = [:]
  }

  /// The longest part of a note, remark or abstract that is laid out, in characters.
  static let longestText = 20_000

  /// The lines.
  func lines() -> [StyledLine] { laidOut().lines }

  /// The lines, and the links in the order of the numbers that stand in them.
  func laidOut() -> (lines: [StyledLine], links: [PaperLink]) {
    var page = MarkdownPage(
      columns: columns, glyphs: glyphs, links: LinkNumbers(PaperLink.all(of: detail.paper)))
    var lines = wrapped([StyledRun(detail.paper.title, .text, .bold)])
    lines += isCompact ? compactFacts() : facts()
    if let reason = surroundings.reason {
      lines += heading("NEXT") + paragraph(reason)
    }
    lines += found()
    let here = detail.memberships.filter { $0.list == surroundings.list }
    let elsewhere = detail.memberships.filter { $0.list != surroundings.list }
    for membership in here where membership.isGone {
      lines +=
        heading("GONE")
        + paragraph("The list has it no more. It is kept for what you did with the paper.")
    }
    for membership in here where !membership.remark.isEmpty {
      lines += heading(surroundings.isOrder ? "WHY HERE" : "REMARK")
      lines += page.part(of: membership.remark)
    }
    // What the reader wrote comes before what the graph says, so that it is seen at once.
    lines += notes(&page)
    lines += references("READ FIRST", detail.prerequisites)
    lines += references("OPENS", detail.requiredBy)
    if let abstract = detail.paper.abstract, !abstract.isEmpty {
      lines += heading("ABSTRACT") + page.part(of: abstract)
    }
    lines += places(elsewhere, heading: here.isEmpty ? "IN" : "ALSO IN", &page)
    lines += addresses(page.links.links)
    return (lines, page.links.links)
  }

  // MARK: What belongs to it

  private func found() -> [StyledLine] {
    guard let snippet = surroundings.snippet, snippet.field != "title" else { return [] }
    let runs = snippet.runs.map { run in
      run.matched
        ? StyledRun(oneLine(run.text), .accent, .underline) : StyledRun(oneLine(run.text))
    }
    return heading("FOUND IN \(snippet.field.uppercased())") + wrapped(runs)
  }

  private func references(_ title: String, _ references: [PaperReference]) -> [StyledLine] {
    guard !references.isEmpty else { return [] }
    return references.reduce(into: heading(title)) { lines, reference in
      let sign = glyphs.sign(for: reference.status)
      var runs = [StyledRun(sign.text, sign.role), StyledRun(" ")]
      if let position = surroundings.positions[reference.paper] {
        runs.append(StyledRun("\(position) ", .dim))
      }
      runs.append(StyledRun(reference.name))
      if !reference.why.isEmpty { runs.append(StyledRun(" – \(reference.why)", .dim)) }
      lines += StyledLine.wrapped(runs, columns: columns, hanging: 2)
    }
  }

  private func notes(_ page: inout MarkdownPage) -> [StyledLine] {
    detail.notes.reduce(into: []) { lines, note in
      var title = heading("NOTE")
      title[title.count - 1].runs.append(StyledRun("  \(note.updated.prefix(10))", .dim))
      lines += title + page.part(of: note.body)
    }
  }

  private func places(
    _ memberships: [Membership], heading title: String, _ page: inout MarkdownPage
  ) -> [StyledLine] {
    guard !memberships.isEmpty else { return [] }
    return memberships.reduce(into: heading(title)) { lines, membership in
      var runs = [StyledRun(membership.listTitle)]
      if let section = membership.section { runs.append(StyledRun(glyphs.dot + section, .dim)) }
      runs.append(
        StyledRun(
          glyphs.dot + (membership.isGone ? "no longer there" : String(membership.position)), .dim))
      lines += StyledLine.wrapped(runs, columns: columns, hanging: 2)
      if !membership.remark.isEmpty { lines += page.part(of: membership.remark, indent: 2) }
    }
  }

  private func addresses(_ links: [PaperLink]) -> [StyledLine] {
    // The facts show the only address that most works have.
    guard links.count > 1 else { return [] }
    let columns = displayWidth(of: "[\(links.count)] ")
    return links.enumerated().reduce(into: heading("LINKS")) { lines, link in
      let number = "[\(link.offset + 1)] ".paddedLeft(to: columns)
      lines += StyledLine.wrapped(
        [
          StyledRun(number, .dim),
          StyledRun(link.element.url, .link, address: link.element.url),
        ], columns: self.columns, hanging: columns)
    }
  }

  // MARK: Lines

  private func heading(_ text: String) -> [StyledLine] {
    [.blank, StyledLine(runs: [StyledRun(text, .dim)])]
  }

  private func paragraph(_ text: String) -> [StyledLine] { wrapped([StyledRun(text)]) }

  func wrapped(_ runs: [StyledRun]) -> [StyledLine] {
    StyledLine.wrapped(runs, columns: columns)
  }

  func joined(_ runs: [StyledRun]) -> [StyledRun] {
    Array(runs.map { [$0] }.joined(separator: [StyledRun(glyphs.dot, .dim)]))
  }

  private func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}

extension MarkdownPage {
  /// A part of a paper's page: a note, a remark or an abstract, cut where it is very long.
  fileprivate mutating func part(of text: String, indent: Int = 0) -> [StyledLine] {
    let longest = PaperText.longestText
    let isLong = text.utf8.count > longest && text.count > longest
    var page = MarkdownPage(columns: columns - indent, glyphs: glyphs, links: links)
    var lines = page.lines(of: isLong ? String(text.prefix(longest)) : text)
    links = page.links
    for index in lines.indices where !lines[index].runs.isEmpty { lines[index].indent += indent }
    if isLong {
      let sentence = "The rest is left out here; the note editor has all of it."
      lines += StyledLine.wrapped([StyledRun(sentence, .dim)], columns: columns)
    }
    return lines
  }
}
