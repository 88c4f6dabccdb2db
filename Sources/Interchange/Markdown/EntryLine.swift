import ReadingModel

/// A line that may stand for a work, taken apart: title, links, facts and remark.
struct EntryLine {
  /// How the title is set off.
  enum TitleMark {
    case link, strong, quoted, plain
  }

  /// The title; empty when the line has none.
  var title = ""
  /// How it is set off.
  var mark = TitleMark.plain
  /// The name that stands before the title: “GPT-3: [Language Models …](…)”.
  var shortName: String?
  /// Authors, year, venue and remark.
  var facts = EntryFacts()
  /// Links of the work with what the document calls them, its own address first.
  var links: [(label: String, address: String)] = []
  /// True when the title is the first thing on the line.
  var beginsWithTitle = false
  /// True for a line that gives an address in place of a title.
  private(set) var isBareAddress = false
  /// True when a link leads within the document.
  private(set) var hasAnchor = false
  /// What stands before the title and is none of its parts: “See also”.
  private(set) var lead = ""

  /// Takes a line apart.
  ///
  /// - Parameters:
  ///   - runs: The line, or a paragraph that speaks of one work.
  ///   - isCell: True for a cell of a table, where a bar parts nothing.
  init(_ runs: [MarkdownRun], isCell: Bool = false) {
    self.isCell = isCell
    let (runs, tail) = Self.parted(runs)
    var pieces = EntryPiece.pieces(of: runs).filter { $0.text.trimmed != "~~" }[...]
    LeadText.joinBrackets(at: &pieces)
    hasAnchor = pieces.contains { $0.link?.hasPrefix("#") == true }
    takeDecoration(from: &pieces)
    let rest = takeTitle(from: pieces)
    takeCitation()
    facts.take(rest, links: &links, isMLA: mark == .quoted)
    if !tail.isEmpty { facts.remark += tail }
    title = TitleText.cleaned(title)
    if LinkLabel.isAddress(title) {
      // An address is no title: the entry has none.
      isBareAddress = true
      title = ""
    }
    if shortName == nil { shortName = facts.shortName }
    hasPaperLink = WorkAddress.leadsToWork(links)
    guard mark == .plain, facts.authors.isEmpty, facts.year == nil else { return }
    partPlainTitle()
  }

  /// The most text that is taken apart, in bytes: what stands further behind is a remark.
  private static let longest = 65_536

  private static func parted(_ runs: [MarkdownRun]) -> (runs: [MarkdownRun], tail: String) {
    var size = 0
    for (index, run) in runs.enumerated() {
      size += run.text.utf8.count
      guard size > longest else { continue }
      let bytes = Array(run.text.utf8)
      let cut = max(0, bytes.count - (size - longest))
      var first = run
      first.text = String(decoding: bytes[..<cut], as: UTF8.self)
      first.source = nil
      let tail = String(decoding: bytes[cut...], as: UTF8.self)
      return (runs[..<index] + [first], tail + runs[(index + 1)...].map(\.text).joined())
    }
    return (runs, "")
  }

  private let isCell: Bool

  /// True when the title is a link in bold.
  private(set) var isStrong = false
  /// True behind words such as “Read more:”.
  var isReference: Bool { lead.isEmpty ? false : EntryJudge.leadsToWork(lead) }

  /// The links of the work itself, by their addresses or what they are called.
  private(set) var hasPaperLink = false

  /// True when every link leads to a page that may belong to nothing.
  var hasPagesOnly: Bool {
    !links.isEmpty
      && links.allSatisfy { LinkLabel($0.label) == .page && !WorkAddress.isOfWork($0.address) }
  }

  // MARK: Before the title

  /// Takes off what stands before titles: images, emoji, numbers, dates and labels.
  private mutating func takeDecoration(from pieces: inout ArraySlice<EntryPiece>) {
    for _ in 0..<12 {
      guard let first = pieces.first else { return }
      if first.isImage {
        if let address = first.address { links.append((first.text, address)) }
        pieces.removeFirst()
      } else if first.link != nil {
        // “[pdf](…) Title” and “[[1]](…) Title”: a label before the title.
        guard let address = first.address, LinkLabel(first.text) != .title,
          pieces.dropFirst().contains(where: { $0.text.utf8.count > 12 && $0.link == nil })
        else { return }
        links.append((first.text, address))
        pieces.removeFirst()
      } else {
        if !first.style.isEmpty, let next = pieces.dropFirst().first, next.link == nil,
          next.text.hasPrefix(":"), LeadText.isLabel(first.text + ":")
        {
          // “**Title**: …”
          pieces.removeFirst()
          pieces[pieces.startIndex].text = String(next.text.dropFirst().drop { $0 == " " })
          continue
        }
        var text = TitleMarks.withoutBullet(first.text.trimmed)
        if let box = TaskWord.box(atStartOf: &text, isAlone: pieces.count > 1) { facts.box = box }
        let rest = LeadText.removed(from: text, isAlone: !first.style.isEmpty, facts: &facts)
        if rest != nil, EntryJudge.leadsToWork(text) { lead = text }
        guard (rest ?? text).isEmpty else {
          if rest != nil || facts.box != nil { pieces[pieces.startIndex].text = rest ?? text }
          return
        }
        pieces.removeFirst()
      }
    }
  }

  // MARK: The title

  /// Finds the title, and returns what stands behind it.
  mutating func takeTitle(
    from pieces: ArraySlice<EntryPiece>
  ) -> ArraySlice<EntryPiece> {
    guard let first = pieces.first else { return pieces }
    if first.link != nil { return takeLinkedTitle(from: pieces) }
    if first.style.contains(.strong) || isEmphasisedTitle(first, in: pieces) {
      return takeStrongTitle(from: pieces)
    }
    if let rest = takeQuotedTitle(from: pieces) ?? takeTitleBehindYear(from: pieces)
      ?? takeTitleBehindInitials(from: pieces) ?? takeTitleBehindNames(from: pieces)
    {
      return rest
    }
    // “Vaswani et al. [Title](…)” and “GPT-3: [Title](…)”.
    if let next = pieces.dropFirst().first,
      LinkLabel(next.text) == .title, TextWords.count(next.text) >= 2,
      next.address != nil || next.style.contains(.strong)
        ? takeLead(first.text)
        : next.style.contains(.emphasis) && !Self.isVenue(next) && takeAuthors(first.text)
    {
      let rest = takeTitle(from: pieces.dropFirst())
      beginsWithTitle = true
      return rest
    }
    return takePlainTitle(from: pieces)
  }

  private mutating func takeLinkedTitle(
    from pieces: ArraySlice<EntryPiece>
  ) -> ArraySlice<EntryPiece> {
    guard let first = pieces.first, let address = first.address else {
      // A link to nowhere or within the document may still be set in bold as a title.
      guard let first = pieces.first, first.link?.hasPrefix("#") != true else { return pieces }
      title = first.text
      mark = .link
      beginsWithTitle = true
      return pieces.dropFirst()
    }
    title = first.text
    isStrong = first.style.contains(.strong)
    mark = .link
    beginsWithTitle = true
    links.insert(("", address), at: 0)
    return pieces.dropFirst()
  }

  private func isEmphasisedTitle(
    _ first: EntryPiece, in pieces: ArraySlice<EntryPiece>
  ) -> Bool {
    first.style.contains(.emphasis) && TextWords.count(first.text) >= 3
      && AuthorNames.read(first.text) == nil && Citation(first.text) == nil && pieces.count > 1
  }

  private mutating func takeStrongTitle(
    from pieces: ArraySlice<EntryPiece>
  ) -> ArraySlice<EntryPiece> {
    let style = pieces.first?.style ?? []
    var rest = pieces
    mark = .strong
    beginsWithTitle = true
    while let piece = rest.first, piece.style.contains(style) || piece.text.trimmed.isEmpty,
      !piece.isImage
    {
      if let address = piece.address { links.append(("", address)) }
      title += piece.text
      rest.removeFirst()
    }
    return takeTitleBehindName(from: rest) ?? rest
  }

  /// True when a text before a title is its authors, its short name, or a few words that lead to it.
  private mutating func takeLead(_ text: String) -> Bool {
    let trimmed = text.trimmed
    let bare = EntryFacts.withoutSeparators(trimmed)
    if let names = AuthorNames.read(bare), names.count > 1 {
      facts.authors = names
      return true
    }
    let words = bare.split(separator: " ")
    guard words.count <= 6, let last = trimmed.unicodeScalars.last,
      ":-–—|".unicodeScalars.contains(last) || words.isEmpty
    else { return false }
    if words.count <= 2, last != "|", LinkLabel(bare) == .title { shortName = bare }
    lead = bare
    return true
  }

  /// True for the place of publication in emphasis: `*NeurIPS 2017*`.
  private static func isVenue(_ piece: EntryPiece) -> Bool {
    piece.style.contains(.emphasis)
      && (Citation.isVenue(piece.text) || Citation(piece.text)?.venue != nil)
  }

  /// Takes authors that a full stop or a comma parts from a title in emphasis: `Jane Roe. *Title*`.
  private mutating func takeAuthors(_ text: String) -> Bool {
    let trimmed = text.trimmed
    guard let last = trimmed.last, ".,:".contains(last),
      let names = AuthorNames.read(EntryFacts.withoutSeparators(trimmed)),
      names.count > 1 || names[0].split(separator: " ").count >= 2
    else { return false }
    facts.authors = names
    return true
  }

  private mutating func takePlainTitle(
    from pieces: ArraySlice<EntryPiece>
  ) -> ArraySlice<EntryPiece> {
    guard let first = pieces.first else { return pieces }
    beginsWithTitle = true
    var rest = pieces
    // Up to the first link; a title in code or emphasis is part of it.
    while let piece = rest.first, piece.link == nil, !piece.isImage,
      title.isEmpty || !Self.isVenue(piece)
    {
      title += piece.text
      rest.removeFirst()
      if title.utf8.count > 1_000 { break }
    }
    title = title.trimmedEnd
    if rest.first?.link != nil {
      EntryFacts.dropLabel(from: &title)
      while let last = title.last, "([ ".contains(last) { title.removeLast() }
    }
    let (head, tail) =
      PlainTitle.line(of: title, isBeforeAddress: rest.first?.link != nil)
      ?? PlainTitle.parted(title, atBars: !isCell)
    title = head
    guard !tail.isEmpty else { return rest }
    var piece = first
    (piece.text, piece.markdown, piece.style) = (tail, tail, [])
    return [piece] + rest
  }
}
