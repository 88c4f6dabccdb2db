#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The few calls of the operating system that keeping files safe needs.
///
/// Where a call fails, `reason` says why until the next call.
enum FileSystem {
  /// Why the last call failed, in the system's words.
  static var reason: String { String(cString: strerror(errno)) }

  /// True when the last call failed because the name was taken already.
  static var isNameTaken: Bool { errno == EEXIST }

  /// The folder that a path lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The path in a form that SQLite never takes for a URI or for a database in memory.
  static func plain(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

  /// True when something stands at the path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The size of a file in bytes; nil when there is none.
  static func size(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// The first bytes of a file, fewer where it is shorter; none when it cannot be read.
  static func beginning(of path: String, count: Int) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let length = read(descriptor, &bytes, count)
    return Array(bytes.prefix(max(0, length)))
  }

  /// Makes a folder and those above it, 0700; those that are there stay as they are.
  static func makeFolder(_ folder: String) -> Bool {
    var made = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? part : "/" + part
      if mkdir(made, 0o700) != 0 && errno != EEXIST && access(made, X_OK) != 0 { return false }
    }
    return true
  }

  /// Makes an empty file, 0600, with a hidden name of its own in a folder; nil when it cannot be.
  static func makeTemporaryFile(in folder: String) -> String? {
    var name = Array(plain(folder + "/" + temporaryPrefix + "XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return nil }
    close(descriptor)
    return String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// What the names of temporary files begin with.
  static let temporaryPrefix = ".lectern-"

  /// Removes a database and what SQLite may have left beside it.
  static func removeDatabase(_ path: String) {
    for ending in ["", "-journal", "-wal", "-shm"] { unlink(path + ending) }
  }

  /// Gives a file a second name; unlike a rename it never takes the place of another file.
  static func link(_ path: String, as other: String) -> Bool {
    #if canImport(Glibc)
      Glibc.link(path, other) == 0
    #else
      Darwin.link(path, other) == 0
    #endif
  }

  /// Waits until a file, or the names in a folder, would survive a loss of power.
  static func synchronise(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }

  /// The names in a folder, sorted; none when it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
