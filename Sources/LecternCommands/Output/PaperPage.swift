import ReadingModel

/// A paper as a page on a terminal.
struct PaperPage {
  let console: Console
  let detail: PaperDetail

  /// Writes the page.
  func print() {
    let paper = detail.paper
    console.heading(paper.title)
    line([authors, paper.year.map(String.init), paper.venue])
    line([detail.key] + paper.identifiers.map(\.key).filter { $0 != detail.key })
    line(paper.links.map { $0.kind == .code ? "code \($0.url)" : $0.url })
    line([
      detail.progress.status.rawValue,
      detail.progress.pass > 0 ? "pass \(detail.progress.pass)" : nil,
      detail.progress.rating.map { "rated \($0) of 5" },
      detail.tags.isEmpty ? nil : detail.tags.map { "#" + $0 }.joined(separator: " "),
    ])
    for place in detail.memberships {
      console.line()
      console.heading(
        "\(place.position) in \(place.listTitle)" + (place.section.map { ", \($0)" } ?? "")
          + (place.isGone ? ", no longer in the list" : ""))
      text(place.remark)
    }
    references("Read first", detail.prerequisites)
    references("Opens", detail.requiredBy)
    for note in detail.notes {
      console.line()
      console.heading("Note \(note.id.rawValue), \(note.updated.prefix(10))")
      text(note.body)
    }
  }

  private var authors: String? {
    guard let first = detail.paper.authors.first else { return nil }
    guard detail.paper.authors.count > 2 || detail.paper.authors.last == Paper.otherAuthors else {
      return detail.paper.authors.joined(separator: " and ")
    }
    return "\(first) \(Paper.otherAuthors)"
  }

  private func line(_ parts: [String?]) {
    let present = parts.compactMap { $0 }.filter { !$0.isEmpty }
    if !present.isEmpty { console.line(present.joined(separator: " · ")) }
  }

  private func text(_ markdown: String) {
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let body = line.drop { $0 == " " }
      console.paragraph(String(body), indent: 2 + (line.count - body.count))
    }
  }

  private func references(_ title: String, _ papers: [PaperReference]) {
    guard !papers.isEmpty else { return }
    console.line()
    console.heading(title)
    for paper in papers {
      let why = paper.why.isEmpty ? "" : " — \(paper.why)"
      console.paragraph("\(paper.name) (\(paper.status.rawValue))\(why)", indent: 2)
    }
  }
}
