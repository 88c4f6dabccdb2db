import ReadingModel
import TestSupport
import Testing

@Suite("The difference of two texts")
struct NoteDifferenceTests {
  /// A difference as people read it; words that differ stand in brackets.
  private func shown(_ old: String, _ new: String) -> [String] {
    NoteDifference(from: old, to: new).lines.map { line in
      let sign =
        switch line.kind {
        case .same: " "
        case .removed: "-"
        case .added: "+"
        }
      return sign + line.runs.map { $0.isChanged ? "[\($0.text)]" : $0.text }.joined()
    }
  }

  @Test(
    "names the lines that went and came, and the words that differ",
    arguments: [
      ("a\nb\nc", "a\nc", [" a", "-b", " c"]), ("a", "a", [" a"]), ("", "a", ["+a"]),
      ("a", "", ["-a"]), ("", "", []), ("a\n", "a", [" a", "-"]),
      ("the win is here", "the gain is here", ["-the [win] is here", "+the [gain] is here"]),
      (
        "one\ntwo words", "one\nthree words\nfour",
        [" one", "-[two] words", "+[three] words", "+four"]
      ),
      ("all new", "quite other", ["-all new", "+quite other"]),
      ("日本語 の 文", "日本語 の 本", ["-日本語 の [文]", "+日本語 の [本]"]),
    ] as [(String, String, [String])])
  func lines(_ old: String, _ new: String, _ lines: [String]) {
    #expect(shown(old, new) == lines)
  }

  @Test("has both texts in it, whatever they are", arguments: 0..<100)
  func complete(_ seed: Int) {
    var state = UInt64(seed + 1)
    func text() -> String {
      (0..<Int(state % 12)).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return ["a", "b b", "c", "", "a b"][Int(state >> 33) % 5]
      }.joined(separator: "\n")
    }
    let (old, new) = (text(), text())
    let lines = NoteDifference(from: old, to: new).lines
    #expect(lines.filter { $0.kind != .added }.map(\.text).joined(separator: "\n") == old)
    #expect(lines.filter { $0.kind != .removed }.map(\.text).joined(separator: "\n") == new)
  }

  @Test("takes bounded time for long texts that have nothing in common")
  func long() {
    let old = (0..<50_000).map { "old \($0)" }.joined(separator: "\n")
    let new = (0..<50_000).map { "new \($0)" }.joined(separator: "\n")
    let effort = Effort.of {
      #expect(NoteDifference(from: old, to: new).counts == (50_000, 50_000))
    }
    #expect(effort < 4_000, "300 is usual.")
  }
}

@Suite("Two texts in one")
struct NoteMergeTests {
  @Test(
    "takes what either changed, and marks where both did",
    arguments: [
      ("a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC", 0), ("a", "a", "b", "b", 0),
      ("a", "b", "a", "b", 0), ("a", "b", "b", "b", 0),
      ("a\n\nc", "a\nx\n\nc", "a\n\nc\ny", "a\nx\n\nc\ny", 0),
      ("a", "b", "c", "<<<<<<< mine\nb\n=======\nc\n>>>>>>> version 2", 1),
      ("a\nz", "b\nz", "c\nz", "<<<<<<< mine\nb\n=======\nc\n>>>>>>> version 2\nz", 1),
      (nil, "same\nb", "same\nc", "same\n<<<<<<< mine\nb\n=======\nc\n>>>>>>> version 2", 1),
      (nil, "same", "same", "same", 0), ("", "a", "", "a", 0),
    ] as [(String?, String, String, String, Int)])
  func merges(_ base: String?, _ mine: String, _ theirs: String, _ text: String, _ conflicts: Int) {
    let merge = NoteMerge(base: base, mine: mine, theirs: theirs, theirName: "version 2")
    #expect(merge.text == text && merge.conflicts == conflicts)
  }

  @Test("loses no line of either text", arguments: 0..<100)
  func complete(_ seed: Int) {
    var state = UInt64(seed + 1)
    func text(_ name: String) -> String {
      (0..<8).map { line in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) % 3 == 0 ? "\(name) \(line)" : "base \(line)"
      }.joined(separator: "\n")
    }
    let base = (0..<8).map { "base \($0)" }.joined(separator: "\n")
    let (mine, theirs) = (text("mine"), text("theirs"))
    let merged = NoteMerge(base: base, mine: mine, theirs: theirs, theirName: "theirs").text
      .split(separator: "\n")
    for text in [mine, theirs] {
      for line in text.split(separator: "\n") where !line.hasPrefix("base") {
        #expect(merged.contains(line))
      }
    }
  }
}

@Suite("Templates of notes")
struct NoteTemplateTests {
  @Test(
    "are filled with what is known of the paper",
    arguments: [
      ("{title} ({year}), {authors}", "A title (2020), Ada B, C. D"),
      ("{key} {date}", "arxiv:1 2026-03-01"), ("{nothing} { {title", "{nothing} { {title"),
      ("{{title}}", "{A title}"), ("", ""),
    ])
  func filled(_ text: String, _ result: String) {
    let paper = Paper(title: "A title", authors: ["Ada B", "C. D"], year: 2020)
    #expect(
      NoteTemplate(name: "x", text: text).filled(for: paper, key: "arxiv:1", date: "2026-03-01")
        == result)
  }
}
