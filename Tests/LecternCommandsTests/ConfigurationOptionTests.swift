import Browser
import Foundation
import Terminal
import TestSupport
import Testing

@testable import LecternCommands

@Suite("The options of the configuration")
struct ConfigurationOptionTests {
  @Test("are all read from a file")
  func reads() throws {
    let result = Configuration.parse(
      """
      theme = "mine"
      mouse = true
      title = true
      hyperlinks = false
      ambiguous-width = "probe"

      [themes.mine]
      accent = "#88c0d0 bold"
      dim = "244"
      """, file: "config.toml")
    #expect(result.problems == [])
    let configuration = result.configuration
    #expect(configuration.theme == "mine")
    #expect(configuration.mouse && configuration.title && !configuration.hyperlinks)
    #expect(configuration.ambiguousWidth == .probe)
    let theme = try #require(configuration.theme(named: "mine"))
    #expect(
      theme.appearance(of: Style(.accent))
        == Appearance(foreground: .rgb(0x88, 0xC0, 0xD0), attributes: .bold))
    #expect(configuration.terminalSettings().theme == theme)
    #expect(configuration.terminalSettings(escapeDelay: 7).escapeDelay == 7)
  }

  @Test(
    "that cannot be followed name what was expected, with the line",
    arguments: [
      ("linear = 1", "c:1: \"linear\" wants true or false, not 1; the default stays: false"),
      ("mouse = 1", "c:1: \"mouse\" wants true or false, not 1; the default stays: false"),
      ("ambiguous-width = \"thin\"", "c:1: \"ambiguous-width\" wants \"narrow\", \"wide\" or"),
      ("theme = \"sepia\"", "c:1: \"theme\" wants one of \"standard\", \"mono\", \"dark\""),
      ("themes = 1", "c:1: \"themes\" wants tables"),
      (
        "\ncolumns = [\"year\", \"colour\"]",
        "c:2: \"columns\" wants a list of \"year\", \"authors\", \"venue\", \"rating\", \"pass\", "
          + "\"tags\", \"added\", each once, without \"colour\", not this list"
      ),
      ("columns = [\"year\", \"year\"]", "c:1: \"columns\" wants a list of"),
      ("macros = 1", "c:1: \"macros\" wants a table: [macros]"),
      ("[macros]\nx = 1", "c:2: \"x\" wants commands such as"),
      ("columns = 3", "c:1: \"columns\" wants a list of"),
      ("[themes]\nmine = 1", "c:2: \"mine\" wants a table: [themes.mine]"),
      ("[themes.mine]\nloud = \"red\"", "c:1: \"loud\": “loud” is not one of the roles text, dim"),
      ("[themes.mine]\ndim = \"mauve\"", "c:1: \"dim\": “mauve” is neither a colour"),
      ("[themes.mine]\ndim = 3", "c:1: \"dim\" wants a look"),
    ])
  func wrong(_ text: String, _ message: String) {
    let problems = Configuration.parse(text, file: "c").problems
    #expect(problems.first?.description.hasPrefix(message) == true, "\(problems)")
  }

  @Test(
    "can be changed by what stands behind :set",
    arguments: [
      ("theme", "dark"), ("theme", "\"dark\""), ("mouse", "true"), ("title", "true"),
      ("columns", "[]"), ("columns", "year, authors"), ("columns", "[\"tags\", \"added\"]"),
      ("escape-delay", "50"), ("editor", "vim -c 'set tw=72'"), ("opener", "[\"open\", \"-g\"]"),
      ("ascii", "true"), ("hyperlinks", "false"), ("link-schemes", "[\"https\"]"),
    ])
  func sets(_ name: String, _ value: String) throws {
    let changed = try Configuration().setting(name, to: value)
    #expect(changed != Configuration())
  }

  @Test(
    "keep their values when what stands behind :set cannot be followed",
    arguments: [
      ("colour", "red", "There is no option “colour”; :set lists them."),
      ("a\u{1B}]0;\nb", "1", "There is no option “a0; b”; :set lists them."),
      ("mouse", "maybe", "\"mouse\" wants true or false, not \"maybe\"."),
      ("theme", "sepia", "\"theme\" wants one of"), ("escape-delay", "-1", "milliseconds from 0"),
      ("keys", "x", "is read when Lectern starts"), ("mouse", "true\" x", "wants true or false"),
      ("ambiguous-width", "wide", "is read when Lectern starts"),
    ])
  func refuses(_ name: String, _ value: String, _ sentence: String) {
    let failure = #expect(throws: Failure.self) { try Configuration().setting(name, to: value) }
    #expect(failure?.sentence.contains(sentence) == true, "\(failure?.sentence ?? "")")
  }

  @Test("are printed with value, default, source and meaning, as a table and as JSON")
  func shows() throws {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent("mine.toml")
    try Data("theme = \"dark\"\nmouse = false\n".utf8).write(to: file)
    let shown = try program.run("config", "show", "--config", file.path)
    #expect(shown.code == 0)
    #expect(
      shown.output.contains(
        "theme\t\"dark\"\t\"standard\"\tconfiguration file\tThe colours of the six roles\n"))
    #expect(shown.output.contains("mouse\tfalse\tfalse\tconfiguration file\t"))
    #expect(shown.output.contains("title\tfalse\tfalse\tdefault\t"))
    for option in ConfigurationOption.all { #expect(shown.output.contains("\n\(option.name)\t")) }
    let plain = try program.run(
      "config", "show", "--json", "--config", file.path,
      environment: ["NO_COLOR": "1", "ESCDELAY": "90"])
    #expect(plain.output.contains("\"mono\\\"\""))
    #expect(plain.output.contains("\"environment\""))
    #expect(plain.output.contains("\"90\""))
    #expect(!FileManager.default.fileExists(atPath: program.library))
  }

  @Test("are all named in the README")
  func documented() throws {
    let readme = try String(
      contentsOfFile: #filePath.replacing(
        "Tests/LecternCommandsTests/ConfigurationOptionTests.swift", with: "README.md"),
      encoding: .utf8)
    for option in ConfigurationOption.all
    where !["keys", "macros", "themes", "weeks", "note-templates"].contains(option.name) {
      #expect(readme.contains("\(option.name) = "), "\(option.name)")
    }
  }
}

@Suite("The history of the command line")
struct CommandHistoryTests {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "lectern-\(UUID().uuidString)/state")
  private var history: CommandHistory {
    CommandHistory(path: folder.appending(path: "history").path())
  }

  init() throws {
    try FileManager.default.createDirectory(
      at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
  }

  @Test("keeps each line once, the newest last, for its owner alone")
  func keeps() throws {
    #expect(history.lines() == [])
    for line in ["rate 1", "pass 2", "rate 1", "", "two\nlines"] { try history.keep(line) }
    #expect(history.lines() == ["pass 2", "rate 1"])
    let attributes = try FileManager.default.attributesOfItem(atPath: history.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("has 500 lines at most")
  func limit() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let lines = (0..<900).map { "rate \($0)\n" }.joined()
    try Data(lines.utf8).write(to: URL(filePath: history.path))
    #expect(history.lines().count == CommandHistory.limit)
    try history.keep("pass 1")
    #expect(history.lines().count == CommandHistory.limit)
    #expect(history.lines().last == "pass 1")
  }

  @Test("says what is wrong when it cannot be written")
  func unwritable() throws {
    let history = CommandHistory(path: "/proc/nowhere/history")
    let failure = #expect(throws: Failure.self) { try history.keep("rate 1") }
    #expect(failure?.sentence.contains("/proc/nowhere/history") == true)
    #expect(history.lines() == [])
  }
}
