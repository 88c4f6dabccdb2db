/// One version of a note; every version that was ever saved is kept.
public struct NoteVersion: Equatable, Sendable {
  /// Its number, counted from 1.
  public var number: Int
  /// What the note said, Markdown.
  public var body: String
  /// When it was written, ISO 8601 in UTC.
  public var at: String

  /// The version that a note has now.
  public init(_ note: Note) {
    self.init(number: note.versions, body: note.body, at: note.updated)
  }

  /// Makes a version.
  public init(number: Int, body: String, at: String) {
    self.number = number
    self.body = body
    self.at = at
  }
}
