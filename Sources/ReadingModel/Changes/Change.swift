/// Something a person can do to the library, once for both front ends.
///
/// Each is carried out as one transaction and one step of the history.
public enum Change: Equatable, Sendable {
  /// Sets whichever of status, pass and rating is given, on every paper named.
  case progress([PaperID], ProgressChange)
  /// Adds and removes tags on every paper named.
  case tag([PaperID], add: [String], remove: [String])
  /// Moves a queued paper to a place in the queue, counted from 1.
  case moveInQueue(PaperID, to: Int)
  /// Writes a note: a new one when `note` is nil, else the next version of that note.
  ///
  /// With the version that the text was begun from, a version that was saved since is not passed over:
  /// nothing is written then, and the outcome has the conflict.
  case saveNote(PaperID, note: NoteID?, body: String, base: NoteBase? = nil)
  /// Ends a conflict for the text that stands: the other text becomes a version before it.
  case keepNote(PaperID, NoteConflict)
  /// Writes an earlier version of a note once more, as its next version.
  case restoreNote(PaperID, note: NoteID, version: Int)
  /// Removes a note; its versions come back with undo.
  case deleteNote(NoteID)
  /// Says that a paper should be read after another, and why.
  case addPrerequisite(PaperID, required: PaperID, why: String)
  /// Takes a prerequisite away.
  case removePrerequisite(PaperID, required: PaperID)
  /// Puts papers in by an arXiv id, DOI or address each; the title is that of the only one.
  case add([String], title: String?)
  /// Puts facts of a paper right.
  case edit(PaperID, [FactEdit])
  /// Makes one paper of two that are the same work; the second one is kept.
  case merge(PaperID, into: PaperID)
  /// Makes a paper of its own of some of a paper's identifiers, with the entries in some lists.
  case split(PaperID, [Identifier], title: String?, lists: [String])
  /// Skips the unread papers that stand only in weekly lists issued before a day, ISO 8601.
  case catchUp(before: String)
  /// Keeps a query under a name; one of that name gets the new query.
  case saveSearch(String, name: String)
  /// Gives a saved search another name.
  case renameSearch(SavedSearchID, to: String)
  /// Removes a saved search.
  case deleteSearch(SavedSearchID)
  /// Takes back the last so many steps.
  case undo(Int)
  /// Takes back one step of the history by its number, whatever was done since.
  case undoStep(Int64)
  /// Does the last so many undone steps again.
  case redo(Int)
}

/// Which parts of a paper's progress change; a nil part stays as it is.
public struct ProgressChange: Equatable, Sendable {
  /// The new status.
  public var status: Status?
  /// The new pass, 0 to 3.
  public var pass: Int?
  /// The new rating.
  public var rating: Rating?

  /// A rating to set, or its removal.
  public enum Rating: Equatable, Sendable {
    /// Sets the rating, 1 to 5.
    case set(Int)
    /// Takes the rating away.
    case none
  }

  /// Makes a change of progress.
  public init(status: Status? = nil, pass: Int? = nil, rating: Rating? = nil) {
    self.status = status
    self.pass = pass
    self.rating = rating
  }
}

/// What came of a change.
public struct Outcome: Equatable, Sendable {
  /// What happened, in one sentence without the hint at undo: “Marked “RoFormer” as read”.
  public var sentence: String
  /// The papers whose rows are different now; empty when anything may be different.
  public var papers: [PaperID]
  /// False when there was nothing to change, so that there is nothing to take back.
  public var changed: Bool
  /// The two texts, when a note was saved by another program meanwhile and nothing was written.
  public var conflict: NoteConflict?

  /// Makes an outcome.
  public init(
    sentence: String, papers: [PaperID] = [], changed: Bool = true, conflict: NoteConflict? = nil
  ) {
    self.sentence = sentence
    self.papers = papers
    self.changed = changed
    self.conflict = conflict
  }
}
