import Foundation
import TestSupport
import Testing

/// Whole output of commands that look, as the built program prints it to a pipe.
@Suite("Commands that look")
struct LookingCommandsTests {
  @Test("lists prints a record a list")
  func lists() throws {
    let result = try BuiltProgram().run("lists")
    #expect(
      result.output == """
        reading-order\tTransformer to agents\torder\t\t31\t0\t0
        papers-you-should-know\tPapers you should know\tweekly\t2025-11-09\t10\t0\t0
        weekly-2025-02-24\tLLM papers for the week\tweekly\t2025-03-01\t17\t0\t0
        paper-notes\tPaper notes\tnotes\t\t20\t0\t0
        private-links\tPrivate links\tcustom\t\t18\t0\t0

        """)
    #expect(result.complaint.isEmpty && result.code == 0)
  }

  @Test("lists --json has the keys in their order")
  func listsAsJSON() throws {
    let result = try BuiltProgram().run("lists", "--json")
    #expect(
      result.output.hasPrefix(
        #"[{"slug":"reading-order","title":"Transformer to agents","kind":"order","issued":null,"#
          + #""entries":31,"read":0,"skipped":0},"#))
  }

  @Test("list prints position, status, key, year and title")
  func list() throws {
    let lines = try BuiltProgram().run("list", "reading-order").output
      .split(separator: "\n").map(String.init)
    #expect(lines.count == 31)
    #expect(lines.first == "1\tunread\tarxiv:1706.03762\t2017\tAttention Is All You Need")
    let last = "Hierarchical Mixtures of Experts and the EM Algorithm"
    #expect(lines.last == "31\tunread\tdoi:10.1162/neco.1994.6.2.181\t1994\t\(last)")
  }

  @Test("list --json has the sections with their entries and every key of an entry")
  func listAsJSON() throws {
    let output = try BuiltProgram().run("list", "weekly-2025-02-24", "--json").output
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    let sections = try #require(list["sections"] as? [[String: Any]])
    let entries = sections.map { $0["entries"] as? [[String: Any]] ?? [] }
    #expect(entries.map(\.count) == [1, 4, 1, 2, 2, 1, 2, 4])
    let keys: Set<String> = [
      "position", "key", "title", "authors", "year", "arxiv", "doi", "url", "code", "status",
      "pass", "rating", "tags", "remark", "gone",
    ]
    #expect(entries.joined().allSatisfy { keys.isSubset(of: $0.keys) })
  }

  @Test(
    "show finds a paper by every form of its name",
    arguments: [
      "2505.09388", "arxiv:2505.09388", "https://arxiv.org/pdf/2505.09388v2", "qwen3",
      "Qwen3 Technical Report",
    ])
  func show(name: String) throws {
    let lines = try BuiltProgram().run("show", name).output.split(separator: "\n")
    #expect(lines.first == "key\tarxiv:2505.09388")
    #expect(lines.contains("list\treading-order 16") && lines.contains("list\tpaper-notes 7"))
  }

  @Test("next names a paper and its reason")
  func next() throws {
    #expect(
      try BuiltProgram().run("next", "reading-order").output.hasPrefix(
        "arxiv:1706.03762\tAttention Is All You Need\tbecause it comes first"))
  }

  @Test("path ends with the paper and begins with what needs nothing")
  func path() throws {
    let lines = try BuiltProgram().run("path", "DPO").output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("1\tunread\tarxiv:1706.03762\t") == true)
    #expect(lines.last?.contains("\tarxiv:2305.18290\t") == true)
  }

  @Test("stats counts what is marked, in the days of the reader")
  func stats() throws {
    let program = try BuiltProgram()
    _ = try program.run("mark", "read", "1706.03762")
    _ = try program.run("mark", "skipped", "1810.04805")
    let lines = try program.run("stats").output.split(separator: "\n").map(String.init)
    #expect(lines.contains("status\tread\t1") && lines.contains("status\tskipped\t1"))
    #expect(lines.contains("streak\t1\t1") && lines.contains("year\t2017\t1"))
    #expect(lines.contains { $0.hasPrefix("list\treading-order\t31\t29\t2\t20") })
    #expect(lines.contains { $0.hasPrefix("blind-spot\tLLM papers for the week\t") })
    // No day is the same 26 hours apart.
    func day(in zone: String) throws -> String? {
      try program.run("stats", environment: ["TZ": zone]).output.split(separator: "\n")
        .first { $0.hasPrefix("day\t") }.map(String.init)
    }
    let east = try day(in: "East-14")
    let west = try day(in: "West+12")
    #expect(east != nil && west != nil && east != west)
  }

  @Test("stats --json has every key")
  func statsAsJSON() throws {
    let output = try BuiltProgram().run("stats", "--json").output
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    #expect(
      Set(object.keys)
        == ["today", "streak", "statuses", "days", "years", "lists", "blind_spots"])
    let lists = try #require(object["lists"] as? [[String: Any]])
    #expect(lists.count == 5)
    #expect(
      lists.allSatisfy {
        Set($0.keys) == ["slug", "title", "entries", "left", "done_lately", "expected_end"]
      })
    #expect(output.contains(#""entries":31,"left":31,"done_lately":0,"expected_end":null"#))
  }

  @Test("search folds case and accents and answers a wrong query with the place")
  func search() throws {
    let program = try BuiltProgram()
    let found = try program.run("search", "author:vaswani", "year:2017").output
    #expect(found == "1\tunread\tarxiv:1706.03762\t2017\tAttention Is All You Need\n")
    let json = try program.run("search", "mixture", "--json", "--limit", "3").output
    let papers = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(papers.count == 3 && papers.allSatisfy { $0["snippet"] != nil })
    let wrong = try program.run("search", "attention year:soon")
    #expect(wrong.code == 2 && wrong.complaint.contains("year:soon"))
    #expect(wrong.complaint.split(separator: "\n").last?.hasSuffix("^") == true)
  }

  @Test("Looking leaves the library as it was, byte for byte")
  func writesNothing() throws {
    let program = try BuiltProgram()
    _ = try program.run("lists")
    let before = try Data(contentsOf: URL(fileURLWithPath: program.library))
    for arguments in [
      ["lists"], ["list", "paper-notes"], ["next"], ["stats"], ["search", "a"], ["history"],
    ] {
      #expect(try program.run(list: arguments).code == 0)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: program.library)) == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: program.home.path)
        .filter { $0.hasPrefix("library") } == ["library.db"])
  }

  @Test("keys, config path and completions print what they are asked for")
  func aboutTheProgram() throws {
    let program = try BuiltProgram()
    #expect(try program.run("keys").output.contains("mark-read"))
    #expect(try program.run("keys", "--format", "markdown").output.hasPrefix("# Keys\n"))
    let keys = try program.run("keys", "--format", "json").output
    #expect(try JSONSerialization.jsonObject(with: Data(keys.utf8)) is [[String: Any]])
    #expect(
      try program.run("config", "path").output
        == "\(program.home.path)/.config/lectern/config.toml\n")
    for shell in ["bash", "zsh", "fish"] {
      #expect(try program.run("completions", shell).output.contains("lectern"))
    }
    #expect(try program.run("--version").output == "0.1.0\n")
  }
}
