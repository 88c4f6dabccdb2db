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
  func lines() -> [StyledLine] {
    var lines = wrapped([StyledRun(detail.paper.title, .text, .bold)])
    lines += isCompact ? compactFacts() : facts()
    if let reason = surroundings.reason {
      lines += heading("NEXT") + paragraph(reason)
    }
    lines += found()
    let here = detail.memberships.filter { $0.list == surroundings.list }
    let elsewhere = detail.memberships.filter { $0.list != surroundings.list }
    for membership in here where !membership.remark.isEmpty {
      lines += heading(surroundings.isOrder ? "WHY HERE" : "REMARK") + markdown(membership.remark)
    }
    // What the reader wrote comes before what the graph says, so that it is seen at once.
    lines += notes()
    lines += references("READ FIRST", detail.prerequisites)
    lines += references("OPENS", detail.requiredBy)
    if let abstract = detail.paper.abstract, !abstract.isEmpty {
      lines += heading("ABSTRACT") + markdown(abstract)
    }
    lines += places(elsewhere, heading: here.isEmpty ? "IN" : "ALSO IN")
    return lines
  }

  // MARK: Facts

  private func facts() -> [StyledLine] {
    var lines = [StyledLine.blank]
    let paper = detail.paper
    let work = [authors(limit: 6), paper.year.map(String.init), paper.venue]
      .compactMap(\.self).filter { !$0.isEmpty }
    if !work.isEmpty { lines += wrapped([StyledRun(work.joined(separator: glyphs.dot))]) }
    let names = identifiers()
    if !names.isEmpty { lines += wrapped(joined(names)) }
    lines += [.blank] + wrapped(state())
    if !detail.tags.isEmpty { lines += wrapped([StyledRun(tags)]) }
    return lines
  }

  private func compactFacts() -> [StyledLine] {
    let paper = detail.paper
    let first = [authors(limit: 1), paper.year.map(String.init)]
      .compactMap(\.self).filter { !$0.isEmpty }.map { [StyledRun($0)] }
    var runs = joined((first + identifiers().prefix(1).map { [$0] }).flatMap(\.self))
    runs += [StyledRun(runs.isEmpty ? "" : gap)] + state()
    if !detail.tags.isEmpty { runs.append(StyledRun(gap + tags)) }
    return wrapped(runs)
  }

  private let gap = "   "

  /// The authors, or the first few and how many more.
  private func authors(limit: Int) -> String {
    let named = detail.paper.authors.filter { $0 != Paper.otherAuthors }
    guard let first = named.first else { return "" }
    let hasOthers = named.count < detail.paper.authors.count
    if limit == 1 {
      return named.count > 1 || hasOthers ? "\(first) \(Paper.otherAuthors)" : first
    }
    if named.count > limit {
      return named.prefix(limit).joined(separator: ", ") + " and \(named.count - limit) more"
    }
    let all = named.joined(separator: ", ")
    return hasOthers ? "\(all) \(Paper.otherAuthors)" : all
  }

  private func identifiers() -> [StyledRun] {
    var runs: [StyledRun] = detail.paper.identifiers.compactMap { identifier in
      switch identifier.scheme {
      case .arxiv: linked("arXiv", identifier)
      case .doi: linked("doi", identifier)
      case .openreview: linked("OpenReview", identifier)
      case .acl: linked("ACL", identifier)
      case .url: nil
      }
    }
    let links = detail.paper.links
    if runs.isEmpty, let link = links.first(where: { $0.kind == .paper }) {
      runs.append(StyledRun(link.url, .link, address: link.url))
    }
    for kind in [Link.Kind.code, .page] {
      guard let link = links.first(where: { $0.kind == kind }) else { continue }
      runs.append(StyledRun(kind.rawValue, .link, address: link.url))
    }
    return runs
  }

  private func linked(_ name: String, _ identifier: Identifier) -> StyledRun {
    StyledRun(
      "\(name) \(identifier.value)", .link, address: PaperLink.address(of: identifier))
  }

  private func state() -> [StyledRun] {
    let progress = detail.progress
    let waits = detail.prerequisites.contains { !$0.status.isDone }
    let sign = glyphs.sign(for: progress.status, isWaiting: waits)
    var runs = [
      StyledRun(sign.text, sign.role), StyledRun(" \(progress.status.rawValue)"),
    ]
    if progress.pass > 0 { runs.append(StyledRun("\(gap)pass \(progress.pass)")) }
    if let rating = progress.rating {
      let full = max(0, min(rating, Progress.ratings.upperBound))
      runs.append(StyledRun(gap))
      runs.append(StyledRun(String(repeating: glyphs.star, count: full), .accent))
      runs.append(
        StyledRun(
          String(repeating: glyphs.noStar, count: Progress.ratings.upperBound - full), .dim))
    }
    return runs
  }

  private var tags: String { detail.tags.map { "#\($0)" }.joined(separator: " ") }

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

  private func notes() -> [StyledLine] {
    detail.notes.reduce(into: []) { lines, note in
      var title = heading("NOTE")
      title[title.count - 1].runs.append(StyledRun("  \(note.updated.prefix(10))", .dim))
      lines += title + markdown(note.body)
    }
  }

  private func places(_ memberships: [Membership], heading title: String) -> [StyledLine] {
    guard !memberships.isEmpty else { return [] }
    return memberships.reduce(into: heading(title)) { lines, membership in
      var runs = [StyledRun(membership.listTitle)]
      if let section = membership.section { runs.append(StyledRun(glyphs.dot + section, .dim)) }
      runs.append(StyledRun(glyphs.dot + String(membership.position), .dim))
      lines += StyledLine.wrapped(runs, columns: columns, hanging: 2)
      if !membership.remark.isEmpty { lines += markdown(membership.remark, indent: 2) }
    }
  }

  // MARK: Lines

  private func heading(_ text: String) -> [StyledLine] {
    [.blank, StyledLine(runs: [StyledRun(text, .dim)])]
  }

  private func paragraph(_ text: String) -> [StyledLine] { wrapped([StyledRun(text)]) }

  private func wrapped(_ runs: [StyledRun]) -> [StyledLine] {
    StyledLine.wrapped(runs, columns: columns)
  }

  private func joined(_ runs: [StyledRun]) -> [StyledRun] {
    Array(runs.map { [$0] }.joined(separator: [StyledRun(glyphs.dot, .dim)]))
  }

  private func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  private func markdown(_ text: String, indent: Int = 0) -> [StyledLine] {
    let isLong = text.utf8.count > Self.longestText && text.count > Self.longestText
    let shown = isLong ? String(text.prefix(Self.longestText)) : text
    var lines: [StyledLine] = []
    for block in PlainMarkdown.blocks(shown) {
      if block.text.isEmpty, block.marker.isEmpty {
        lines.append(.blank)
      } else if block.isVerbatim {
        let code = truncate(
          block.text, to: columns - indent - block.indent, ellipsis: glyphs.ellipsis)
        lines.append(StyledLine(indent: indent + block.indent, runs: [StyledRun(code)]))
      } else {
        lines += StyledLine.wrapped(
          [StyledRun(block.marker + block.text)], columns: columns, indent: indent + block.indent,
          hanging: indent + block.indent + displayWidth(of: block.marker))
      }
    }
    if isLong {
      lines += wrapped([
        StyledRun("The rest is left out here; the note editor has all of it.", .dim)
      ])
    }
    return lines
  }
}
