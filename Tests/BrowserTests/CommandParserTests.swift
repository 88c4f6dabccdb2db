import ReadingModel
import Testing

@testable import Browser

@Suite("A line behind the colon")
struct CommandParserTests {
  static let right: [(String, Command?)] = [
    ("", nil), ("  ", nil), ("12", .goTo(12)), ("q", .leave), ("undo", .action(.undo)),
    (" mark   read ", .mark(.read)), ("mark skipped", .mark(.skipped)),
    ("tag +new -old plain", .tag(add: ["new", "plain"], remove: ["old"])), ("rate 4", .rate(4)),
    ("rate 0", .rate(nil)), ("pass 2", .pass(2)), ("list llm-weekly", .list("llm-weekly")),
    ("set", .showOptions), ("set theme", .showOption("theme")),
    ("set theme=dark", .setOption("theme", to: "dark")),
    ("set theme = dark", .setOption("theme", to: "dark")),
    ("set editor vim -c 'set tw=72'", .setOption("editor", to: "vim -c 'set tw=72'")),
    ("help g g", .help("g g")), ("help", .action(.help)), ("hist", .action(.history)),
    ("lis weekly", .list("weekly")), ("set!", .showOptions),
    ("set! theme", .keepOption("theme", as: nil)),
    ("set! theme = dark", .keepOption("theme", as: "dark")),
  ]

  @Test("is read", arguments: right)
  func reads(_ line: String, _ command: Command?) throws {
    #expect(try Command(line) == command)
  }

  @Test("searches with the query language")
  func search() throws {
    guard case .search(let query)? = try Command("find title:attention year:2017") else {
      Issue.record("This is a search.")
      return
    }
    #expect(query.text == "title:attention year:2017")
  }

  @Test(
    "that is wrong is answered with what would be right",
    arguments: [
      ("fly", "There is no command “fly”; Tab lists them, :help the keys."),
      ("mark-re", "“mark-re” can be mark-read, mark-reading."),
      ("mark done", "“done” does not fit; write :mark STATUS."), ("rate", "Write :rate 0…5."),
      ("rate 6", "“6” does not fit; write :rate 0…5."), ("pass -1", "write :pass 0…3"),
      ("undo 3", "“undo” takes nothing, so leave out “3”."), ("tag", "Write :tag +NAME -NAME."),
      ("find year:x", "At 1: "), ("set theme=", "“theme=” does not fit"),
    ])
  func refuses(_ line: String, _ sentence: String) {
    let error = #expect(throws: CommandError.self) { try Command(line) }
    #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
  }

  @Test("has a name for every action, and no name twice")
  func names() {
    let names = Command.Name.all.map(\.text)
    #expect(Set(names).count == names.count)
    for action in ActionTable.entries.map(\.action) where action != .commandLine {
      #expect(names.contains(action.rawValue))
    }
  }

  @Test(
    "is completed by what fits behind it",
    arguments: [
      ("mark re", ["reading", "read"]), ("tag +at", ["+attention"]), ("tag +x -at", ["-attention"]),
      ("list we", ["weekly"]), ("set mo", ["mouse="]), ("set mouse=t", ["true"]),
      ("rate ", ["0", "1", "2", "3", "4", "5"]), ("undo ", []), ("help mark-s", ["mark-skipped"]),
      ("und", ["undo"]),
    ])
  func completes(_ line: String, _ words: [String]) {
    let facts = CommandCompletion.Facts(
      slugs: ["order", "weekly"], tags: ["attention", "systems"],
      options: [
        OptionListing(
          name: "mouse", value: "false", standard: "false", source: .standard, summary: "",
          choices: ["true", "false"])
      ])
    #expect(CommandCompletion(of: line, facts: facts).words == words)
  }
}
