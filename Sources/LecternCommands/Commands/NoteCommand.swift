import ArgumentParser
import Foundation
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Write, read and list the notes on a paper.",
    discussion: """
      With TEXT, a new note is saved; `-` reads it from standard input. Without TEXT the notes are \
      printed. To a pipe, --list prints: note, created, updated, versions, first line.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "A key, id, URL or quoted words of the title.") var paper: String
  @Argument(help: "The text of a new note; - reads standard input.") var text: [String] = []
  @Flag(help: "Write in $VISUAL or $EDITOR: the newest note, or a new one.") var edit = false
  @Flag(help: "List the notes.") var list = false
  @Option(help: "Which note, by the number that --list shows; the newest without it.")
  var note: Int64?
  @Option(help: "Print that version of the note, counted from 1.") var version: Int?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    let asked = [!text.isEmpty, edit, list, version != nil].filter { $0 }.count
    guard asked <= 1 else {
      throw ValidationError("TEXT, --edit, --list and --version exclude one another")
    }
  }

  func run() throws {
    let workspace = try Workspace(global.opening)
    let id = try workspace.actions.paper(named: paper)
    guard let detail = try workspace.library.paper(id) else {
      throw ActionError.notFound(kind: "paper", name: paper, nearest: [])
    }
    if !text.isEmpty {
      try workspace.perform(.saveNote(id, note: note.map(NoteID.init(rawValue:)), body: try body()))
    } else if edit {
      try editNote(detail, workspace)
    } else if let version {
      try print(version: version, of: try chosen(detail), workspace)
    } else {
      show(detail)
    }
  }

  private func body() throws -> String {
    guard text == ["-"] else { return text.joined(separator: " ") }
    let data = FileHandle.standardInput.readDataToEndOfFile()
    guard let text = String(data: data, encoding: .utf8) else {
      throw Failure(sentence: "standard input is not UTF-8 text, so no note was saved")
    }
    return text
  }

  private func editNote(_ detail: PaperDetail, _ workspace: Workspace) throws {
    let present = note == nil && detail.notes.isEmpty ? nil : try chosen(detail)
    let editor = try ExternalEditor(global.opening)
    guard let edited = try editor.edit(present?.body ?? "") else {
      return Swift.print("The note stays as it was.")
    }
    try workspace.perform(.saveNote(detail.id, note: present?.id, body: edited))
  }

  private func chosen(_ detail: PaperDetail) throws -> Note {
    let found = note.map { number in detail.notes.first { $0.id.rawValue == number } }
    guard let note = found ?? detail.notes.last else {
      throw ActionError.notFound(
        kind: "note", name: note.map(String.init) ?? detail.paper.title,
        nearest: detail.notes.map { "\($0.id.rawValue)" })
    }
    return note
  }

  private func print(version: Int, of note: Note, _ workspace: Workspace) throws {
    let versions = try workspace.library.noteVersions(note.id)
    guard let found = versions.first(where: { $0.number == version }) else {
      throw ActionError.notFound(
        kind: "version", name: String(version),
        nearest: versions.map { "\($0.number)\t\($0.at)" })
    }
    Swift.print(found.body)
  }

  private func show(_ detail: PaperDetail) {
    if json { return Swift.print(JSONShapes.notes(detail.notes).printed) }
    let console = Console(global.opening)
    if list {
      console.table(
        detail.notes.map {
          [
            String($0.id.rawValue), $0.created, $0.updated, String($0.versions),
            String($0.body.prefix { !$0.isNewline }),
          ]
        }, flexible: 4, rightAligned: [0, 3])
    } else {
      for (index, note) in detail.notes.enumerated() {
        if index > 0 { console.line() }
        console.line(note.body)
      }
    }
  }
}
