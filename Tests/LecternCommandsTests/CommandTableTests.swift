import Foundation
import TestSupport
import Testing

/// The commands, options and keys of JSON that scripts rely on; they may grow and never shrink.
@Suite("What scripts rely on")
struct CommandTableTests {
  /// Commands with what their help names.
  static let table: [(String, [String])] = [
    ("lists", ["--json"]), ("list", ["<slug>", "--json"]), ("show", ["<paper>", "--json"]),
    ("next", ["[<slug>]", "--count", "--json"]), ("path", ["<paper>", "--json"]),
    ("search", ["<query>", "--limit", "--json"]), ("mark", ["<status>", "--pass", "--rating"]),
    ("tag", ["<paper>"]), ("queue add", ["<papers>"]),
    ("queue remove", ["<papers>"]), ("queue move", ["<paper>"]), ("queue list", []),
    ("note", ["<paper>", "--edit", "--list", "--version", "--json"]),
    ("prerequisite add", ["<paper>", "<required>", "--why"]),
    ("prerequisite remove", ["<paper>", "<required>"]),
    (
      "import",
      ["<file>", "--format", "--list", "--title", "--kind", "--issued", "--dry-run", "--json"]
    ),
    ("export", ["--format", "--list", "--query", "--paper", "--notes-only", "-o, --output"]),
    ("undo", ["<count>"]), ("redo", ["<count>"]), ("history", ["--json"]), ("stats", ["--json"]),
    ("catch-up", ["--before", "--dry-run"]), ("backup", []), ("restore", ["--list"]),
    ("doctor", ["--fix", "--json"]), ("merge", ["--dry-run"]), ("keys", ["--format"]),
    ("config path", []), ("config check", []), ("config show", []), ("manual", []),
    ("bench", ["--papers", "--json", "--check"]),
  ]

  @Test("Every command is there with its options and the global ones", arguments: table)
  func commands(command: String, options: [String]) throws {
    let help = try BuiltProgram().run(
      list: command.split(separator: " ").map(String.init) + ["--help"])
    #expect(help.code == 0 && help.output.contains("USAGE: lectern \(command)"), "\(help.output)")
    for option in options + ["--library", "--config", "--bare", "--no-color", "--version"] {
      #expect(help.output.contains(option), "\(option) is not in the help of \(command)")
    }
  }

  @Test("Completions are there for three shells", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let script = try BuiltProgram().run("completions", shell)
    #expect(script.code == 0 && script.output.contains("csl-json"))
  }

  private static let entry: Set<String> = [
    "position", "key", "title", "authors", "year", "arxiv", "doi", "url", "code", "status", "pass",
    "rating", "tags", "remark",
  ]

  @Test("JSON has the keys it always had")
  func json() throws {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent("list.md")
    try "# A list\n\n- [A Thing](https://arxiv.org/abs/2503.00001)\n"
      .write(to: file, atomically: true, encoding: .utf8)
    _ = try program.run("note", "BERT", "A note.")

    let list = try object(program, "list", "reading-order")
    #expect(Set(list.keys).isSuperset(of: ["slug", "title", "kind", "issued", "sections"]))
    let section = try #require((list["sections"] as? [[String: Any]])?.first)
    let entries = try #require(section["entries"] as? [[String: Any]])
    #expect(section["title"] is String)
    for entry in entries { #expect(Set(entry.keys).isSuperset(of: Self.entry)) }

    let show = try object(program, "show", "BERT")
    #expect(
      Set(show.keys).isSuperset(
        of: Self.entry.subtracting(["position", "remark"]).union([
          "abstract", "lists", "notes", "prerequisites", "required_by",
        ])))
    try expect(show["lists"], ["slug", "section", "position", "remark"])
    try expect(show["notes"], ["id", "body", "created", "updated", "versions"])
    #expect(show["prerequisites"] is [String] && show["required_by"] is [String])

    let found = try #require(try json(program, "search", "attention") as? [[String: Any]])
    for entry in found { #expect(Set(entry.keys).isSuperset(of: Self.entry.union(["snippet"]))) }

    let plan = try object(program, "import", "--dry-run", file.path)
    try expect(
      plan["documents"],
      [
        "path", "format", "lists", "entries", "new", "same", "changed", "moved", "gone",
        "conflicts", "warnings",
      ])
    let document = try #require((plan["documents"] as? [[String: Any]])?.first)
    try expect(document["lists"], ["slug", "title", "kind", "issued", "entries"])

    try expect(
      json(program, "lists"), ["slug", "title", "kind", "issued", "entries", "read", "skipped"])
    try expect(json(program, "history"), ["id", "label", "at", "state"])
    #expect(try object(program, "stats").count > 4)
    #expect(try !object(program, "doctor").isEmpty)
    #expect(try json(program, "next", "--count", "2") is [[String: Any]])
    #expect(try json(program, "path", "BERT") is [[String: Any]])
    #expect(try json(program, "note", "BERT") is [[String: Any]])
    #expect(try json(program, "config", "show") is [[String: Any]])
  }

  private func json(_ program: BuiltProgram, _ arguments: String...) throws -> Any {
    try json(program, list: arguments)
  }

  private func json(_ program: BuiltProgram, list arguments: [String]) throws -> Any {
    let result = try program.run(list: arguments + ["--json"])
    #expect(result.code == 0, "\(arguments): \(result.complaint)")
    return try JSONSerialization.jsonObject(with: Data(result.output.utf8))
  }

  private func object(_ program: BuiltProgram, _ arguments: String...) throws -> [String: Any] {
    try #require(try json(program, list: arguments) as? [String: Any])
  }

  /// Expects an array of objects, at least one, that have some keys.
  private func expect(_ value: Any?, _ keys: Set<String>) throws {
    let objects = try #require(value as? [[String: Any]])
    #expect(!objects.isEmpty)
    for object in objects {
      #expect(Set(object.keys).isSuperset(of: keys), "\(object.keys.sorted())")
    }
  }
}
