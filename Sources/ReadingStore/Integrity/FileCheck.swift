#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Looks at the files around a library, without opening it.
struct FileCheck {
  /// Where the library is.
  let path: String
  /// The folder of notes that were typed and not saved; it need not be there.
  var drafts: String?

  private var folder: String { FileSystem.folder(of: path) }
  private var backups: BackupFolder { BackupFolder(library: path) }

  /// All there is to look at.
  func all() -> [HealthCheck] { [permissions(), fileSystem(), leftovers(), newestBackup()] }

  // MARK: Permissions

  /// The files that hold what was read and thought, and their folder.
  private var ownFiles: [String] {
    [path, path + "-wal", path + "-shm"].filter(FileSystem.exists)
      + backups.backups().map(\.path)
      + (drafts.map { drafts in FileSystem.names(in: drafts).map { "\(drafts)/\($0)" } } ?? [])
  }

  private func permissions() -> HealthCheck {
    var faults = ownFiles.filter { (Self.mode(of: $0) ?? 0) & 0o077 != 0 }
      .map { "\($0) can be read or written by others" }
    if othersMayWrite { faults.append("\(folder) can be written by others") }
    faults += openFolders.map { "\($0) can be entered by others" }
    return faults.isEmpty
      ? HealthCheck("permissions", "Only you can read the library.")
      : HealthCheck(
        "permissions", .finding, "Others have rights on the library.", details: faults,
        repair: .permissions)
  }

  /// True for a folder in which others can put files in place of the library; a sticky one is safe.
  private var othersMayWrite: Bool {
    guard let mode = Self.mode(of: folder) else { return false }
    return mode & 0o022 != 0 && mode & S_ISVTX == 0
  }

  /// The folders that are the reader's alone, and are not.
  private var openFolders: [String] {
    [backups.path, drafts].compactMap(\.self).filter { (Self.mode(of: $0) ?? 0) & 0o077 != 0 }
  }

  /// Takes the rights of group and others on the files away, and that to write on the folder.
  func takeRightsOfOthers() {
    for file in ownFiles { Self.take(0o077, from: file) }
    if othersMayWrite { Self.take(0o022, from: folder) }
    for folder in openFolders { Self.take(0o077, from: folder) }
  }

  private static func take(_ rights: mode_t, from path: String) {
    guard let mode = mode(of: path), mode & rights != 0 else { return }
    chmod(path, mode & 0o7777 & ~rights)
  }

  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }

  // MARK: The file system

  private func fileSystem() -> HealthCheck {
    guard let name = NetworkFileSystem.name(of: folder) else {
      return HealthCheck("file system", "The library lies on a file system of this machine.")
    }
    return HealthCheck(
      "file system",
      "The library lies on \(name), which other machines may use too, so it is kept without a "
        + "write-ahead log.")
  }

  // MARK: Leftovers

  /// Temporary files that are older than any program would need to fill one.
  private var oldTemporaryFiles: [String] {
    let limit = time(nil) - 86_400
    return [folder, backups.path].flatMap { folder in
      FileSystem.names(in: folder).filter { $0.hasPrefix(FileSystem.temporaryPrefix) }
        .map { "\(folder)/\($0)" }
    }.filter { file in
      var status = stat()
      guard lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
      #if canImport(Glibc)
        return status.st_mtim.tv_sec < limit
      #else
        return status.st_mtimespec.tv_sec < limit
      #endif
    }
  }

  private func leftovers() -> HealthCheck {
    let files = oldTemporaryFiles
    return files.isEmpty
      ? HealthCheck("leftovers", "No temporary files were left behind.")
      : HealthCheck(
        "leftovers", .finding, "A program that was killed left temporary files.", details: files,
        repair: .leftovers)
  }

  /// Removes the temporary files of a day ago and before.
  func removeLeftovers() {
    for file in oldTemporaryFiles { unlink(file) }
  }

  // MARK: Backups

  private func newestBackup() -> HealthCheck {
    let all = backups.backups()
    guard let newest = all.first(where: { $0.reason != .setAside }) else {
      return HealthCheck("backups", "There is no backup yet; the first change makes one.")
    }
    return HealthCheck(
      "backups", "\(all.count) \(all.count == 1 ? "file" : "files"), the newest of \(newest.made).")
  }
}
