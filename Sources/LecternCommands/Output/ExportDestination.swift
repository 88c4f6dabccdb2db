import Foundation
import Interchange

/// Where an export goes: standard output, one file, or a folder of files.
struct ExportDestination {
  private let path: String?

  /// A path that ends in `/`, is a folder, or has no file name ending is a folder.
  let isFolder: Bool

  init(_ path: String?) {
    self.path = path
    guard let path else {
      isFolder = false
      return
    }
    var directory = ObjCBool(false)
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &directory)
    let name = path.split(separator: "/").last ?? ""
    isFolder = exists ? directory.boolValue : path.hasSuffix("/") || !name.contains(".")
  }

  /// Writes one document; a file is replaced only when Lectern wrote it.
  func write(_ text: String, _ format: Export.Format) throws {
    guard let path else { return print(text, terminator: "") }
    guard !isFolder else {
      throw Failure(
        sentence: "\(path) is a folder; name a file for a \(format.rawValue) export", code: 2)
    }
    let folder = (path as NSString).deletingLastPathComponent
    let report = try FolderWriter(folder: folder.isEmpty ? "." : folder).write(
      [((path as NSString).lastPathComponent, text)])
    say(report, at: path)
  }

  /// Writes one file a paper into the folder.
  func write(files: [(name: String, contents: String)]) throws {
    guard let path else { return }
    say(try FolderWriter(folder: path).write(files), at: path)
  }

  private func say(_ report: FolderWriter.Report, at path: String) {
  }
}
