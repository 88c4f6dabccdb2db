import Foundation
import TestSupport
import Testing

/// Titles, names and paths that were made to take over a terminal, through the whole program.
@Suite("Hostile titles")
struct HostileTitlesTests {
  private static let hostile = [
    "\u{1B}[2J\u{1B}[1;1Hgone", "\u{1B}]0;title\u{7}named", "\u{1B}]52;c;cm0gLXJm\u{7}copied",
    "\u{1B}]8;;http://evil.example\u{1B}\\linked\u{1B}]8;;\u{1B}\\", "\u{9B}31mred",
    "\u{90}q\u{9C}device", "\u{1B}P1$tp\u{1B}\\string", "back\u{8}\u{8}\u{8}\u{8}space",
    "bell\u{7}",
    "nul\u{0}byte", "return\rover", "delete\u{7F}", "gpj.\u{202E}evil\u{202C}",
    "\u{2066}isolate\u{2069}",
    "mark\u{200F}", "joined\u{2028}lines", "\u{1B}c\u{1B}#8reset", "\u{E0041}tagged",
    "\u{FEFF}order",
    "half\u{1B}", "\u{1B}[", "a" + String(repeating: "\u{301}", count: 500),
  ]

  /// The first thing in an output that a terminal would act on.
  private func control(in output: String, allowing allowed: Set<UInt32> = [0x0A, 0x09]) -> String? {
    output.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0: !allowed.contains(scalar.value)
      case 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xE0000...0xE00FF:
        true
      default: false
      }
    }.map { String($0.value, radix: 16) }
  }

  private func imported(_ text: String, _ name: String) throws -> BuiltProgram {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    let result = try program.run("--bare", "import", file.path, "--list", "hostile")
    #expect(result.code == 0 && control(in: result.output + result.complaint) == nil)
    return program
  }

  private func expectClean(_ program: BuiltProgram, entries: Int) throws {
    let rows = try program.run("list", "hostile").output
    #expect(rows.split(separator: "\n").count == entries)
    for arguments in [
      ["list", "hostile"], ["list", "hostile", "--json"], ["search", "sort:title"], ["lists"],
      ["export", "--list", "hostile"], ["export", "--list", "hostile", "--format", "csv"],
      ["export", "--list", "hostile", "--format", "html"], ["history"], ["undo"],
    ] {
      let result = try program.run(list: arguments)
      #expect(result.code == 0)
      // The lines of CSV end as RFC 4180 has it.
      let ends: Set<UInt32> = arguments.last == "csv" ? [0x0A, 0x0D] : [0x0A, 0x09]
      #expect(
        control(in: result.output + result.complaint, allowing: ends) == nil, "\(arguments)")
    }
  }

  @Test("In JSON, as escapes, they are stored and shown as clean text")
  func json() throws {
    let titles = Self.hostile + ["half \u{FFFD} pair"]
    var items = Self.hostile.map { title in
      let units = title.utf16.map { unit in
        "\\u" + String(repeating: "0", count: 4 - String(unit, radix: 16).count)
          + String(unit, radix: 16)
      }
      return "{\"title\": \"x \(units.joined())\", \"authors\": [\"\(units.joined())\"]}"
    }
    items.append("{\"title\": \"half \\ud800 pair\"}")
    let program = try imported("[\(items.joined(separator: ","))]", "titles.json")
    #expect(try program.run("list", "hostile").output.contains("half \u{FFFD} pair"))
    try expectClean(program, entries: titles.count)
  }

  @Test("In Markdown, as bytes, they are stored and shown as clean text")
  func markdown() throws {
    let lines = Self.hostile.enumerated().map { number, title in
      let line = title.replacing("\r", with: " ").replacing("\u{0}", with: "")
        .replacing("[", with: "\\[")
      return "- [Number \(number) \(line)](https://example.org/\(number))\n"
    }
    let program = try imported("# Papers\n\n" + lines.joined(), "titles.md")
    try expectClean(program, entries: lines.count)
  }

  @Test("Paths and arguments do not reach the terminal as they are")
  func paths() throws {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent("a\u{1B}[31mb\u{202E}c.md")
    try Data("no list at all".utf8).write(to: file)
    let list = program.home.appendingPathComponent("\u{1B}]0;x\u{7}list.md")
    try Data("- [A title of a paper](https://example.org/1)\n- [x".utf8).write(to: list)
    for (arguments, code) in [
      (["import", file.path], 1), (["import", list.path, "--dry-run"], 0),
      (["import", list.path], 0),
      (["import", file.path + "\u{1B}[2J"], 1), (["show", "\u{1B}[31m"], 3),
      (["search", "title:\u{1B}[31m\""], 2), (["\u{1B}[31m"], 2),
      (["--library", program.home.path + "/\u{1B}[31m/no/library.db", "lists"], 0),
    ] as [([String], Int32)] {
      let result = try program.run(list: arguments)
      #expect(result.code == code, "\(arguments) \(result.complaint)")
      #expect(control(in: result.output + result.complaint) == nil, "\(arguments)")
    }
  }

  @Test("A file that is no list says what was looked for")
  func noList() throws {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent("noise.bib")
    try Data(repeating: 0x5B, count: 100_000).write(to: file)
    for format in [[], ["--format", "bibtex"], ["--format", "html"], ["--format", "json"]] {
      let result = try program.run(list: ["import", file.path] + format)
      #expect(result.code == 1 && result.output.isEmpty)
      #expect(result.complaint.contains("found no entries"))
    }
  }
}
