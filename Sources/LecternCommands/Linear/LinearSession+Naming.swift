import Browser
import ReadingActions
import ReadingModel

/// How a line names papers.
extension LinearSession {
  /// The papers that words name: numbers and ranges of what was said, or one paper by its key or its
  /// title; without words those selected, or the one said last.
  func papers(_ words: String) throws -> [PaperID] {
    guard !words.isEmpty else {
      if triage == nil, !selected.isEmpty { return selected }
      return [try self.paper("")]
    }
    guard let ranges = Self.ranges(in: words) else { return [try desk.paper(named: words)] }
    var found: [PaperID] = []
    for range in ranges { found += try papers(in: range).filter { !found.contains($0) } }
    return found
  }

  /// The one paper that words name; without words the one said last.
  func paper(_ words: String) throws -> PaperID {
    guard !words.isEmpty else {
      if let paper = triage?.row?.paper ?? current { return paper }
      throw Failure(
        sentence: "No paper was said yet; name one by its number, its key or words of its title.")
    }
    guard let ranges = Self.ranges(in: words) else { return try desk.paper(named: words) }
    guard ranges.count == 1, ranges[0].count == 1, let paper = try papers(in: ranges[0]).first
    else {
      throw Failure(sentence: "That is for one paper at a time, and “\(words)” names several.")
    }
    return paper
  }

  /// Numbers and ranges such as `1 3-5`; nil when the words are anything else.
  static func ranges(in words: String) -> [ClosedRange<Int>]? {
    var ranges: [ClosedRange<Int>] = []
    for word in words.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil,
        first >= 1, last >= first
      else { return nil }
      ranges.append(first...last)
    }
    return ranges.isEmpty ? nil : ranges
  }

  private func papers(in range: ClosedRange<Int>) throws -> [PaperID] {
    guard case .papers = numbers else {
      throw Failure(
        sentence: "The numbers said last are not of papers; `list` says the papers again.")
    }
    let here = try requirePlace()
    guard let source = here.source else {
      return try range.map { try said($0, here, total: here.fixed.count) }
    }
    let total = try world.rows(source, start: 0, limit: 0, most: nil).total
    let known = range.compactMap { here.said[$0] }
    if known.count == range.count { return known }
    // Behind what was said the papers stand as the source has them now.
    guard range.upperBound <= total else { throw noPaper(range.upperBound, total) }
    let papers = try world.papers(of: source, start: range.lowerBound - 1, limit: range.count)
    return zip(range, papers).map { here.said[$0] ?? $1 }
  }

  private func said(_ number: Int, _ place: LinearPlace, total: Int) throws -> PaperID {
    guard let paper = place.said[number] else { throw noPaper(number, total) }
    return paper
  }

  private func noPaper(_ number: Int, _ total: Int) -> Failure {
    Failure(
      sentence: total == 0
        ? "There is no paper here." : "There is no number \(number) here; the last is \(total).")
  }

  /// A paper with everything that belongs to it, its notes dated as the reader's clock has it.
  func paperInLocalTime(_ paper: PaperID) throws -> PaperDetail? {
    guard var detail = try world.paper(paper) else { return nil }
    for index in detail.notes.indices {
      let updated = detail.notes[index].updated
      detail.notes[index].updated = world.localTime(updated)
    }
    return detail
  }

  /// The title of a paper.
  func title(of paper: PaperID) throws -> String { try world.paper(paper)?.paper.title ?? "" }

  // MARK: Selecting

  /// Selects papers, or takes those selected out again.
  mutating func select(_ words: String) throws -> [String] {
    let papers = words.isEmpty ? [try self.paper("")] : try self.papers(words)
    let isOut = papers.allSatisfy(selected.contains)
    selected.removeAll(where: papers.contains)
    if !isOut { selected += papers }
    return saySelection()
  }

  /// Selects all papers of the place; a second time none.
  mutating func selectAll() throws -> [String] {
    let here = try requirePlace()
    guard selected.isEmpty else {
      selected = []
      return saySelection()
    }
    selected =
      try here.source.map { try world.papers(of: $0, start: 0, limit: nil) }
      ?? here.fixed.map(\.paper)
    return saySelection()
  }

  private func saySelection() -> [String] {
    selected.isEmpty
      ? ["Nothing is selected."]
      : [
        "\(Spoken.count(selected.count, "paper")) selected; a change is about all of them, and "
          + "`back` drops the selection."
      ]
  }
}
