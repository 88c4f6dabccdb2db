import Foundation
import TestSupport
import Testing

/// Looking writes nothing: neither the library nor the files that SQLite keeps beside it are touched.
@Suite("Looking, in tmux", .enabled(if: TmuxTerminal.isInstalled), .serialized)
struct LookingTests {
  /// A screen: the keys that open it, text to type, what tells that it is there, and the keys that
  /// close it.
  private struct Look {
    var keys: [String]
    var text = ""
    var sign: String
    var closing: [String]
  }

  private static let looks = [
    Look(keys: ["?"], sign: "MOVING", closing: ["q"]),
    Look(keys: ["?", "/"], text: "note", sign: "/note", closing: ["Enter", "q", "q"]),
    Look(keys: ["m"], sign: "Map · Transformer", closing: ["q"]),
    Look(keys: ["m", "l", "j", "Enter"], sign: "of 31 read", closing: []),
    Look(keys: ["S"], sign: "read · 1 skipped", closing: ["q"]),
    Look(keys: ["S", "l", "G"], sign: "read · 1 skipped", closing: ["q"]),
    Look(keys: ["H"], sign: "newest first", closing: ["q"]),
    Look(keys: ["H", "j", "j"], sign: "Taking it back removes", closing: ["q"]),
    Look(keys: ["C-p"], text: "flash", sign: "Go to or do: flash", closing: ["Escape"]),
    Look(keys: ["/"], text: "atten", sign: "Search: atten", closing: ["Escape"]),
    Look(keys: ["/"], text: "tiling", sign: "Search: tiling", closing: ["Enter", "Escape"]),
    Look(keys: ["f"], text: "year:2017", sign: "2 of 31 papers", closing: ["Escape"]),
    Look(keys: [":"], text: "mark re", sign: "mark STATUS", closing: ["Escape"]),
    Look(keys: ["g", "g", "e"], sign: "Notes on “Transformer”", closing: ["q"]),
    Look(keys: ["g", "g", "A"], sign: "Enter choose", closing: ["q"]),
    Look(keys: ["O"], sign: "Links of", closing: ["q"]),
    Look(keys: ["t"], sign: "Tags of", closing: ["Escape"]),
    Look(keys: ["T"], sign: "Triage · ", closing: ["l", "l", "Escape"]),
    Look(keys: ["y"], sign: "u address", closing: ["Escape"]),
    Look(keys: ["v"], sign: "by title", closing: ["v", "v", "v", "v"]),
    Look(keys: ["Space", "V", "j", "j"], sign: "▪·", closing: ["Escape"]),
    Look(keys: ["l", "G"], sign: "of 31 read", closing: ["h"]),
    Look(keys: ["J"], sign: "of 10 read", closing: ["K"]),
  ]

  @Test("No screen touches the library or what stands beside it")
  func screens() throws {
    let program = try filled()
    let untouched = try Files(program, "", "-wal", "-shm")
    let terminal = try TmuxTerminal.browser(program)
    let opened = try Files(program, "", "-wal", "-shm")
    #expect(opened.first == untouched.first)
    for look in Self.looks {
      try terminal.press(look.keys)
      if !look.text.isEmpty { try terminal.type(look.text) }
      try terminal.wait(for: look.sign) { $0.contains(look.sign) }
      #expect(try Files(program, "", "-wal", "-shm") == opened, "\(look)")
      if !look.closing.isEmpty { try terminal.press(look.closing) }
      try terminal.wait(for: "the panes after \(look)") { screen in
        screen.hasPrefix(" Transformer to agents") && screen.contains("? help")
      }
    }
    for (columns, rows) in [(80, 24), (40, 10), (200, 60), (120, 40)] {
      try terminal.resize(columns: columns, rows: rows)
      try terminal.wait(for: "\(columns) columns") { _ in
        try terminal.state("#{window_width}") == "\(columns)"
      }
    }
    try terminal.press("L", "w", "[", "C-l")
    try terminal.wait(for: "a week") { $0.contains("2025-W") }
    #expect(try Files(program, "", "-wal", "-shm") == opened)
    try terminal.leave()
    #expect(try Files(program, "", "-wal", "-shm") == untouched)
  }

  @Test("No command that looks touches the library or leaves anything beside it")
  func commands() throws {
    let program = try filled()
    let bib = program.home.appendingPathComponent("new.bib").path
    try "@misc{a, title = {Never Seen Before}}\n".write(
      toFile: bib, atomically: true, encoding: .utf8)
    let other = program.home.appendingPathComponent("other.db").path
    try program.done("--library", other, "note", "1706.03762", "From elsewhere.")
    let before = try Files(program, "", "-wal", "-shm")
    let names = try FileManager.default.contentsOfDirectory(atPath: program.home.path).sorted()
    let both = [
      ["lists"], ["list", "reading-order"], ["show", "1706.03762"], ["next"],
      ["path", "2305.18290"], ["search", "attention"], ["stats"], ["history"], ["doctor"],
      ["note", "1706.03762", "--list"], ["import", bib, "--dry-run"],
      ["merge", other, "--dry-run"],
    ]
    let commands =
      both + both.map { $0 + ["--json"] } + [
        ["list", "weekly-2025-02-24"], ["next", "reading-order", "--count", "9"],
        ["search", "attention", "year:>2017"], ["search", "has:note"], ["keys"], ["config"],
        ["config", "check"], ["config", "show"], ["note", "1706.03762"], ["queue", "list"],
        ["restore", "--list"], ["catch-up", "--before", "2030-01-01", "--dry-run"],
        ["completions", "bash"], ["--version"], ["--help"],
      ]
      + ["markdown", "org", "html", "bibtex", "ris", "csl-json", "csv", "json"].flatMap {
        [["export", "--format", $0, "--list", "reading-order"], ["export", "--format", $0]]
      }
    for command in commands {
      let result = try program.run(list: command)
      #expect(result.code == 0, "\(command): \(result.complaint)")
      #expect(!result.output.isEmpty, "\(command)")
      #expect(try Files(program, "", "-wal", "-shm") == before, "\(command)")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: program.home.path).sorted()
        .filter { !$0.hasPrefix("runs") } == names.filter { !$0.hasPrefix("runs") })
  }

  /// A library with marks, notes, a queue and a history.
  private func filled() throws -> BuiltProgram {
    let program = try BuiltProgram()
    try program.done("mark", "skipped", "2302.13971")
    try program.done("mark", "queued", "1810.04805")
    try program.done("note", "1706.03762", "First.")
    try program.done("note", "1706.03762", "Second.")
    return program
  }
}

/// Files as they are: their bytes and the moment they were last written.
private struct Files: Equatable {
  private struct File: Equatable {
    var bytes: Data
    var seconds: Int
    var nanoseconds: Int
  }

  private var files: [File?] = []

  /// The first of them alone.
  var first: Files {
    var first = self
    first.files = Array(files.prefix(1))
    return first
  }

  /// Looks at a program's library, with these endings behind its path.
  init(_ program: BuiltProgram, _ endings: String...) throws {
    for ending in endings {
      var status = stat()
      let path = program.library + ending
      guard stat(path, &status) == 0 else {
        files.append(nil)
        continue
      }
      files.append(
        File(
          bytes: try Data(contentsOf: URL(fileURLWithPath: path)),
          seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec))
    }
  }
}
