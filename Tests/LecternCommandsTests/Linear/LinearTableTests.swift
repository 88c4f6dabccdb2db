import Browser
import Testing

@testable import LecternCommands

@Suite("The table of the linear mode")
struct LinearTableTests {
  @Test("Every action of the browser has a way in lines, or says why it needs none")
  func everyAction() throws {
    for action in Action.allCases {
      let command = LinearCommand.all.first { $0.action == action }
      #expect(command != nil, "\(action.rawValue) has no row in LinearTable")
      #expect(try LinearCommand.named(action.rawValue).line.count > action.rawValue.count + 4)
    }
  }

  @Test(
    "Every verb of the browser's command line has a way in lines", arguments: CommandVerb.allCases)
  func everyVerb(verb: CommandVerb) throws {
    let command = try LinearCommand.named(verb.rawValue)
    #expect(command.isForLines && command.summary == verb.summary)
  }

  @Test(
    "What has no way in lines is about panes, rows and plans that are walked, the colon and job control"
  )
  func reasons() {
    let without = LinearCommand.all.filter { !$0.isForLines }.compactMap(\.action)
    #expect(
      Set(without) == [
        .nextPane, .previousPane, .paneLeft, .paneRight, .splitBack, .splitForward, .splitReset,
        .zoom, .commandLine, .suspend, .importNow, .leaveOut, .mergeEntry, .importList,
        .importTitle, .importKind, .importDate, .queueEarlier, .queueLater,
      ])
  }

  @Test("The words of the footer name their actions, and a beginning is enough")
  func names() throws {
    #expect(try LinearCommand.named("read").action == .markRead)
    #expect(try LinearCommand.named("skip").action == .markSkipped)
    #expect(try LinearCommand.named("mark-read").action == .markRead)
    #expect(try LinearCommand.named("stati").action == .statistics)
    #expect(throws: CommandError.unknown("xyzzy")) { try LinearCommand.named("xyzzy") }
    #expect {
      try LinearCommand.named("mar")
    } throws: {
      if case .ambiguous("mar", let names)? = $0 as? CommandError {
        names.contains("mark")
      } else {
        false
      }
    }
  }

  @Test(
    "Numbers and ranges name what was said",
    arguments: [
      ("1", [1...1]), ("1 3-5", [1...1, 3...5]), ("2,4", [2...2, 4...4]), ("1706.03762", nil),
      ("0", nil), ("5-3", nil), ("gpt-3", nil), ("-", nil), ("", nil),
    ] as [(String, [ClosedRange<Int>]?)])
  func ranges(text: String, expected: [ClosedRange<Int>]?) {
    #expect(LinearSession.ranges(in: text) == expected)
  }

  @Test(
    "A line that begins with a dot is a command of the note, two dots are text",
    arguments: [
      (".", .save), (".cancel", .cancel), (".read", .read),
      (".2 new words", .replace(2, "new words")),
      (".3", .replace(3, "")), (".cancle", .unknown("cancle")), ("..", nil), ("text.", nil),
      ("", nil),
      ("...and so on", nil),
    ] as [(String, LinearNote.Command?)])
  func noteCommands(line: String, expected: LinearNote.Command?) {
    #expect(LinearNote.command(in: line) == expected)
  }

  @Test("A text is said by paragraphs, and items keep their lines")
  func paragraphs() {
    #expect(
      SpokenText.paragraphs("One\nsentence.\n\nTwo:\n- a\n  more\n- b\n1. c\n    code\n    code")
        == ["One sentence.", "Two:", "- a more", "- b", "1. c", "code", "code"])
    #expect(SpokenText.paragraphs("# Head\ntext\n```\nx\n") == ["# Head", "text", "```", "x"])
    #expect(SpokenText.paragraphs("") == [])
  }

  @Test(
    "Numbers are said with commas",
    arguments: [
      (0, "0"), (999, "999"), (2340, "2,340"), (1_234_567, "1,234,567"), (-1000, "-1,000"),
    ])
  func numbers(number: Int, text: String) { #expect(Spoken.number(number) == text) }
}
