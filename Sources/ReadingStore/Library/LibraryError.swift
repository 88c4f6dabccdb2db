/// What can go wrong with a library; each message says what happened, where, and what to do now.
public enum LibraryError: Error, Equatable, Sendable {
  /// The file is something else than a library.
  case notADatabase(path: String)
  /// The library's file contradicts itself.
  case damaged(path: String, detail: String)
  /// A later version of the program wrote the library.
  case newerThanProgram(path: String, version: Int)
  /// Another program kept the library locked for too long.
  case busy(path: String)
  /// There is no room left for what was to be written.
  case diskFull(path: String)
  /// The file or its folder cannot be written.
  case readOnly(path: String)
  /// The file cannot be opened or made.
  case cannotOpen(path: String, reason: String)
  /// No backup could be made; the library itself is as it was.
  case backupFailed(path: String, reason: String)
  /// SQLite gave up for another reason; nothing was changed.
  case failed(path: String, detail: String)
  /// What was to be written breaks a rule of the library.
  case refused(detail: String)
  /// Something that was changed outside the history stands in the way of undo or redo.
  case undoBlocked(label: String)
  /// A step of the history cannot be taken back alone because of a later one, which is named.
  case stepBlocked(label: String, by: String, step: Int64)
  /// The step of the history was taken back before.
  case stepTakenBack(label: String)
  /// The history has no step with that number.
  case noSuchStep(Int64)
  /// Reading one paper before the other would close a circle; the names of the papers on it.
  case cycle([String])
  /// The paper is not in the library.
  case noSuchPaper
  /// The note is not in the library.
  case noSuchNote
}

extension LibraryError {
  /// True when the file itself is the trouble (damaged, locked, full, read-only), not what was asked.
  public var concernsTheFile: Bool {
    switch self {
    case .notADatabase, .damaged, .newerThanProgram, .busy, .diskFull, .readOnly, .cannotOpen,
      .failed:
      true
    case .backupFailed, .refused, .undoBlocked, .stepBlocked, .stepTakenBack, .noSuchStep, .cycle,
      .noSuchPaper, .noSuchNote:
      false
    }
  }
}

extension LibraryError: CustomStringConvertible {
  /// The sentence that the person reads.
  public var description: String {
    switch self {
    case .notADatabase(let path):
      "\(path) is not a Lectern library. Nothing was changed; name another file."
    case .damaged(let path, let detail):
      "The library \(path) is damaged (\(detail)). Nothing was changed; put a copy that you kept "
        + "in its place."
    case .newerThanProgram(let path, let version):
      "The library \(path) was written by a newer Lectern (schema \(version)). Update Lectern to "
        + "open it; the file was not touched."
    case .busy(let path):
      "Another program keeps the library \(path) locked. Nothing was changed; try again when it "
        + "has finished."
    case .diskFull(let path):
      "The disk that holds \(path) is full or does not accept data. Nothing was changed; make "
        + "room and try again."
    case .readOnly(let path):
      "The library \(path) can only be read. Nothing was changed; make the file and its folder "
        + "writable to go on."
    case .cannotOpen(let path, let reason):
      "The library \(path) cannot be opened: \(reason). Check the path and its permissions."
    case .backupFailed(let path, let reason):
      "No backup was made at \(path) (\(reason)). The library is as it was; see that the folder "
        + "may be written to and has room."
    case .failed(let path, let detail):
      "The library \(path) could not be used (\(detail)). Nothing was changed; try again."
    case .refused(let detail):
      "The change breaks a rule of the library (\(detail)). Nothing was changed."
    case .undoBlocked(let label):
      "“\(label)” cannot be taken back or done again, because the rows it touched were changed "
        + "outside the history. Nothing was changed."
    case .stepBlocked(let label, let other, let step):
      "Step \(step), “\(other)”, stands in the way of taking back “\(label)”, because it touches "
        + "the same. Nothing was changed; take that step back first."
    case .stepTakenBack(let label):
      "“\(label)” was taken back already. Nothing was changed."
    case .noSuchStep(let step):
      "The history has no step \(step). `lectern history` lists them; the oldest are removed when "
        + "there are too many."
    case .cycle(let names):
      "That would close a circle: \(names.joined(separator: " → ")). Nothing was changed; remove "
        + "one of its prerequisites first."
    case .noSuchPaper:
      "The paper is no longer in the library. Look at the list again."
    case .noSuchNote:
      "The note is no longer in the library. Look at the paper again."
    }
  }
}
