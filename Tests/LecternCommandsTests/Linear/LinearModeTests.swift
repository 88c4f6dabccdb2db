import Foundation
import TestSupport
import Testing

/// The linear mode through the real program: lines in by a pipe, lines out by a pipe.
@Suite("The linear mode")
struct LinearModeTests {
  @Test("The daily round, from what is next to a mark, a note, and both taken back")
  func dailyRound() throws {
    let program = try BuiltProgram()
    let said = try say(
      program, "next", "1", "read 1", "note", "The idea is", "..attention.", ".", "rate 5",
      "pass 2",
      "tag +core", "undo", "redo", "history", "quit")
    #expect(said[0].hasPrefix("Lectern, 5 lists, "))
    #expect(said[1].hasPrefix("Next is Attention Is All You Need, because it comes first"))
    let all = said.joined(separator: "\n")
    for sentence in [
      "1: Transformer: Attention Is All You Need, Ashish Vaswani et al., 2017, unread, because",
      "State: unread.", "Number 1 in ",
      "Marked “Attention Is All You Need” as read. `undo` takes it back.",
      "A new note on “Attention Is All You Need”.",
      "Saved a note on “Attention Is All You Need”. `undo` takes it back.",
      "Rated “Attention Is All You Need” 5 of 5. `undo` takes it back.",
      "Set “Attention Is All You Need” to pass 2. `undo` takes it back.",
      "Tagged “Attention Is All You Need” #core. `undo` takes it back.",
      "Undone: Tagged “Attention Is All You Need” #core. `redo` does it again.",
      "Redone: Tagged “Attention Is All You Need” #core. `undo` takes it back.",
      "Step 1, ",
    ] {
      #expect(all.contains(sentence), "\(sentence)\nis not in\n\(all)")
    }
    #expect(try program.run("note", "1706.03762").output == "The idea is\n.attention.\n")
    let shown = try program.run("show", "1706.03762", "--json").output
    #expect(shown.contains("\"status\":\"read\"") && shown.contains("\"rating\":5"))
    #expect(shown.contains("\"pass\":2") && shown.contains("\"core\""))
  }

  @Test("Lists are walked a page at a time, with sections, numbers and states in words")
  func walking() throws {
    let program = try BuiltProgram()
    let said = try say(
      program, "lists", "list reading-order", "more", "more", "last", "down", "up", "first", "down",
      "back")
    let all = said.joined(separator: "\n")
    for sentence in [
      "1: Next up, ", "reading order, 31 papers, named reading-order.",
      "Transformer to agents: 31 papers, 31 unread.", "Section: ",
      "20 of 31; `more` goes on.", "There is no more.", "31 of 31: ", "This is the last paper.",
      "30 of 31: ", "1 of 31: ", "2 of 31: ", "There is nothing to go back to.",
      ", waiting for ",
    ] {
      #expect(all.contains(sentence), "\(sentence)\nis not in\n\(all)")
    }
  }

  @Test("Unread papers are gone to from one to the next, through all lists")
  func unread() throws {
    let program = try BuiltProgram()
    let said = try say(
      program, "next-unread", "list reading-order", "next-unread", "next-unread", "previous-unread",
      "last", "next-unread", "previous-unread", "select-all", "read", "yes", "next-unread",
      "list queue", "next-unread", "list reading-order", "1", "previous-unread")
    let all = said.joined(separator: "\n")
    for sentence in [
      "Transformer to agents.\n1 of 31: Transformer", "2 of 31: The Illustrated Transformer",
      "31 of 31: ",
      "Papers you should know.\n1 of 10: ", "Marked 31 papers as read.",
    ] where !all.contains(sentence) {
      Issue.record("\(sentence)\nis not in\n\(all)")
    }
  }

  @Test("An option is kept in the configuration with set!")
  func keepsOption() throws {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent("mine.toml").path
    try Data("theme = \"dark\" # at night\n".utf8).write(to: URL(filePath: file))
    let said = try program.run(
      "--linear", "--config", file, input: "set! mouse=true\nset mouse\nset! theme=x\nquit\n"
    ).output
    #expect(said.contains("mouse is true from now on; it stands in \(file), line 2."))
    #expect(said.contains("mouse is true, from the configuration file"))
    #expect(
      try String(contentsOfFile: file, encoding: .utf8)
        == "theme = \"dark\" # at night\nmouse = true\n")
  }

  @Test("Many are changed after a yes, as one step, and left alone after a no")
  func many() throws {
    let program = try BuiltProgram()
    let said = try say(
      program, "list reading-order", "skip 2 4-6", "no", "skip 2 4-6", "perhaps", "y", "select 1 2",
      "select 3", "queue", "yes", "undo")
    let all = said.joined(separator: "\n")
    for sentence in [
      "Mark 4 papers as skipped? Answer yes or no.", "Nothing was changed.",
      "Please answer yes or no. Mark 4 papers as skipped?",
      "Marked 4 papers as skipped. `undo` takes it back.",
      "3 papers selected", "Mark 3 papers as queued?", "Undone: Marked 3 papers as queued",
    ] {
      #expect(all.contains(sentence), "\(sentence)\nis not in\n\(all)")
    }
    let list = try program.run("list", "reading-order").output
    #expect(list.components(separatedBy: "\tskipped\t").count == 5)
    #expect(!list.contains("\tqueued\t"))
  }

  @Test("Numbers keep the papers with which they were said, though the list shrinks")
  func numbersStay() throws {
    let program = try BuiltProgram()
    let said = try say(
      program, "list reading-order", "filter status:unread year:2017..2018", "read 1", "read 2")
    let marked = said.filter { $0.hasPrefix("Marked") }
    #expect(marked.count == 2 && marked[0].contains("Attention Is All You Need"))
    #expect(marked[1].contains("The Illustrated Transformer"), "\(marked)")
  }

  @Test("A number of a list of lists marks no paper")
  func numbersOfLists() throws {
    let said = try say(try BuiltProgram(), "list reading-order", "lists", "read 3")
    #expect(said.last?.hasPrefix("The numbers said last are not of papers") == true, "\(said)")
  }

  @Test("A week is triaged, with later, undo, a note on the way, leaving and taking it up again")
  func triage() throws {
    let program = try BuiltProgram()
    let said = try say(
      program, "this-week", "triage", "skip", "later", "queue", "undo", "note", "Worth it.", ".",
      "back", "triage", "back", "previous-week", "next-week")
    let all = said.joined(separator: "\n")
    for sentence in [
      "No list was issued this week; this is the newest.", "Deciding about ", "papers left. ",
      "as skipped. `undo` takes it back.", "It comes again later.", "as queued. `undo`",
      "Undone: Marked ", "Saved a note on ", "Triage of ", "`triage` takes it up again.",
    ] {
      #expect(all.contains(sentence), "\(sentence)\nis not in\n\(all)")
    }
  }

  @Test("Catching up says the papers, asks, and is one step")
  func catchUp() throws {
    let program = try BuiltProgram()
    let said = try say(program, "catch-up 2026-01-01", "more", "yes", "undo", "catch-up soon")
    let all = said.joined(separator: "\n")
    #expect(all.contains("Skip them? Answer yes or no."))
    #expect(all.contains("as skipped. `undo` takes it back."))
    #expect(all.contains("Undone: Marked "))
    #expect(said.last == "“soon” is no day; write it as in 2025-11-01.")
  }

  @Test("Searching, filtering, ordering, and keeping a search")
  func finding() throws {
    let program = try BuiltProgram()
    let said = try say(
      program, "search attention", "next-match", "save-search Attention", "lists attention", "1",
      "rename-search Heads", "delete-search", "undo", "list all papers", "filter has:code",
      "order year", "filter", "search (", "find year:2017")
    let all = said.joined(separator: "\n")
    for sentence in [
      "Search for attention: ", "1 of ", "`undo` takes it back.", "1: Attention, ",
      "All papers, only has:code: ", "The filter is gone.", "All papers: ",
      "Search for year:2017: ",
    ] {
      #expect(all.contains(sentence), "\(sentence)\nis not in\n\(all)")
    }
    #expect(said.contains("At 1: “(” needs something to search for after it."))
    #expect(try program.run("searches").output.contains("Heads"))
  }

  @Test("The map says the chain to a paper and what it opens")
  func map() throws {
    let said = try say(try BuiltProgram(), "map", "path ReAct", "map 1706.03762", "statistics")
    let all = said.joined(separator: "\n")
    for sentence in [
      "What builds on what in Transformer to agents:", "1: Transformer, unread. Opens ",
      "papers to read before ReAct:", "It builds on ", "It opens ", "Nothing was read yet.",
      "In the library: ", "Transformer to agents: 31 of 31 papers left, 0 done in 28 days.",
    ] {
      #expect(all.contains(sentence), "\(sentence)\nis not in\n\(all)")
    }
  }

  @Test("An import says its plan, changes nothing before a yes, and is one step")
  func importing() throws {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent("new list.md")
    try """
    # Weekly 2025-03-03

    - [A New Thing](https://arxiv.org/abs/2503.00001)
    - [Attention Is All You Need](https://arxiv.org/abs/1706.03762)
    """.write(to: file, atomically: true, encoding: .utf8)
    let command = "import '\(file.path)'"
    let refused = try say(program, command, "no").joined(separator: "\n")
    #expect(refused.contains("New: A New Thing.") && refused.contains("? Answer yes or no."))
    #expect(refused.contains("New: Attention Is All You Need, in the library already."))
    #expect(try program.run("search", "new thing").output.isEmpty)
    let done = try say(program, command, "yes", "undo", "import nowhere.md").joined(separator: "\n")
    #expect(done.contains("Imported ") && done.contains("Undone: Imported "))
    #expect(
      done.contains("Nowhere.md: there is no such file.") || done.contains("nowhere.md: there"))
  }

  @Test("An export goes to a file, asks before it replaces one, and leaves others alone")
  func exporting() throws {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent("list.bib").path
    let other = program.home.appendingPathComponent("other.bib").path
    try "mine".write(toFile: other, atomically: true, encoding: .utf8)
    let said = try say(
      program, "list reading-order", "export bibtex \(file)", "export bibtex \(file)",
      "filter year:2017", "export bibtex \(file)", "yes", "export bibtex \(other)", "export papers",
      "export bibtex")
    let all = said.joined(separator: "\n")
    for sentence in [
      "Wrote \(file).", "\(file) is up to date.",
      "Replace \(file), which Lectern wrote? Answer yes",
      "\(other) was not written by Lectern, so it was left alone; name another file.",
      "Write `export FORMAT FILE`", "@",
    ] {
      #expect(all.contains(sentence), "\(sentence)\nis not in\n\(all)")
    }
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "mine")
    let written = try String(contentsOfFile: file, encoding: .utf8)
    #expect(written.components(separatedBy: "\n@").count == 3)
  }

  @Test("A note whose input ends is a draft, which the next session offers and saves")
  func draft() throws {
    let program = try BuiltProgram()
    let ended = try say(program, "show 1706.03762", "note", "half a thought")
    #expect(ended.last == "The note on “Attention Is All You Need” is kept as a draft.")
    #expect(try program.run("note", "1706.03762").output.isEmpty)
    let next = try say(program, "draft", "and the rest", ".1 a thought", ".read", ".", "draft")
    #expect(next[1].hasPrefix("A note on “Attention Is All You Need” from "))
    #expect(next.contains("1: half a thought") && next.contains("1: a thought"))
    #expect(next.last == "There is no draft.")
    #expect(try program.run("note", "1706.03762").output == "a thought\nand the rest\n")
  }

  @Test("An empty note is refused and stays open, and cancelling leaves what was there")
  func emptyNote() throws {
    let program = try BuiltProgram()
    let said = try say(program, "show BERT", "note", ".", ".oops", ".7 x", ".cancel", "notes")
    #expect(said.contains("The note is empty, so nothing was saved."))
    #expect(said.contains("“.oops” has no meaning; two dots begin a line that has one."))
    #expect(said.contains("There is no line 7; two dots begin a line that has one."))
    #expect(said.suffix(2).first == "The note stays as it was.")
    #expect(said.last?.hasPrefix("There is no note on “BERT") == true)
  }

  @Test("Facts are put right, papers put in, and both taken back")
  func facts() throws {
    let program = try BuiltProgram()
    let said = try say(
      program, "show BERT", "change-venue NAACL", "change-year soon", "change-year 2019",
      "change-short-name none", "change-abstract An encoder.", "change-authors A; B", "undo",
      "add 2503.00009", "undo")
    let all = said.joined(separator: "\n")
    #expect(all.contains("“soon” is no year; write it as in 2025, or none."))
    #expect(said.filter { $0.hasSuffix("`undo` takes it back.") }.count == 6)
    let shown = try program.run("show", "arxiv:1810.04805", "--json").output
    #expect(shown.contains("\"abstract\":\"An encoder.\""))
    #expect(shown.contains("\"year\":2019") && shown.contains("Jacob Devlin"))
  }

  @Test("Looking writes nothing")
  func looking() throws {
    let program = try BuiltProgram()
    #expect(try program.run("lists").code == 0)
    let before = try Data(contentsOf: URL(fileURLWithPath: program.library))
    _ = try say(
      program, "lists", "7", "more", "1", "links", "down", "last", "map", "statistics", "history",
      "search bert", "help all", "tags", "notes", "export json")
    #expect(try Data(contentsOf: URL(fileURLWithPath: program.library)) == before)
  }

  @Test("What cannot be done is said in a sentence, and the session goes on")
  func mistakes() throws {
    let said = try say(
      try BuiltProgram(), "xyzzy", "read", "read 4", "mark gone 1", "list nothing-like-it",
      "rate 9",
      "down", "undo", "next-pane", "yes", "9", "show qwertyuiop", "undo step 99", "\u{1B}[31mred")
    for (line, sentence) in zip(
      said.dropFirst(2),
      [
        "There is no command “xyzzy”", "No paper was said yet", "No list is open",
        "“gone” does not fit", "No list answers to “nothing-like-it”",
      ])
    {
      #expect(line.hasPrefix(sentence), "\(line)")
    }
    #expect(said.contains("There is nothing to undo."))
    #expect(said.contains("There is no question to answer."))
    #expect(said.contains { $0.hasPrefix("There are no panes in lines") })
  }

  @Test("No line has a control character, whatever was typed, and none is wasted on colour")
  func plain() throws {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent("evil.md")
    try "# E\u{1B}[31mvil\u{7}\n\n- [T\u{1B}]0;x\u{7}itle](https://arxiv.org/abs/2503.00002)\n"
      .write(to: file, atomically: true, encoding: .utf8)
    let result = try program.run(
      "--linear",
      input:
        "import \(file.path)\nyes\nsearch \u{1B}[2Jx\n\u{7}bell\nnote 2503.00002\n\u{1B}[Aup\n.\n"
        + "notes\nexport markdown\n",
      environment: ["TERM": "dumb"])
    #expect(result.code == 0)
    let controls = result.output.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
    }
    #expect(controls.isEmpty, "\(controls)")
  }

  @Test("The configuration can ask for lines")
  func configured() throws {
    let program = try BuiltProgram()
    let file = program.home.appendingPathComponent("config.toml")
    try "linear = true\n".write(to: file, atomically: true, encoding: .utf8)
    let result = try program.run("--config", file.path, input: "next 1\n")
    #expect(result.code == 0 && result.output.contains("\n1: Transformer: "))
  }

  @Test("Every action can be said to a library without a mistake of the program's own")
  func everyCommand() throws {
    let program = try BuiltProgram()
    let names = try program.run("keys", "--format", "json").output
      .components(separatedBy: "\"action\":\"").dropFirst()
      .compactMap { $0.split(separator: "\"").first.map(String.init) }
      .filter { !["quit", "leave", "open"].contains($0) }
    #expect(names.count > 50)
    let lines =
      ["list reading-order", "show 2"] + names.flatMap { [$0, "cancel", ".cancel", "2"] }
    let result = try program.run(
      "--linear", input: lines.joined(separator: "\n") + "\nstatistics\n",
      environment: ["VISUAL": "true"])
    #expect(result.code == 0 && result.complaint.isEmpty)
    #expect(result.output.contains("In the library: "), "the session ended early")
    for name in names {
      #expect(!result.output.contains("There is no command “\(name)”"))
    }
  }

  /// Says lines to a new session and returns what it said.
  private func say(_ program: BuiltProgram, _ lines: String...) throws -> [String] {
    let result = try program.run(
      "--linear", input: lines.map { $0 + "\n" }.joined(), environment: ["TERM": "dumb"])
    #expect(result.code == 0 && result.complaint.isEmpty, "\(result.complaint)")
    return result.output.split(separator: "\n").map(String.init)
  }
}
