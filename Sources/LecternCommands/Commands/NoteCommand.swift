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
      printed. To a pipe, --list prints: note, created, updated, versions, first line. --diff 2..4 \
      shows what version 4 has (+) that version 2 has not, and what it lost (-); --diff 2 compares \
      with the newest. --restore 2 makes version 2 the newest once more.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "A key, id, URL or quoted words of the title.") var paper: String
  @Argument(help: "The text of a new note; - reads standard input.") var text: [String] = []
  @Flag(help: "Write in $VISUAL or $EDITOR: the newest note, or a new one.") var edit = false
  @Flag(help: "List the notes.") var list = false
  @Option(help: "Which note, by the number that --list shows; the newest without it.")
  var note: Int64?
  @Option(help: "Print that version of the note, counted from 1.") var version: Int?
  @Option(
    help: ArgumentHelp("Show the difference of two versions.", valueName: "n[..m]"))
  var diff: VersionRange?
  @Option(help: "Make that version the newest once more.") var restore: Int?
  @Option(help: "Begin a new note from that template, with --edit.") var template: String?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    let asked = [!text.isEmpty, edit, list, version != nil, diff != nil, restore != nil]
    guard asked.count(where: { $0 }) <= 1 else {
      throw ValidationError(
        "TEXT, --edit, --list, --version, --diff and --restore exclude one another")
    }
    guard template == nil || (edit && note == nil) else {
      throw ValidationError("--template begins a new note: give --edit with it, and no --note")
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
      try NoteEditing(workspace: workspace, settings: try Settings(global.opening))
        .edit(try chosenForEditing(detail), of: detail, template: template)
    } else if let diff {
      try show(diff, of: try chosen(detail), workspace)
    } else if let restore {
      let note = try chosen(detail)
      try workspace.perform(.restoreNote(id, note: note.id, version: restore))
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

  /// The note to edit; nil for a new one.
  private func chosenForEditing(_ detail: PaperDetail) throws -> Note? {
    template != nil || (note == nil && detail.notes.isEmpty) ? nil : try chosen(detail)
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
    Swift.print(try body(of: note, version: version, workspace))
  }

  private func body(of note: Note, version: Int, _ workspace: Workspace) throws -> String {
    let versions = try workspace.library.noteVersions(note.id)
    guard let found = versions.first(where: { $0.number == version }) else {
      throw ActionError.notFound(
        kind: "version", name: String(version),
        nearest: versions.map { "\($0.number)\t\($0.at)" })
    }
    return found.body
  }

  private func show(_ range: VersionRange, of note: Note, _ workspace: Workspace) throws {
    let difference = NoteDifference(
      from: try body(of: note, version: range.first, workspace),
      to: try body(of: note, version: range.last ?? note.versions, workspace))
    if json { return Swift.print(JSONShapes.difference(difference).printed) }
    let console = Console(global.opening)
    for line in difference.lines { console.line(line) }
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

/// Two versions of a note, as `2..4` or `2` name them.
struct VersionRange: ExpressibleByArgument {
  /// The earlier version.
  let first: Int
  /// The later one; nil for the newest.
  let last: Int?

  init?(argument: String) {
    let parts = argument.split(separator: "..", omittingEmptySubsequences: false)
    guard let first = parts.first.flatMap({ Int($0) }), parts.count <= 2 else { return nil }
    let last = parts.count == 2 ? Int(parts[1]) : nil
    guard parts.count == 1 || last != nil else { return nil }
    self.first = first
    self.last = last
  }
}

extension Console {
  /// Writes a line of a difference behind its sign, its changed words bold where there is colour.
  fileprivate func line(_ line: NoteDifference.Line) {
    let sign =
      switch line.kind {
      case .same: "  "
      case .removed: "- "
      case .added: "+ "
      }
    self.line(
      sign
        + line.runs.map { run in
          run.isChanged && usesColor ? "\u{1B}[1m\(run.text)\u{1B}[0m" : run.text
        }.joined())
  }
}
