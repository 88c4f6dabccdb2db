import Browser
import ReadingModel

/// Making one paper of two, and two of one.
extension LinearSession {
  /// Makes one paper of the paper said last and another, which goes into it.
  mutating func mergePapers(_ words: String) throws -> [String] {
    guard !words.isEmpty else {
      return ask(
        .line("Which paper is the same? A number, a key or words.") { try $0.mergePapers($1) })
    }
    return try perform(.merge(try paper(words), into: try paper("")))
  }

  /// Makes a paper of its own of an identifier of the paper said last.
  mutating func splitPaper(_ words: String) throws -> [String] {
    let paper = try self.paper("")
    let present = try world.paper(paper)?.paper.identifiers ?? []
    guard !present.isEmpty else { return ["The paper has no identifier."] }
    guard let identifier = Identifier.recognise(words) else {
      return ask(
        .line("Which one is another paper? It has \(Spoken.list(present.map(\.key))).") {
          try $0.splitPaper($1)
        })
    }
    return try perform(.split(paper, [identifier], title: nil, lists: []))
  }
}
