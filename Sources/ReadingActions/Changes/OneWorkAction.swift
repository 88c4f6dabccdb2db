public import ReadingModel
import ReadingStore

extension Actions {
  /// Makes one paper of two that are the same work; the first one is kept.
  func merge(_ other: PaperID, into kept: PaperID) throws -> Outcome {
    try step(papers: [], unchanged: "Nothing was merged") { editor, moment in
      var names = try [other, kept].map { Sentences.quoted(try editor.title(of: $0)) }
      guard other != kept else {
        throw ActionError.refused("\(names[0]) is one paper already; name two to merge")
      }
      if names[0] == names[1] {
        names[0] += " (\(try editor.key(of: other)))"
        names[1] += " (\(try editor.key(of: kept)))"
      }
      try editor.merge(other, into: kept, at: moment)
      return "Merged \(names[0]) into \(names[1])"
    }
  }

  /// Makes a paper of its own of identifiers that were wrongly put on one.
  ///
  /// - Parameters:
  ///   - identifiers: Some of those that the paper has.
  ///   - title: The title of the new paper; without one it is among those that need one.
  ///   - lists: The slugs of the lists in which the paper's entry is about the new one.
  /// - Returns: The outcome and the new paper.
  public func split(
    _ identifiers: [Identifier], from paper: PaperID, title: String?, lists: [String]
  ) throws -> (outcome: Outcome, new: PaperID) {
    let title = title.map { SafeText.line($0) }
    guard title?.isEmpty != true else {
      throw ActionError.refused("a title cannot be empty; nothing was split")
    }
    guard !identifiers.isEmpty else {
      throw ActionError.refused("no identifier was named, so nothing was split")
    }
    let identifiers = identifiers.enumerated()
      .filter { !identifiers[..<$0.offset].contains($0.element) }.map(\.element)
    var new = paper
    let outcome = try step(papers: [], unchanged: "Nothing was split") { editor, moment in
      let name = Sentences.quoted(try editor.title(of: paper))
      let present = try editor.lookup.identifiers(of: paper)
      for identifier in identifiers where !present.contains(identifier) {
        throw ActionError.notFound(
          kind: "identifier of \(name)", name: identifier.key, nearest: present.map(\.key))
      }
      new = try editor.split(
        identifiers, from: paper, title: title,
        takingEntriesOf: try lists.map { try list($0, with: paper, named: name, in: editor) },
        at: moment)
      let entries = lists.isEmpty ? "" : ", with its entry in \(Sentences.list(lists))"
      return "Split \(Sentences.list(identifiers.map(\.key))) off \(name)\(entries)"
    }
    return (outcome, new)
  }

  /// The list of a slug, which has the paper.
  private func list(
    _ slug: String, with paper: PaperID, named name: String, in editor: LibraryEditor
  ) throws -> ListID {
    guard let list = try editor.lookup.list(slug: slug),
      list.entries.contains(where: { $0.paper == paper })
    else {
      throw ActionError.refused(
        "\(name) does not stand in the list “\(SafeText.line(slug, limit: 80))”; `lectern show` "
          + "names the lists that it stands in")
    }
    return list.id
  }
}
