import Testing

@testable import LecternCommands

@Suite("A command written as one string")
struct ConfigurationShellWordsTests {
  @Test(
    "is split by the shell's rules of quoting",
    arguments: [
      ("", []),
      ("  \t ", []),
      ("vim", ["vim"]),
      ("  code   --wait  ", ["code", "--wait"]),
      ("vim -c 'set tw=72'", ["vim", "-c", "set tw=72"]),
      ("a\"b c\"d", ["ab cd"]),
      ("'' \"\"", ["", ""]),
      (#"a\ b c\\d"#, ["a b", #"c\d"#]),
      (#""a\"b\\c\$d\ne""#, [#"a"b\c$d\ne"#]),
      (#"'a\b'"#, [#"a\b"#]),
      ("a\\\nb", ["ab"]),
      ("\"it's\" 'say \"x\"'", ["it's", "say \"x\""]),
      ("$HOME `id` ~ *.c; rm a | b", ["$HOME", "`id`", "~", "*.c;", "rm", "a", "|", "b"]),
      ("/opt/café/エディタ -x", ["/opt/café/エディタ", "-x"]),
    ])
  func splits(text: String, words: [String]) {
    #expect(shellWords(text) == words)
  }

  @Test(
    "with a quote left open or nothing after a backslash is no command",
    arguments: [
      "vim 'a", "vim \"a", "vim \"a\\", "vim \\",
    ])
  func refuses(text: String) {
    #expect(shellWords(text) == nil)
  }
}
