internal import GRDB
internal import ReadingModel

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The file of a library: what stands at its path, and how a new one comes to stand there.
struct LibraryFile {
  /// The path as it was given.
  let path: String
  /// How long to wait for another program's lock, in seconds.
  var patience = 5.0
  /// The journal that suits a folder.
  var journalMode: (String) -> JournalMode = JournalMode.suited(to:)

  /// Opens the library; nil when nothing stands at the path.
  func open() throws -> Library? {
    guard try isThere() else { return nil }
    guard access(path, W_OK) == 0, access(folder, W_OK) == 0 else {
      return try open(writable: false)
    }
    do {
      return try open(writable: true)
    } catch LibraryError.diskFull {
      // There is no room for the log that every writer keeps; what stands can be looked at still.
      return try open(writable: false)
    }
  }

  /// True when a file stands at the path, false when nothing does; throws for anything else.
  func isThere() throws -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return false }
      throw LibraryError.cannotOpen(path: path, reason: FileSystem.reason)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw LibraryError.cannotOpen(path: path, reason: "it is not a file")
    }
    return true
  }

  /// Opens a library that stands at the path, to change it or only to look.
  func open(writable: Bool) throws -> Library {
    try SQLiteFailure.translating(at: path) {
      let queue = try DatabaseQueue(
        path: writable ? plainPath : readOnlyPath,
        configuration: Connection.configuration(readOnly: !writable, patience: patience))
      let leavesLog = writable && journalMode(folder) == .delete
      let version = try queue.unsafeRead { database in
        let mark = try Int.fetchOne(database, sql: "PRAGMA application_id")
        guard mark == Migration.applicationID else {
          throw LibraryError.notADatabase(path: path)
        }
        // A library that was moved here; while another program has it open it stays as it is.
        if leavesLog, try JournalMode.current(database) == .wal {
          try? JournalMode.delete.set(database)
        }
        return try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      }
      guard version <= Migration.newest else {
        throw LibraryError.newerThanProgram(path: path, version: version)
      }
      guard version < Migration.newest else {
        return Library(path: path, isReadOnly: !writable, database: queue)
      }
      guard writable else {
        return Library(path: path, isReadOnly: true, database: try upgradedCopy(of: queue, version))
      }
      return try upgraded(Library(path: path, isReadOnly: false, database: queue))
    }
  }

  /// A copy in memory with the newest schema, of a library that cannot be written.
  private func upgradedCopy(of queue: DatabaseQueue, _ version: Int) throws -> DatabaseQueue {
    let copy = try DatabaseQueue(configuration: Connection.configuration())
    try queue.backup(to: copy)
    try copy.write { try Migration.migrate($0, from: version) }
    return copy
  }

  /// Brings a library to the newest schema, after a backup; one that fails is a warning.
  private func upgraded(_ library: Library) throws -> Library {
    let warning = library.warningAfterBackUp(reason: .upgrade, at: Clock.now())
    try library.database.writeWithoutTransaction { database in
      try database.inTransaction(.immediate) {
        // Another program may have done it in between.
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        try Migration.migrate(database, from: version)
        return .commit
      }
    }
    return Library(path: path, isReadOnly: false, database: library.database, warning: warning)
  }

  /// Makes a new library with the lists; when another program was faster, opens that one.
  func make(at now: String, seeds: () throws -> [ReadingList]) throws -> Library {
    let lists = try seeds()
    guard FileSystem.makeFolder(folder),
      let temporary = FileSystem.makeTemporaryFile(in: folder)
    else {
      throw LibraryError.cannotOpen(path: path, reason: FileSystem.reason)
    }
    defer { FileSystem.removeDatabase(temporary) }
    try SQLiteFailure.translating(at: path) {
      let queue = try DatabaseQueue(
        path: temporary, configuration: Connection.configuration(patience: patience))
      try queue.writeWithoutTransaction { database in
        try Connection.fill(database, lists: lists, at: now)
        try journalMode(folder).set(database)
      }
      try queue.close()
    }
    // A link, unlike a rename, never takes the place of a file that came in between.
    guard FileSystem.link(temporary, as: path) || FileSystem.isNameTaken else {
      throw LibraryError.cannotOpen(path: path, reason: FileSystem.reason)
    }
    _ = FileSystem.synchronise(folder)
    guard let library = try open() else {
      throw LibraryError.cannotOpen(path: path, reason: "it disappeared while it was made")
    }
    return library
  }

  private var folder: String { FileSystem.folder(of: path) }

  private var plainPath: String { FileSystem.plain(path) }

  /// The path for looking only, which also works in a folder where no file may be made.
  ///
  /// `immutable` promises that nobody else writes; a log with something in it breaks the promise.
  /// https://www.sqlite.org/uri.html
  private var readOnlyPath: String {
    var status = stat()
    if stat(path + "-wal", &status) == 0 && status.st_size > 0 { return plainPath }
    let safe = Set("/.-_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
    let hexadecimal = Array("0123456789ABCDEF")
    var address = "file:"
    for byte in plainPath.utf8 {
      if safe.contains(byte) {
        address.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        address += "%\(hexadecimal[Int(byte >> 4)])\(hexadecimal[Int(byte & 15)])"
      }
    }
    return address + "?immutable=1"
  }
}
