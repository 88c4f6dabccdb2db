import Foundation
import Testing

@testable import LecternCommands

@Suite("A configuration file")
struct ConfigurationTests {
  @Test(
    "that is empty leaves every default", arguments: ["", "\n\n", "# only a remark\n", "[keys]\n"])
  func nothingSet(text: String) {
    let result = Configuration.parse(text, file: "config.toml")
    #expect(result.configuration == Configuration())
    #expect(result.problems == [])
  }

  @Test("sets each of its options")
  func everythingSet() {
    let result = Configuration.parse(
      """
      ascii = true
      theme = "mono"
      escape-delay = 50
      history-steps = 500
      history-megabytes = 20
      editor = "vim -c 'set tw=72'"
      opener = ["firefox", "--new-tab"]
      link-schemes = ["https", "GEMINI"]

      [weeks]
      budget = 5

      [keys]
      mark-read = "x"
      search = ["/", "g s"]
      quit = []
      """, file: "config.toml")
    #expect(result.problems == [])
    #expect(
      result.configuration
        == Configuration(
          ascii: true, theme: "mono", escapeDelay: 50, editor: ["vim", "-c", "set tw=72"],
          opener: ["firefox", "--new-tab"], linkSchemes: ["https", "gemini"],
          historySteps: 500, historyMegabytes: 20, weeklyBudget: 5,
          keys: [
            .init(action: "mark-read", keys: ["x"], line: 14),
            .init(action: "search", keys: ["/", "g s"], line: 15),
            .init(action: "quit", keys: [], line: 16),
          ]))
  }

  @Test(
    "that says something wrong keeps that default and gives the line",
    arguments: [
      ("ascii = \"yes\"", "1: \"ascii\" wants true or false, not \"yes\""),
      ("\n\ntheme = 3", "; the default stays: \"standard\""),
      ("theme = \"sepia\"", "1: \"theme\" wants one of \"standard\", \"mono\","),
      ("escape-delay = -1", "1: \"escape-delay\" wants milliseconds from 0 to 2000, not -1"),
      ("escape-delay = 2001", "1: \"escape-delay\" wants milliseconds from 0 to 2000, not 2001"),
      ("escape-delay = 2.5", "a decimal number"),
      ("history-steps = 0", "1: \"history-steps\" wants a number from 1 on, not 0"),
      ("history-megabytes = \"many\"", "the default stays: 200"),
      ("# one\r\neditor = \"vim 'x\"", "2: \"editor\" wants a command with its quotes closed"),
      ("editor = \"  \"", "1: \"editor\" wants a command"),
      ("editor = []", "not this list; the default stays: VISUAL or EDITOR"),
      ("opener = [\"a\", 1]", "1: \"opener\" wants a command"),
      ("opener = { a = 1 }", "not a table; the default stays: the desktop's own opener"),
      ("weeks = 3", "1: \"weeks\" wants a table: [weeks], not 3; the default stays: no budget"),
      ("[weeks]\nbudget = 0", "2: \"budget\" wants a number of papers from 1 to 999, not 0"),
      ("[weeks]\nhours = 3", "2: there is no option \"hours\" in [weeks]; it has no effect"),
      ("link-schemes = \"https\"", "1: \"link-schemes\" wants a list of schemes"),
      ("link-schemes = [\"ht tp\"]", "not this list; the default stays: http and https"),
      ("link-schemes = [\"1http\"]", "1: \"link-schemes\" wants a list of schemes"),
      ("keys = 1979-05-27", "1: \"keys\" wants a table: [keys], not a date"),
      ("[keys]\nquit = true", "2: \"quit\" wants a key or a list of keys, not true"),
      ("[keys]\nquit = \"\"", "2: \"quit\" wants a key or a list of keys, not \"\""),
      ("colour = 1", "1: there is no option \"colour\"; it has no effect"),
      ("# one\n[ui.pane]\nx = 1", "2: there is no option \"ui\""),
      ("\"quoted key\" = 1", "1: there is no option \"quoted key\""),
      ("keys.quit = 1", "1: \"quit\" wants a key"),
      ("\u{FEFF}colour = 1", "1: there is no option \"colour\""),
    ])
  func wrong(text: String, message: String) throws {
    let result = Configuration.parse(text, file: "config.toml")
    #expect(result.configuration == Configuration())
    let problem = try #require(result.problems.first)
    #expect(problem.description.contains(message), "\(problem)")
    #expect(problem.description.hasPrefix("config.toml:"))
  }

  @Test("with one wrong option still sets the others, and lists problems by line")
  func othersStand() {
    let result = Configuration.parse(
      "zoom = 1\ntheme = \"mono\"\nascii = 1\nescape-delay = 40\n[keys]\nquit = 7\nhelp = \"h\"",
      file: "c")
    #expect(result.configuration.theme == "mono")
    #expect(result.configuration.escapeDelay == 40)
    #expect(result.configuration.keys == [.init(action: "help", keys: ["h"], line: 7)])
    #expect(result.problems.map(\.line) == [1, 3, 6])
  }

  @Test(
    "that is not TOML keeps every default and gives the line",
    arguments: [
      ("theme = \"mono\"\nascii == true\n", 2),
      ("theme = \"mono\"\n\nascii = \n", 3),
      ("theme = \"mono\"\ntheme = \"mono\"\n", 2),
      ("theme = \"mono\"\n\u{0}rest = 1", 2),
      ("theme = \"mono\"\n[keys\n", 2),
      ("\n\n[\n", 3), ("\n[=", 2), ("[[ #", 1), ("[é]", 1), ("x = \"\"\"\n[\n\"\"\"\"\n[.", 4),
      ("x = '[' # [\n [ [a", 2), ("x = [\n[\n1]]\n\n[[[", 5), ("\u{FEFF}[", 1), ("[ ]", 1),
      ("\ny = [\t}=", 2), ("y = [1,\n}", 2), ("y = {a = [}]", 1),
      ("y = ]", 1),
    ])
  func notTOML(text: String, line: Int) throws {
    let result = Configuration.parse(text, file: "config.toml")
    #expect(result.configuration == Configuration())
    #expect(result.problems.count == 1)
    let problem = try #require(result.problems.first)
    #expect(problem.line == line, "\(problem)")
    #expect(problem.message.hasPrefix("not TOML"))
    #expect(problem.message.hasSuffix("every option keeps its default"))
  }

  @Test("keeps brackets that begin no table")
  func bracketsInStrings() {
    let result = Configuration.parse(
      "opener = [\n \"\"\"[\n[=\"\"\",\n '[=', # [\n]\n\"theme\" = \"mono\"\n", file: "config.toml")
    #expect(result.problems == [])
    #expect(result.configuration.theme == "mono")
    #expect(result.configuration.opener == ["[\n[=", "[="])
  }

  @Test("cannot send control characters to the terminal through a problem")
  func printableProblems() {
    let text = "\"a\\u001b[31m\\u202eb\" = 1\n\"nul\\u0000key\" = 2\ntheme = \"\\u0007\""
    let problems = Configuration.parse(text, file: "config.toml").problems
    #expect(problems.count >= 2)
    for problem in problems {
      #expect(
        problem.description.unicodeScalars.allSatisfy {
          $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0x202E
        })
    }
  }

  @Test("nested deeper than anyone writes is a problem, not the end")
  func deepNesting() {
    let text = "a = " + String(repeating: "[", count: 100_000)
    let result = Configuration.parse(text, file: "config.toml")
    #expect(result.configuration == Configuration())
    #expect(result.problems.count == 1)
  }
}

@Suite("Loading the configuration")
struct ConfigurationFileTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "lectern-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  @Test("follows the file")
  func follows() throws {
    let file = folder.appending(path: "config.toml")
    try Data("theme = \"mono\"\nwidth = 3\n".utf8).write(to: file)
    let result = Configuration.load(file.path())
    #expect(result.configuration.theme == "mono")
    #expect(
      result.problems.map(\.description) == [
        "config.toml:2: there is no option \"width\"; it has no effect"
      ])
  }

  @Test("from its usual place needs no file")
  func missing() {
    let result = Configuration.load(folder.appending(path: "config.toml").path())
    #expect(result.configuration == Configuration())
    #expect(result.problems == [])
  }

  @Test("from a named file that is not there says so")
  func missingNamed() {
    let path = folder.appending(path: "mine.toml").path()
    let result = Configuration.load(path, isNamed: true)
    #expect(result.configuration == Configuration())
    #expect(
      result.problems.map(\.description) == [
        "mine.toml: there is no file at \(path); every option keeps its default"
      ])
  }

  @Test("from a folder, or from bytes that are not UTF-8, keeps every default and says so")
  func unreadable() throws {
    let latin = folder.appending(path: "latin.toml")
    try Data([0x74, 0x20, 0x3D, 0x20, 0x22, 0xE9, 0x22]).write(to: latin)
    for path in [folder.path(), latin.path()] {
      let result = Configuration.load(path)
      #expect(result.configuration == Configuration())
      #expect(result.problems.count == 1)
      #expect(result.problems.allSatisfy { $0.line == nil })
    }
  }
}
