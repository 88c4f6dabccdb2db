internal import GRDB

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Library {
  /// Puts a backup, or another sound library, in the place of the library at a path.
  ///
  /// What stands at the path is kept beside its backups under a name of its own, with its log where
  /// it is too damaged to take the log in. There is no moment without a library at the path.
  /// - Parameters:
  ///   - source: the file to restore; it stays as it is.
  ///   - path: where the library stands; nothing need be there.
  ///   - now: the present moment, ISO 8601 in UTC.
  /// - Returns: The library that stood there before; nil when there was none.
  /// - Throws: `LibraryError`: `.notADatabase`, `.damaged` or `.newerThanProgram` when the file is
  ///   not fit to be a library, `.busy` when another program has the library open. Nothing has
  ///   changed then.
  public static func restore(
    from source: String, to path: String, at now: String
  ) throws -> Backup? {
    let file = LibraryFile(path: source)
    guard try file.isThere() else {
      throw LibraryError.cannotOpen(path: source, reason: "there is no such file")
    }
    let candidate = try file.open(writable: false)
    let folder = FileSystem.folder(of: path)
    guard FileSystem.makeFolder(folder) else {
      throw LibraryError.cannotOpen(path: path, reason: FileSystem.reason)
    }
    let copy = try SQLiteFailure.translating(at: source) {
      defer { try? candidate.close() }
      return try DatabaseCopy.make(of: candidate.database, in: folder) { database in
        if let fault = try IntegrityCheck.damage(in: database).first {
          throw LibraryError.damaged(path: source, detail: fault)
        }
      }
    }
    defer { FileSystem.removeDatabase(copy) }
    try JournalMode.write(.suited(to: folder), to: copy)
    guard FileSystem.exists(path) else {
      guard try DatabaseCopy.name(copy, path) else { throw LibraryError.busy(path: path) }
      return nil
    }
    return try takePlace(of: path, with: copy, at: now)
  }

  private static func takePlace(
    of path: String, with copy: String, at now: String
  ) throws -> Backup {
    let isOneFile = try JournalMode.gatherLog(of: path)
    let backups = BackupFolder(library: path)
    do {
      try backups.make()
      let kept = try backups.name(at: now, for: .setAside) { name in
        guard FileSystem.link(path, as: name) else {
          if FileSystem.isNameTaken { return false }
          throw LibraryError.backupFailed(path: name, reason: FileSystem.reason)
        }
        return true
      }
      // A log that stayed beside the path would be taken for the new file's own.
      for ending in ["-wal", "-journal"] where FileSystem.exists(path + ending) {
        guard rename(path + ending, kept.path + ending) == 0 else {
          throw LibraryError.backupFailed(path: kept.path, reason: FileSystem.reason)
        }
      }
      unlink(path + "-shm")
      guard rename(copy, path) == 0 else {
        throw LibraryError.cannotOpen(path: path, reason: FileSystem.reason)
      }
      _ = FileSystem.synchronise(FileSystem.folder(of: path))
      return kept
    } catch {
      if isOneFile { try? JournalMode.write(.suited(to: FileSystem.folder(of: path)), to: path) }
      throw error
    }
  }
}
