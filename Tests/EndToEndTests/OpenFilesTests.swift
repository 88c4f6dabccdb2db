import Foundation
import TestSupport
import Testing

/// Who may read what the program leaves.
@Suite("Rights on files, in tmux", .enabled(if: TmuxTerminal.isInstalled), .serialized)
struct OpenFilesTests {
  @Test("Whatever the umask, nobody else may read a file or enter a folder that Lectern made")
  func looseMask() throws {
    let program = try BuiltProgram()
    let seen = program.home.appendingPathComponent("modes")
    try "stat -c %a \"$1\" >\"$HOME/modes\"; echo edited >\"$1\"\n".write(
      to: program.home.appendingPathComponent("editor"), atomically: true, encoding: .utf8)
    let terminal = try TmuxTerminal(program)
    let lectern = BuiltProgram.path
    for line in [
      "umask 000", "export LECTERN_LIBRARY=$HOME/data/deep/library.db",
      "export VISUAL=\"sh $HOME/editor\" TMPDIR=$HOME/own/tmp; mkdir -p -m 777 $HOME/own/tmp",
      "\(lectern) mark read 1706.03762; \(lectern) backup; \(lectern) backup $HOME/data/copy.db",
      "\(lectern) export --format markdown -o $HOME/own/notes/; clear; \(lectern)",
    ] {
      try terminal.enter(line)
    }
    try terminal.wait(for: "the welcome") { $0.contains("Welcome") }
    try terminal.press("Enter")
    try terminal.wait(for: "the lists") { $0.contains("1 of 31 read") }
    try terminal.enter(":set theme=light")
    try terminal.wait(for: "the option") { $0.contains("until you leave") }
    try terminal.press("E")
    try terminal.wait(for: "the note") { $0.contains("Saved a note on") }
    #expect(try String(contentsOf: seen, encoding: .utf8) == "600\n")
    try terminal.press("e")
    try terminal.wait(for: "the editor") { $0.contains("Note on") }
    try terminal.type("not saved")
    try terminal.wait(for: "the text") { $0.contains("not saved") }
    let open = modes(in: program)
    for name in ["library.db", "library.db-wal", "library.db-shm", "copy.db", "drafts", "history"] {
      #expect(open.contains { $0.path.hasSuffix("/" + name) }, "\(name) is not there")
    }
    #expect(open.contains { $0.path.hasSuffix(".draft") })
    // The backup that was asked for may stand for the day, so that the day's own one is gone.
    #expect(open.contains { $0.path.contains("/backups/") })
    for (path, mode) in open { #expect(mode & 0o077 == 0, "\(path) is \(String(mode, radix: 8))") }
    try terminal.leave()
    for (path, mode) in modes(in: program) {
      #expect(mode & 0o077 == 0, "\(path) is \(String(mode, radix: 8))")
    }
    let left = try FileManager.default.contentsOfDirectory(
      atPath: program.home.appendingPathComponent("own/tmp").path)
    #expect(left == [])
  }

  /// The modes of all that the program made.
  private func modes(in program: BuiltProgram) -> [(path: String, mode: Int)] {
    ["data", ".local", ".config"].flatMap { top -> [(path: String, mode: Int)] in
      let folder = program.home.appendingPathComponent(top).path
      let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
      return ([""] + names).map { name in
        let path = name.isEmpty ? folder : "\(folder)/\(name)"
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (path, attributes?[.posixPermissions] as? Int ?? 0)
      }
    }
  }
}
