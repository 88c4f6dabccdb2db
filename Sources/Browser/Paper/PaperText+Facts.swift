import ReadingModel
import Terminal

/// What is known about the work itself, and how far the reader has come with it.
extension PaperText {
  func facts() -> [StyledLine] {
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

  func compactFacts() -> [StyledLine] {
    let paper = detail.paper
    let first = [authors(limit: 1), paper.year.map(String.init)]
      .compactMap(\.self).filter { !$0.isEmpty }.map { [StyledRun($0)] }
    var runs = joined((first + identifiers().prefix(1).map { [$0] }).flatMap(\.self))
    runs += [StyledRun(runs.isEmpty ? "" : gap)] + state()
    if !detail.tags.isEmpty { runs.append(StyledRun(gap + tags)) }
    return wrapped(runs)
  }

  private var gap: String { "   " }

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
}
