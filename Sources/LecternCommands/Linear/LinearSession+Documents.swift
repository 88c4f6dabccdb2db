import Browser
import Foundation
import Interchange
import ReadingActions
import ReadingModel

/// Documents in and documents out.
extension LinearSession {
  /// Says what an import would do, and does it after a yes.
  mutating func importFiles(_ words: String) throws -> [String] {
    guard !words.isEmpty else {
      return ask(.line("Which file or folder?") { try $0.importFiles($1) })
    }
    guard let paths = shellWords(words), !paths.contains("-") else {
      return ["Name files or folders; one with spaces in its name stands in quotes."]
    }
    let (documents, problems) = ImportFiles.read(paths.map(PersonsPath.expanded))
    let unread = problems.map { Spoken.sentence($0) }
    guard !documents.isEmpty else { return unread }
    Interruption.forget()
    let plan = try desk.plan(importing: documents, isCancelled: { Interruption.isAsked })
    let said = unread + paged(SpokenPlan.lines(plan))
    guard plan.changesAnything else { return said + ["There is nothing to import."] }
    return ask(
      .confirm(said + ["Import \(SpokenPlan.counts(plan.counts))? Answer yes or no."]) {
        let (outcome, _) = try $0.desk.perform(
          importing: documents, isCancelled: { Interruption.isAsked })
        return [Spoken.outcome(outcome)]
      })
  }

  /// Writes the papers selected, or the place, to a file or a folder; without one says them.
  ///
  /// - Parameter words: A format, `notes` for notes alone, and a path.
  mutating func export(_ words: String) throws -> [String] {
    var rest = words[...]
    func next() -> String? { rest.split(separator: " ", maxSplits: 1).first.map(String.init) }
    guard let name = next(), let format = ExportFormat(rawValue: name) else {
      let formats = ExportFormat.allCases.map(\.rawValue)
      return [
        "Write `export FORMAT FILE`, with notes behind the format for notes alone.",
        "Formats: \(Spoken.list(formats)).",
      ]
    }
    rest = rest.dropFirst(name.count).drop { $0 == " " }
    let notesOnly = next() == "notes"
    if notesOnly { rest = rest.dropFirst("notes".count).drop { $0 == " " } }
    let request = try exportRequest(format, notesOnly: notesOnly)
    let path = String(rest)
    guard !path.isEmpty else {
      return paged(
        try world.exportText(request).split(separator: "\n").map { SafeText.line(String($0)) })
    }
    switch try world.export(request, to: path, mayReplace: false) {
    case .done(let said): return said.map(Spoken.sentence)
    case .wouldReplace(let question):
      return ask(
        .confirm(["\(question) Answer yes or no."]) {
          guard case .done(let said) = try $0.world.export(request, to: path, mayReplace: true)
          else { return [] }
          return said.map(Spoken.sentence)
        })
    }
  }

  private func exportRequest(_ format: ExportFormat, notesOnly: Bool) throws -> ExportRequest {
    if !selected.isEmpty {
      return ExportRequest(
        scope: .papers(selected), title: Spoken.count(selected.count, "paper"), format: format,
        notesOnly: notesOnly)
    }
    let here = place ?? LinearPlace(title: "All papers", source: .all)
    let scope = here.source.map(ExportRequest.Scope.source) ?? .papers(here.fixed.map(\.paper))
    return ExportRequest(scope: scope, title: here.title, format: format, notesOnly: notesOnly)
  }
}

extension ImportPlan {
  /// True when carrying it out would leave the library different.
  fileprivate var changesAnything: Bool {
    let counts = counts
    return counts.new + counts.changed + counts.moved + counts.gone > 0
      || documents.flatMap(\.lists).contains { $0.changesHead || $0.isNew }
  }
}
