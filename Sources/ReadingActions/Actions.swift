public import ReadingModel
public import ReadingStore

/// Everything a person can do to a library, once for the browser and the command line.
///
/// Each change is one transaction, one step of the history and one sentence, so both front ends say
/// the same thing.
public struct Actions: Sendable {
  /// The library that is read and changed.
  public let library: Library
  let now: @Sendable () -> String

  /// Opens the desk on a library.
  ///
  /// - Parameters:
  ///   - library: The open library.
  ///   - now: The present moment, ISO 8601 in UTC with milliseconds.
  public init(library: Library, now: @escaping @Sendable () -> String = Clock.now) {
    self.library = library
    self.now = now
  }

  /// Carries out a change and says what came of it.
  ///
  /// Throws `ActionError` when the change makes no sense, `LibraryError` when the library refuses it;
  /// nothing has changed then.
  public func perform(_ change: Change) throws -> Outcome {
    switch change {
    case .progress(let papers, let change): try setProgress(of: papers, change)
    case .tag(let papers, let added, let removed):
      try tag(papers, add: added, remove: removed)
    case .moveInQueue(let paper, let position): try moveInQueue(paper, to: position)
    case .saveNote(let paper, let note, let body, let base):
      try saveNote(on: paper, note: note, body: body, base: base)
    case .keepNote(let paper, let conflict): try keepNote(on: paper, conflict)
    case .restoreNote(let paper, let note, let version):
      try restoreNote(note, of: paper, version: version)
    case .deleteNote(let note): try deleteNote(note)
    case .addPrerequisite(let paper, let required, let why):
      try addPrerequisite(paper, required: required, why: why)
    case .removePrerequisite(let paper, let required):
      try removePrerequisite(paper, required: required)
    case .add(let names, let title): try add(names, title: title).outcome
    case .edit(let paper, let edits): try edit(paper, edits)
    case .merge(let other, let kept): try merge(other, into: kept)
    case .split(let paper, let identifiers, let title, let lists):
      try split(identifiers, from: paper, title: title, lists: lists).outcome
    case .catchUp(let day): try catchUp(before: day)
    case .saveSearch(let query, let name): try saveSearch(query, named: name)
    case .renameSearch(let search, let name): try renameSearch(search, to: name)
    case .deleteSearch(let search): try deleteSearch(search)
    case .undo(let count): try undo(count)
    case .undoStep(let step): try undo(step: step)
    case .redo(let count): try redo(count)
    }
  }

  /// Runs one step and reports it: `body` returns the sentence, or nil when nothing would change.
  func step(
    papers: [PaperID], unchanged: @autoclosure () -> String,
    _ body: (LibraryEditor, String) throws -> String?
  ) throws -> Outcome {
    let moment = now()
    var sentence: String?
    let changed = try library.change(at: moment) { editor in
      sentence = try body(editor, moment)
      return sentence
    }
    guard changed, let sentence else {
      return Outcome(sentence: unchanged(), papers: [], changed: false)
    }
    return Outcome(sentence: sentence, papers: papers)
  }
}
