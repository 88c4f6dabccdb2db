import Foundation

/// A file of its own for one program to work on, readable by its owner alone.
struct TemporaryFile {
  let path: String

  /// Makes the file with mkstemps(3), so that its name cannot be foreseen and its mode is 0600.
  init(_ text: String, suffix: String) throws {
    let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    var template = Array("\(folder)/lectern-XXXXXX\(suffix)".utf8CString)
    let descriptor = mkstemps(&template, Int32(suffix.utf8.count))
    guard descriptor >= 0 else {
      throw Failure(
        sentence: "no temporary file could be made in \(folder): "
          + String(cString: strerror(errno)))
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  /// What the file holds now.
  func read() throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(sentence: "the editor left no file at \(path), so nothing was saved")
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// Removes the file.
  func remove() { unlink(path) }
}
