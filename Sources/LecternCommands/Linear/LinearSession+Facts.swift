import Browser
import ReadingModel

/// Putting papers in, and their facts right.
extension LinearSession {
  /// Puts papers in by their ids and addresses.
  mutating func addPapers(_ words: String) throws -> [String] {
    let names = words.split(separator: " ").map(String.init)
    guard !names.isEmpty else {
      return ask(.line("Which papers? Ids or addresses.") { try $0.addPapers($1) })
    }
    return try perform(.add(names, title: nil))
  }

  /// Puts a fact of the paper said last right; `none` takes it away.
  mutating func change(_ fact: PaperFact, _ words: String) throws -> [String] {
    let paper = try self.paper("")
    guard !words.isEmpty else {
      return ask(
        .line("What is the \(fact.words) of \(Spoken.quoted(try title(of: paper)))?") {
          try $0.change(fact, $1)
        })
    }
    let text = words == "none" ? nil : words
    let edit: FactEdit
    switch fact {
    case .title:
      guard let text else { return ["A paper has a title, if only a working one."] }
      edit = .title(text)
    case .shortName: edit = .shortName(text)
    case .authors:
      let names = (text ?? "").split(separator: ";").map { SafeText.line(String($0)) }
      edit = .authors(names.filter { !$0.isEmpty })
    case .year:
      let year = text.flatMap { Int($0) }
      guard text == nil || year.map(FactEdit.years.contains) == true else {
        return ["“\(words)” is no year; write it as in 2025, or none."]
      }
      edit = .year(year)
    case .venue: edit = .venue(text)
    case .abstract: edit = .abstract(text)
    }
    return try perform(.edit(paper, [edit]))
  }
}
