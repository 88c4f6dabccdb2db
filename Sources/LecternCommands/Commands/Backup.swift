import ArgumentParser
import Foundation
import ReadingStore

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the library, beside it or to a path.",
    discussion: """
      Without a path the copy goes to the folder `backups` beside the library, where one is made by \
      itself with the first change of each day. Seven daily, four weekly and twelve monthly ones \
      are kept. A copy at a path is never removed, and never written over a file.
      """)
  @OptionGroup var global: GlobalOptions
  @Argument(help: "A file that is not there yet, or a folder.", completion: .file())
  var path: String?

  func run() throws {
    let library = try Workspace(global.opening).library
    let now = Clock.now()
    guard let path else {
      if let made = try library.backUp(reason: .asked, at: now) {
        print("Backed up to \(made.path)")
      }
      return
    }
    var isFolder = ObjCBool(false)
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let target =
      exists && isFolder.boolValue
      ? "\(path)/lectern-\(now.prefix(19).filter { $0 != ":" })Z.db" : path
    try library.backUp(to: target)
    print("Backed up to \(target)")
  }
}
