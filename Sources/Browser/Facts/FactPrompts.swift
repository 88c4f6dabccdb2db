import ReadingModel
import Terminal

extension BrowserModel {
  /// Asks for a fact of the paper under the cursor; what it is now stands there already.
  mutating func openFact(_ fact: PaperFact) {
    guard let detail = currentDetail else { return }
    let name = truncate(
      detail.paper.shortName ?? detail.paper.title, to: max(8, size.columns / 4),
      ellipsis: glyphs.ellipsis)
    let label =
      fact == .title
      ? "Title: " : "\(fact.words.prefix(1).uppercased())\(fact.words.dropFirst()) of \(name): "
    layers.append(
      .line(
        LinePrompt(
          label: label, text: detail.paper.line(of: fact),
          purpose: .fact(fact, detail.id))))
  }

  /// Puts a fact right as it was typed; an empty line takes the fact away, except a title.
  mutating func take(_ line: String, as fact: PaperFact, of paper: PaperID) -> [Effect] {
    let words = SafeText.line(line)
    let text = words.isEmpty ? nil : words
    let edit: FactEdit
    switch fact {
    case .title:
      guard let text else { return [] }
      edit = .title(text)
    case .shortName: edit = .shortName(text)
    case .authors:
      edit = .authors(
        words.split(separator: ";").map { SafeText.line(String($0)) }.filter { !$0.isEmpty })
    case .year:
      let year = text.flatMap(Int.init)
      guard text == nil || year.map(FactEdit.years.contains) == true else {
        refuse("“\(words)” is no year; it has four digits.")
        return []
      }
      edit = .year(year)
    case .venue: edit = .venue(text)
    case .abstract:
      // The line of an abstract with paragraphs is another text, though nobody changed it.
      if let present = currentDetail, present.id == paper,
        LineInput(present.paper.line(of: fact)).text == line
      {
        say("Nothing was changed.")
        return []
      }
      edit = .abstract(text)
    }
    return [.perform(.edit(paper, [edit]), .papers)]
  }
}

extension Paper {
  /// A fact as it is typed in one line: authors are parted by `; `.
  fileprivate func line(of fact: PaperFact) -> String {
    switch fact {
    case .title: title
    case .shortName: shortName ?? ""
    case .authors: authors.joined(separator: "; ")
    case .year: year.map(String.init) ?? ""
    case .venue: venue ?? ""
    case .abstract: abstract ?? ""
    }
  }
}
