public import ReadingModel
import ReadingStore

extension Actions {
  /// Finds the paper that a person names.
  ///
  /// - Parameter text: An arXiv id, DOI, URL or key of any form, or words that match one title.
  /// - Returns: The paper's row.
  /// - Throws: `ActionError.notFound` with the nearest titles, `ActionError.ambiguous` with keys.
  public func paper(named text: String) throws -> PaperID {
    let name = SafeText.line(text)
    if let identifier = Identifier.recognise(name), let found = try library.find(identifier) {
      return found
    }
    if let found = try library.find(key: name) { return found }
    let matches = try library.papers(titled: name, limit: 11)
    if matches.count == 1 { return matches[0].paper }
    let wanted = SafeText.folded(name)
    let exact = try matches.filter {
      try SafeText.folded($0.name) == wanted
        || library.paper($0.paper).map { SafeText.folded($0.paper.title) } == wanted
    }
    if exact.count == 1 { return exact[0].paper }
    guard matches.isEmpty else {
      throw ActionError.ambiguous(name: name, candidates: try matches.prefix(10).map(candidate))
    }
    throw ActionError.notFound(
      kind: "paper", name: name,
      nearest: try library.suggestions(for: name, limit: 5).map(candidate))
  }

  private func candidate(_ reference: PaperReference) throws -> String {
    let title = try library.paper(reference.paper)?.paper.title ?? reference.name
    return "\(reference.key)\t\(title)"
  }
}
