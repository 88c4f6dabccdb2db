import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

@Suite("Facts put right in the browser")
struct FactPromptTests {
  private let flash = PaperID(rawValue: 9)

  /// A shelf on which the paper without an address has a working title.
  private func untitled() -> FakeLibrary {
    var shelf = FakeLibrary.Shelf.filled
    shelf.papers[PaperID(rawValue: 14)]?.paper.hasWorkingTitle = true
    return FakeLibrary(shelf)
  }

  @Test("gives a paper a title in the place of its working title, and it needs none any more")
  func title() throws {
    let library = untitled()
    let script = "/ type:Report Enter c t"
    let asked = try Played(script, library: library)
    #expect(asked.footer.hasPrefix(" Title: A Report without Address"))
    let played = try Played(script + " ^U type:The\\ Report Enter", library: library)
    #expect(library.changes == [.edit(PaperID(rawValue: 14), [.title("The Report")])])
    #expect(library.shelf.ids(of: .needsTitle).isEmpty)
    #expect(played.footer.contains("Changed “A Report without Address” · u undo"))
  }

  @Test(
    "asks for each fact with what it is now",
    arguments: [
      ("c n", "Short name of FlashAttention: FlashAttention"), ("c y", "Year of Fl"),
      ("c v", "Venue of FlashAttention: NeurIPS 2022"),
      ("c a", "Authors of FlashAttention: Tri Dao; Daniel Y. Fu;"),
      ("c b", "Abstract of FlashAttention: Attention that reads and writes less memory."),
    ])
  func asks(_ script: String, _ prompt: String) throws {
    #expect(try Played("/ type:FlashAttention Enter \(script)").footer.contains(prompt))
  }

  @Test(
    "takes what was typed, and nothing for what is to go",
    arguments: [
      ("c y ^U type:2023 Enter", FactEdit.year(2023)), ("c y ^U Enter", .year(nil)),
      ("c v ^U Enter", .venue(nil)), ("c n ^U type:FA Enter", .shortName("FA")),
      ("c a ^U type:Tri\\ Dao;;\\ Ñ Enter", .authors(["Tri Dao", "Ñ"])),
      ("c b ^U paste:One\nTwo Enter", .abstract("One Two")), ("c b ^U Enter", .abstract(nil)),
    ])
  func takes(_ script: String, _ edit: FactEdit) throws {
    let library = FakeLibrary()
    _ = try Played("/ type:FlashAttention Enter \(script)", library: library)
    #expect(library.changes == [.edit(flash, [edit])])
  }

  @Test(
    "changes nothing on Escape, an empty title or a year that is none, and says why",
    arguments: [
      ("c t ^U Enter", ""), ("c t type:x Esc", ""),
      ("c y ^U type:22 Enter", "“22” is no year; it has four digits."),
      ("Space j c t", "That is for one paper at a time"), ("h c t", "Choose a paper first"),
    ])
  func refuses(_ script: String, _ sentence: String) throws {
    let library = FakeLibrary()
    let played = try Played(script, library: library)
    #expect(library.changes.isEmpty)
    #expect(sentence.isEmpty || played.footer.contains(sentence))
  }

  @Test(
    "keeps the paragraphs of an abstract that nobody changed, and says where a long one is changed")
  func abstracts() throws {
    let library = FakeLibrary()
    let script = "/ type:FlashAttention Enter c b"
    library.shelf.papers[flash]?.paper.abstract = "One.\n\nTwo."
    #expect(try Played("\(script) Enter", library: library).footer.contains("Nothing was changed."))
    #expect(library.changes.isEmpty)
    library.shelf.papers[flash]?.paper.abstract = String(repeating: "long ", count: 1_000)
    #expect(
      try Played(script, library: library).footer.contains("lectern edit --abstract changes it."))
  }

  @Test("adds papers behind the colon and from the prompt")
  func adds() throws {
    let library = FakeLibrary()
    let played = try Played(
      ": type:add\\ 2501.00001\\ 10.1/x Enter", library: library)
    #expect(played.footer.contains("Added 2501.00001, 10.1/x · u undo"))
    _ = try Played("c p type:2501.00002 Enter c p Enter : type:add Enter", library: library)
    #expect(
      library.changes == [
        .add(["2501.00001", "10.1/x"], title: nil), .add(["2501.00002"], title: nil),
      ])
  }
}
