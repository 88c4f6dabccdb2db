internal import GRDB

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Library {
  /// Makes a backup beside the library, and removes those that have had their time.
  ///
  /// It reads through a connection of its own, so that it may run on another thread while the
  /// library is changed; it holds the state at its beginning. It is written under another name,
  /// passes SQLite's `quick_check`, and only then gets its own.
  /// - Parameters:
  ///   - reason: why it is made; it stands in the name.
  ///   - now: the present moment, ISO 8601 in UTC.
  /// - Returns: The backup; nil for a library in memory, which has no place for one.
  /// - Throws: `LibraryError.backupFailed`; the library is as it was.
  @discardableResult
  public func backUp(reason: Backup.Reason, at now: String) throws -> Backup? {
    guard let path else { return nil }
    let folder = BackupFolder(library: path)
    return try Self.failing(at: folder.path) {
      try folder.make()
      let temporary = try copy(in: folder.path)
      defer { FileSystem.removeDatabase(temporary) }
      let made = try folder.name(at: now, for: reason) { try DatabaseCopy.name(temporary, $0) }
      for backup in BackupRotation.superfluous(folder.backups(), at: now) where backup != made {
        unlink(backup.path)
      }
      return made
    }
  }

  /// Makes a backup as `backUp(reason:at:)` does, before a change that must not wait for it.
  ///
  /// - Returns: The sentence to warn with when no backup could be made; nil when all is well.
  public func warningAfterBackUp(reason: Backup.Reason, at now: String) -> String? {
    do {
      try backUp(reason: reason, at: now)
      return nil
    } catch { return String(describing: error) }
  }

  /// Copies the library to a path where nothing stands.
  ///
  /// - Throws: `LibraryError.backupFailed` when something stands there or it cannot be written.
  public func backUp(to path: String) throws {
    try Self.failing(at: path) {
      let temporary = try copy(in: FileSystem.folder(of: path))
      defer { FileSystem.removeDatabase(temporary) }
      guard try DatabaseCopy.name(temporary, path) else {
        throw LibraryError.backupFailed(path: path, reason: "something stands there already")
      }
    }
  }

  /// The backups beside the library, newest first.
  public func backups() -> [Backup] { path.map(Self.backups(ofLibraryAt:)) ?? [] }

  /// The backups beside the library at a path, which need not be sound, newest first.
  public static func backups(ofLibraryAt path: String) -> [Backup] {
    BackupFolder(library: path).backups()
  }

  /// True when no backup was made on the day of a moment, ISO 8601 in UTC.
  public func isDailyBackupDue(at now: String) -> Bool {
    path.map { BackupFolder(library: $0).isDailyDue(at: now) } ?? false
  }

  private func copy(in folder: String) throws -> String {
    // A library that can only be read has no writers to make way for, nor may files stand beside it.
    guard let path, !isReadOnly else { return try DatabaseCopy.make(of: database, in: folder) }
    let reader = try DatabaseQueue(
      path: FileSystem.plain(path), configuration: Connection.configuration(readOnly: true))
    defer { try? reader.close() }
    return try DatabaseCopy.make(of: reader, in: folder)
  }

  /// Turns whatever goes wrong while copying into the one error of backups.
  private static func failing<Value>(at path: String, _ work: () throws -> Value) throws -> Value {
    do {
      return try SQLiteFailure.translating(at: path, work)
    } catch let error as LibraryError {
      let reason: String? =
        switch error {
        case .damaged(_, let detail): "the library is damaged: \(detail)"
        case .diskFull: "the disk is full or does not accept data"
        case .readOnly: "the folder cannot be written"
        case .busy: "another program keeps the library locked"
        case .cannotOpen(_, let detail), .failed(_, let detail): detail
        default: nil
        }
      throw reason.map { LibraryError.backupFailed(path: path, reason: $0) } ?? error
    }
  }
}
