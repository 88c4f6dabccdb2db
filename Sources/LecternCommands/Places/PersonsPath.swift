import Foundation

/// Paths as people type them where no shell reads them.
enum PersonsPath {
  /// The path with `~` at its beginning as the home folder.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/") else { return path }
    let home = ProcessInfo.processInfo.environment["HOME"] ?? accountHomeFolder()
    return home.map { $0 + path.dropFirst() } ?? path
  }
}
