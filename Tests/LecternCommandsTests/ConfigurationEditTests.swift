import Browser
import Foundation
import Testing

@testable import LecternCommands

@Suite("An option that is kept")
struct ConfigurationEditTests {
  private static let whole = """
    # mine
    theme = "dark"   # at night
    opener = [
      "firefox",
      "--new-tab",
    ]
    editor = \"\"\"
    vim -c 'set tw=72'\"\"\"

    # my keys
    [keys]
    mark-read = "x"   # done

    """

  @Test(
    "takes the place of its value, or stands before the tables, and all else stays",
    arguments: [
      ("theme", "\"mono\"", "\"dark\"", "\"mono\"", 2),
      ("opener", "[\"open\"]", "[\n  \"firefox\",\n  \"--new-tab\",\n]", "[\"open\"]", 3),
      ("editor", "[\"vi\"]", "\"\"\"\nvim -c 'set tw=72'\"\"\"", "[\"vi\"]", 7),
      ("mouse", "true", "\n\n# my keys", "\nmouse = true\n\n# my keys", 9),
    ])
  func edits(_ name: String, _ value: String, _ old: String, _ new: String, _ line: Int) throws {
    let edit = try ConfigurationEdit(name, to: value, in: Self.whole, path: "c")
    #expect(edit.text == Self.whole.replacing(old, with: new))
    #expect(edit.line == line)
    let crlf = Self.whole.replacing("\n", with: "\r\n")
    let other = try ConfigurationEdit(name, to: value, in: crlf, path: "c")
    let wished = crlf.replacing(
      old.replacing("\n", with: "\r\n"), with: new.replacing("\n", with: "\r\n"))
    #expect(other.text.unicodeScalars.elementsEqual(wished.unicodeScalars))
  }

  @Test(
    "finds its place in any file",
    arguments: [
      ("", "mouse = true\n", 1), ("# one", "# one\nmouse = true\n", 2),
      ("\u{FEFF}", "\u{FEFF}mouse = true\n", 1), ("mouse=false", "mouse=true", 1),
      ("\"mouse\" = false#x", "\"mouse\" = true#x", 1),
      ("title = true", "title = true\nmouse = true\n", 2),
      ("[keys]\nquit = \"x\"\n", "mouse = true\n\n[keys]\nquit = \"x\"\n", 1),
      ("# a\n\n# b\n[keys]\n", "# a\n\nmouse = true\n\n# b\n[keys]\n", 3),
      ("# a\n[keys]\n", "mouse = true\n\n# a\n[keys]\n", 1),
      ("zoom = 1 # ?\n", "zoom = 1 # ?\nmouse = true\n", 2),
      ("mouse = 7\n", "mouse = true\n", 1),
      ("keys.quit = \"mouse = 1\"\n", "keys.quit = \"mouse = 1\"\nmouse = true\n", 2),
      ("theme = 'mono'\n[themes.mouse]\n", "theme = 'mono'\nmouse = true\n[themes.mouse]\n", 2),
    ])
  func places(_ text: String, _ wished: String, _ line: Int) throws {
    let edit = try ConfigurationEdit("mouse", to: "true", in: text, path: "c")
    #expect(edit.text.unicodeScalars.elementsEqual(wished.unicodeScalars), "\(edit.text)")
    #expect(edit.line == line)
  }

  @Test(
    "is refused where the file would say something else then",
    arguments: [
      ("theme = [\n", "is not TOML"), ("theme = \"a\ntheme", "is not TOML"),
      ("opener = [\n  \"a\", # why\n]\n", "has remarks between its lines"),
    ])
  func refuses(_ text: String, _ sentence: String) {
    let failure = #expect(throws: Failure.self) {
      try ConfigurationEdit("opener", to: "[\"b\"]", in: text, path: "c")
    }
    #expect(failure?.sentence.contains(sentence) == true, "\(failure?.sentence ?? "")")
  }

  @Test("leaves every byte but its value as it was, or is refused, whatever the file is")
  func anything() {
    let pieces = [
      "mouse", "ascii", "theme", " = ", "=", "true", "7", "\"a\"", "'b'", "\"\"\"", "'''", "\"",
      "'",
      "\\", "\n", "\r\n", "# x", "[keys]\n", "[", "]", "{", "}", ".", ",", " ", "\u{FEFF}", "é",
      "\0",
      "mouse = false\n", "opener = [\n\"a\", # b\n]\n", "quit = \"x\"\n", "[macros]\n",
    ]
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      // Knuth's MMIX generator: the same texts in every run.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var edited = 0
    for _ in 0..<4_000 {
      let text = (0..<next(9)).map { _ in pieces[next(pieces.count)] }.joined()
      guard let edit = try? ConfigurationEdit("mouse", to: "true", in: text, path: "c") else {
        continue
      }
      edited += 1
      let (old, new) = (Array(text.utf8), Array(edit.text.utf8))
      let start = zip(old, new).prefix { $0 == $1 }.count
      let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
      let value = TOMLAssignments(text).assignment(of: "mouse")?.value.count ?? 0
      #expect(start + end >= old.count - value, "\(text.debugDescription)")
    }
    #expect(edited > 400)
  }

  @Test("is read back whatever stands in it", arguments: ["a\"b", "a\\b", "é ✓", "a\u{1}\u{7F}b"])
  func texts(_ text: String) throws {
    var configuration = Configuration()
    configuration.opener = ["x", text]
    let option = try #require(ConfigurationOption.all.first { $0.name == "opener" })
    let edit = try ConfigurationEdit(
      "opener", to: option.value(configuration), in: Self.whole, path: "c")
    #expect(Configuration.parse(edit.text, file: "c").configuration.opener == ["x", text])
  }
}

@Suite("A configuration file that is written to")
struct OptionKeeperTests {
  let folder: URL
  var path: String { folder.appending(path: "lectern/config.toml").path() }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "lectern-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func keep(_ name: String, _ value: String?, in path: String? = nil) throws -> String {
    try OptionKeeper(path: path ?? self.path).keeping(name, as: value, over: Configuration())
      .write()
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("is made for its owner alone, and keeps its mode and its links afterwards")
  func writes() throws {
    #expect(
      try keep("theme", "dark") == "theme is \"dark\" from now on; it stands in \(path), line 1.")
    #expect(try mode(path) == 0o600)
    #expect(try mode(folder.appending(path: "lectern").path()) == 0o700)
    #expect(chmod(path, 0o640) == 0)
    #expect(try keep("linear", "true").contains("from the next start on"))
    #expect(
      try String(contentsOfFile: path, encoding: .utf8) == "theme = \"dark\"\nlinear = true\n")
    #expect(try mode(path) == 0o640)
    let link = folder.appending(path: "link.toml").path()
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "lectern/config.toml")
    _ = try keep("editor", "vim -c 'set tw=72'", in: link)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: link) == "lectern/config.toml")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasSuffix("editor = [\"vim\", \"-c\", \"set tw=72\"]\n"))
    // What stands there already is not written again.
    let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    _ = try keep("theme", "dark")
    #expect(
      try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path() + "/lectern").count == 1)
  }

  @Test(
    "is left alone where it cannot be followed",
    arguments: [
      ("theme", "sepia", "\"theme\" wants one of"), ("keys", "x", "“keys” is a table"),
      ("colour", "red", "There is no option “colour”"), ("colour", nil, "no option “colour”"),
      ("ascii", nil, "“ascii” is as the locale says"), ("mouse", "1", "wants true or false"),
    ])
  func refusesValues(_ name: String, _ value: String?, _ sentence: String) {
    let failure = #expect(throws: Failure.self) { try keep(name, value) }
    #expect(failure?.sentence.contains(sentence) == true, "\(failure?.sentence ?? "")")
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("is left alone where the disk or the text refuses it, with the reason")
  func refusesFiles() throws {
    func refused(_ path: String, _ sentence: String) {
      let failure = #expect(throws: Failure.self) { try keep("mouse", "true", in: path) }
      #expect(failure?.sentence.contains(sentence) == true, "\(failure?.sentence ?? "")")
    }
    refused("/proc/nowhere/config.toml", "/proc/nowhere/config.toml could not be written: ")
    refused(folder.path(), "cannot be read")
    let broken = folder.appending(path: "broken.toml")
    for (bytes, sentence) in [(Data([0xE9]), "is not UTF-8"), (Data("a = [".utf8), "is not TOML")] {
      try bytes.write(to: broken)
      refused(broken.path(), sentence)
      #expect(try Data(contentsOf: broken) == bytes)
    }
    let dangling = folder.appending(path: "dangling.toml").path()
    try FileManager.default.createSymbolicLink(atPath: dangling, withDestinationPath: "nowhere")
    refused(dangling, "leads to a file that is not there")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()).count == 2)
  }
}
