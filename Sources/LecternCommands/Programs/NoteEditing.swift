import Foundation
import ReadingActions
import ReadingModel
import ReadingStore

/// Writing a note in the person's own editor, so that its text is kept whatever comes of saving it.
struct NoteEditing {
  let workspace: Workspace
  let settings: Settings

  /// Lets the person edit a note and saves it.
  ///
  /// - Parameters:
  ///   - note: The note; nil for a new one.
  ///   - template: The name of the template that a new note begins with.
  /// - Throws: `Failure` when the text could not be saved; it is a draft then.
  func edit(_ note: Note?, of detail: PaperDetail, template: String?) throws {
    let start = try template.map { try filled($0, for: detail) } ?? note?.body ?? ""
    let editor = ExternalEditor(configured: settings.configuration.editor)
    guard let edited = try editor.edit(start) else {
      return print(note == nil ? "No note was saved." : "The note stays as it was.")
    }
    let outcome: Outcome
    do {
      outcome = try workspace.actions.perform(
        .saveNote(detail.id, note: note?.id, body: edited, base: note.map { NoteBase($0) }))
    } catch {
      guard edited.contains(where: { !$0.isWhitespace }) else { throw error }
      let place = try keep(edited, of: detail, note)
      throw Failure(sentence: "\(error); your text is kept as a draft in \(place)")
    }
    if let conflict = outcome.conflict {
      let place = try keep(edited, of: detail, note)
      throw Failure(
        sentence: "another program saved version \(conflict.theirs.number) of that note while you "
          + "wrote, and nothing was written over it; your text is kept as a draft in \(place), and "
          + "the browser offers it at its next start")
    }
    workspace.report(outcome)
  }

  private func filled(_ name: String, for detail: PaperDetail) throws -> String {
    let templates = settings.configuration.noteTemplates
    guard let template = templates.first(where: { $0.name == name }) else {
      let names = templates.map(\.name).joined(separator: ", ")
      throw Failure(
        sentence: "there is no note template “\(name)”; there are: \(names)", code: 3)
    }
    return template.filled(
      for: detail.paper, key: detail.key, date: LocalTime.writtenToday())
  }

  /// Puts a text among the drafts and says where.
  private func keep(_ text: String, of detail: PaperDetail, _ note: Note?) throws -> String {
    let folder = DraftFolder(drafts: settings.places.drafts, library: settings.places.library)
    try folder.save(
      DraftFolder.Draft(
        paper: detail.key, note: note?.id, base: note?.versions, written: Clock.now(), body: text))
    return folder.file(paper: detail.key, note: note?.id)
  }
}
