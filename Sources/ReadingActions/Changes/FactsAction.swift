import ReadingModel
import ReadingStore

extension Actions {
  /// Puts facts of a paper right; an empty text takes a fact away, except a title.
  func edit(_ paper: PaperID, _ edits: [FactEdit]) throws -> Outcome {
    let edits = try edits.map(Self.checked)
    guard !edits.isEmpty else {
      throw ActionError.refused("nothing was said about the paper, so nothing was changed")
    }
    var title = ""
    return try step(
      papers: [paper], unchanged: "\(Sentences.quoted(title)) has these facts already"
    ) { editor, _ in
      let before = try editor.title(of: paper)
      title = before
      let changed = try editor.edit(paper, edits)
      guard !changed.isEmpty else { return nil }
      title = try editor.title(of: paper)
      return Self.sentence(changed, edits, before: before, after: title)
    }
  }

  private static func sentence(
    _ changed: Set<PaperFact>, _ edits: [FactEdit], before: String, after: String
  ) -> String {
    if changed == [.title] {
      // A working title may be the title.
      guard before != after else { return "\(Sentences.quoted(after)) is the title now" }
      return "Changed the title of \(Sentences.quoted(before)) to \(Sentences.quoted(after))"
    }
    if changed == [.year], case .year(let year?)? = edits.last(where: { $0.fact == .year }) {
      return "Set the year of \(Sentences.quoted(after)) to \(year)"
    }
    let names = PaperFact.allCases.filter(changed.contains).map(\.words)
    return "Changed the \(Sentences.list(names)) of \(Sentences.quoted(after))"
  }

  /// The edit with clean text, where it can be made.
  private static func checked(_ edit: FactEdit) throws -> FactEdit {
    switch edit {
    case .title(let text):
      let title = SafeText.line(text)
      guard !title.isEmpty else {
        throw ActionError.refused("a title cannot be empty; nothing was changed")
      }
      return .title(title)
    case .shortName(let text): return .shortName(stated(text.map { SafeText.line($0) }))
    case .authors(let names):
      return .authors(names.map { SafeText.line($0) }.filter { !$0.isEmpty })
    case .year(let year):
      guard year.map(FactEdit.years.contains) != false else {
        throw ActionError.refused("a year has four digits; nothing was changed")
      }
      return .year(year)
    case .venue(let text): return .venue(stated(text.map { SafeText.line($0) }))
    case .abstract(let text): return .abstract(stated(text.map { SafeText.block($0) }))
    }
  }

  private static func stated(_ text: String?) -> String? { text?.isEmpty == true ? nil : text }
}
