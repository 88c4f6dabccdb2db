public import ReadingModel
public import ReadingStore

extension Actions {
  /// Puts papers into the library by what others call them; no list is needed.
  ///
  /// A paper without a title has a working title and is among those that need one. One that is
  /// there already stays as it is.
  /// - Parameters:
  ///   - names: An arXiv id, DOI, OpenReview or ACL Anthology id or address each, in any form.
  ///   - title: The title of the one paper that is named; nil when it is not known.
  /// - Returns: The outcome, and the paper of each name.
  public func add(
    _ names: [String], title: String?
  ) throws -> (outcome: Outcome, papers: [AddedPaper]) {
    let identifiers = try names.map(Self.identifier)
    let title = title.map { SafeText.line($0) }
    guard let first = identifiers.first else {
      throw ActionError.refused("no paper was named; give an arXiv id, a DOI or an address")
    }
    guard title == nil || identifiers.count == 1 else {
      throw ActionError.refused("a title is for one paper, and several were named")
    }
    guard title?.isEmpty != true else {
      throw ActionError.refused("a title cannot be empty; nothing was added")
    }
    var papers: [AddedPaper] = []
    var titles: [String] = []
    let outcome = try step(papers: [], unchanged: Self.sentence(papers, titles)) {
      editor, moment in
      for identifier in identifiers {
        papers.append(try editor.add(identifier, title: title, at: moment))
      }
      titles = try papers.map { try editor.title(of: $0.paper) }
      if papers.allSatisfy({ $0.change == .named }) {
        return "\(Sentences.quoted(titles[0])) has the name \(first.key) now"
      }
      return papers.contains { $0.change == .new } ? Self.sentence(papers, titles) : nil
    }
    return (outcome, papers)
  }

  private static func identifier(_ text: String) throws -> Identifier {
    let name = SafeText.line(text)
    guard let identifier = Identifier.recognise(name) else {
      throw ActionError.refused(
        "“\(name.prefix(60))” is no arXiv id, DOI or address, so nothing was added")
    }
    return identifier
  }

  private static func sentence(_ papers: [AddedPaper], _ titles: [String]) -> String {
    let new = zip(papers, titles).filter { $0.0.change == .new }.map(\.1)
    let known = Set(papers.filter { $0.change != .new }.map(\.paper))
    let verb = known.count == 1 ? "is" : "are"
    guard !new.isEmpty else {
      let subject =
        known.count == 1 ? Sentences.quoted(titles[0]) : Sentences.count(known.count, "paper")
      return "\(subject) \(verb) in the library already"
    }
    let added = "Added \(Sentences.subject(new))"
    return known.isEmpty ? added : "\(added); \(known.count) \(verb) in the library already"
  }
}
