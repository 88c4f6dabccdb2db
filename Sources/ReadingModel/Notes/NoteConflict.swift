/// The version of a note that a text was begun from.
public struct NoteBase: Equatable, Sendable {
  /// Its number, counted from 1.
  public var number: Int
  /// What it said; nil when that is not known any more, as with a draft.
  public var body: String?

  /// Makes a base.
  public init(number: Int, body: String? = nil) {
    self.number = number
    self.body = body
  }

  /// The present version of a note.
  public init(_ note: Note) {
    self.init(number: note.versions, body: note.body)
  }

  /// True when a note still says what it said then.
  public func isPresent(in note: Note) -> Bool {
    note.versions == number && (body == nil || body == note.body)
  }
}

/// Two texts for one note: the one that was to be saved, and one that another program saved since it
/// was begun.
public struct NoteConflict: Equatable, Sendable {
  /// The note.
  public var note: NoteID
  /// What was to be saved.
  public var mine: String
  /// The version that was saved meanwhile.
  public var theirs: NoteVersion
  /// The text that both were begun from; nil when it is not known.
  public var base: String?

  /// Makes a conflict.
  public init(note: NoteID, mine: String, theirs: NoteVersion, base: String?) {
    self.note = note
    self.mine = mine
    self.theirs = theirs
    self.base = base
  }

  /// Both texts in one.
  public var merged: NoteMerge {
    NoteMerge(base: base, mine: mine, theirs: theirs.body, theirName: "version \(theirs.number)")
  }
}
