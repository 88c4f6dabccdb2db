/// The backups of one library, in the folder `backups` beside it.
struct BackupFolder {
  /// Where the library is.
  let library: String

  /// The folder, which is there only once there is a backup.
  var path: String { FileSystem.folder(of: library) + "/backups" }

  /// The backups there are, newest first.
  func backups() -> [Backup] {
    FileSystem.names(in: path).compactMap { name in
      guard let parts = BackupName(name, ofLibraryAt: library),
        let size = FileSystem.size(of: "\(path)/\(name)")
      else { return nil }
      return Backup(path: "\(path)/\(name)", made: parts.made, reason: parts.reason, size: size)
    }.sorted { ($0.made, $0.path) > ($1.made, $1.path) }
  }

  /// True when no backup was made on the day of a moment.
  func isDailyDue(at now: String) -> Bool {
    !backups().contains { $0.made.prefix(10) == now.prefix(10) && $0.reason != .setAside }
  }

  /// Makes the folder, 0700.
  func make() throws {
    guard FileSystem.makeFolder(path) else {
      throw LibraryError.backupFailed(path: path, reason: FileSystem.reason)
    }
  }

  /// Gives a file in the folder the name of a backup; one that is taken gets a number.
  ///
  /// - Parameter give: gives the file a path, or says with false that the path is taken.
  func name(
    at now: String, for reason: Backup.Reason, _ give: (String) throws -> Bool
  ) throws -> Backup {
    var name = BackupName(ofLibraryAt: library, made: now, reason: reason)
    while try !give("\(path)/\(name.text)") {
      name.number += 1
      // More in one second is no person's doing.
      guard name.number < 1000 else {
        throw LibraryError.backupFailed(path: path, reason: "too many were made in one second")
      }
    }
    let file = "\(path)/\(name.text)"
    return Backup(
      path: file, made: name.made, reason: reason, size: FileSystem.size(of: file) ?? 0)
  }
}
