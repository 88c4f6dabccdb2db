extension Paper {
  /// The facts, with what is empty in them filled from another description of the same work.
  ///
  /// A working title counts as empty. Of identifiers and links those come in whose scheme or kind is
  /// free; of plain addresses and pages, all.
  public func filling(from other: Paper) -> Paper {
    var paper = self
    if hasWorkingTitle && !other.hasWorkingTitle {
      paper.title = other.title
      paper.hasWorkingTitle = false
    }
    paper.shortName = shortName ?? other.shortName.filled
    if authors.isEmpty { paper.authors = other.authors }
    paper.year = year ?? other.year
    paper.venue = venue ?? other.venue.filled
    paper.abstract = abstract ?? other.abstract.filled
    paper.identifiers += other.identifiers.filter { identifier in
      !identifiers.contains {
        $0.scheme == identifier.scheme
          && (identifier.scheme != .url || $0.value == identifier.value)
      }
    }
    paper.links += other.links.filter { link in
      !links.contains { $0.url == link.url || ($0.kind == link.kind && link.kind != .page) }
    }
    return paper
  }

  /// The facts with the title of another description of the same work, when the present one is only a
  /// short form of it and nothing but addresses names the paper.
  public func spelledOut(by other: Paper) -> Paper {
    guard !other.hasWorkingTitle, title.utf8.count < other.title.utf8.count,
      other.identifiers.contains(where: { $0.scheme != .url }),
      TitleForms(self, key: titleKey).agrees(with: TitleForms(other, key: other.titleKey))
    else { return self }
    var paper = self
    paper.title = other.title
    if TitleForms(self, key: titleKey).isShort { paper.shortName = shortName ?? title }
    return paper
  }

  /// The facts as a newer description states them; what it does not state stays.
  public func correcting(from newer: Paper) -> Paper {
    var paper = filling(from: newer)
    if !newer.hasWorkingTitle { paper.title = newer.title }
    paper.shortName = newer.shortName.filled ?? paper.shortName
    if !newer.authors.isEmpty { paper.authors = newer.authors }
    paper.year = newer.year ?? paper.year
    paper.venue = newer.venue.filled ?? paper.venue
    paper.abstract = newer.abstract.filled ?? paper.abstract
    if newer.kind != .paper { paper.kind = newer.kind }
    for link in newer.links where link.kind != .page {
      guard !paper.links.contains(link),
        let place = paper.links.firstIndex(where: { $0.kind == link.kind })
      else { continue }
      paper.links[place] = link
    }
    return paper
  }

  /// The names of the facts in which two descriptions differ, in the order people read them.
  public func differences(from other: Paper) -> [String] {
    var names: [String] = []
    if title != other.title || hasWorkingTitle != other.hasWorkingTitle { names.append("title") }
    if shortName != other.shortName { names.append("short name") }
    if authors != other.authors { names.append("authors") }
    if year != other.year { names.append("year") }
    if venue != other.venue { names.append("venue") }
    if kind != other.kind { names.append("kind") }
    if abstract != other.abstract { names.append("abstract") }
    if identifiers != other.identifiers { names.append("identifiers") }
    if links != other.links { names.append("links") }
    return names
  }
}

extension String? {
  /// The text, or nil when it is empty.
  fileprivate var filled: String? { self?.isEmpty == true ? nil : self }
}
