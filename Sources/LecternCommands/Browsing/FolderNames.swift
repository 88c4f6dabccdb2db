import Browser
import Foundation

/// What the disk has at a path, with names in whatever encoding they have.
enum FolderNames {
  /// The most names that are offered.
  static let most = 400
  /// The most names of a folder that are looked at.
  private static let mostLookedAt = 50_000

  /// What stands at a path.
  enum Kind {
    case file, folder, other
  }

  /// A path with its leading `~` as the home folder.
  static func expanded(_ path: [UInt8], home: String?) -> [UInt8] {
    guard let home, path.first == UInt8(ascii: "~"),
      path.count == 1 || path[1] == UInt8(ascii: "/")
    else { return path }
    return Array(home.utf8) + path.dropFirst()
  }

  /// What stands at a path; nil for nothing.
  static func kind(of path: [UInt8]) -> Kind? {
    var status = stat()
    guard !path.isEmpty, stat(cString(path), &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The names that a path can go on with, sorted; those that begin with a full stop only when asked
  /// for.
  static func beginning(_ path: [UInt8]) -> [PathName] {
    let slash = path.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { Array(path[...$0]) } ?? []
    let beginning = slash.map { Array(path[($0 + 1)...]) } ?? path
    guard let stream = opendir(cString(folder.isEmpty ? [UInt8(ascii: ".")] : folder)) else {
      return []
    }
    defer { closedir(stream) }
    var names: [(name: [UInt8], type: Int32)] = []
    for _ in 0..<mostLookedAt {
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: UInt8.self, capacity: 1) { bytes in
          Array(
            UnsafeBufferPointer(
              start: bytes,
              count: strlen(UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self))))
        }
      }
      let isHidden = name.first == UInt8(ascii: ".")
      guard name.starts(with: beginning), !isHidden || !beginning.isEmpty else { continue }
      guard name != [0x2E], name != [0x2E, 0x2E] else { continue }
      names.append((name, Int32(entry.pointee.d_type)))
    }
    names.sort { $0.name.lexicographicallyPrecedes($1.name) }
    return names.prefix(most).map { name, type in
      let isFolder =
        type == Int32(DT_DIR)
        || (type != Int32(DT_REG) && kind(of: folder + name) == .folder)
      return PathName(exact: name, isFolder: isFolder)
    }
  }

  private static func cString(_ path: [UInt8]) -> [CChar] {
    path.map { CChar(bitPattern: $0) } + [0]
  }
}
