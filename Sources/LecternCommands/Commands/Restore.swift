import ArgumentParser
import Foundation
import Interchange
import ReadingStore

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Go back to a backup; the present library is kept.",
    discussion: """
      The file must be a sound library. What stands in the library's place is set aside among the \
      backups first, so that a restore can be taken back by another one. To a pipe, --list prints \
      name, time, reason, bytes.
      """)
  @OptionGroup var global: GlobalOptions
  @Flag(help: "List the backups, newest first.") var list = false
  @Flag(help: "With --list: print JSON.") var json = false
  @Argument(
    help: ArgumentHelp("A backup's name as listed, or a file.", valueName: "path"),
    completion: .file())
  var path: String?

  func validate() throws {
    guard list != (path != nil) else {
      throw ValidationError("name the backup to go back to, or list them with --list")
    }
    guard list || !json else { throw ValidationError("--json goes with --list") }
  }

  func run() throws {
    let library = try Places(global.opening).library
    let backups = Library.backups(ofLibraryAt: library)
    if list { return show(backups) }
    guard let path else { return }
    let known =
      FileManager.default.fileExists(atPath: path) ? nil : backups.first { $0.name == path }
    let kept = try Library.restore(from: known?.path ?? path, to: library, at: Clock.now())
    print("Restored \(path) to \(library)")
    if let kept {
      print("The library as it was is kept; to go back: lectern restore \(kept.name)")
    }
  }

  private func show(_ backups: [Backup]) {
    guard !json else {
      let values = backups.map { backup in
        JSON.object([
          .init("path", .string(backup.path)), .init("made", .string(backup.made)),
          .init("reason", .string(backup.reason.rawValue)), .init("bytes", .number(backup.size)),
        ])
      }
      return print(JSON.array(values).printed)
    }
    let console = Console(global.opening)
    guard !backups.isEmpty || !console.isTerminal else {
      return print("There is no backup yet; `lectern backup` makes one.")
    }
    console.table(
      backups.map { backup in
        let time = console.isTerminal ? LocalTime.text(of: backup.made) : backup.made
        return [backup.name, time, backup.reason.rawValue, String(backup.size)]
      }, flexible: 0, rightAligned: [3])
  }
}
