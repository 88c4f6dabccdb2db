import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

@Suite("The map")
struct MapTests {
  private let gpt = PaperID(rawValue: 3)

  @Test("opens on the paper one was at and says why it is next")
  func opens() throws {
    let played = try Played("m")
    #expect(played.lines[0].contains("Map · Transformer to agents"))
    #expect(played.cursorRow.contains("GPT-3"))
    #expect(
      played.lines.contains {
        $0.contains(
          "Next, because you have read its prerequisite, Transformer; it opens InstructGPT.")
      })
    #expect(played.lines.contains { $0.contains("After ✓ 1 Transformer: it is the decoder half") })
    #expect(played.lines.contains { $0.contains("Before · 4 InstructGPT, · 5 DPO") })
  }

  @Test("draws the reading order where nothing in the list builds on anything")
  func otherList() throws {
    let played = try Played("J m")
    #expect(played.lines[0].contains("Map · Transformer to agents"))
    #expect(try Played("J m Esc").lines[0].contains("Papers you should know"))
  }

  @Test(
    "is walked along lines and within layers",
    arguments: [
      ("m l", "InstructGPT"), ("m l l", "DPO"), ("m l l h h h", "Transformer"),
      ("m j", "FlashAttention"), ("m k", "BERT"), ("m G", "Mixture of Experts"),
      ("m G g g", "Transformer"), ("m Right Down", "InstructGPT"),
    ])
  func walks(_ script: String, _ name: String) throws {
    #expect(try Played(script).cursorRow.contains(name))
  }

  @Test("says where no line leads on")
  func ends() throws {
    #expect(try Played("m g g h").footer.contains("“Transformer” builds on nothing in this list."))
    #expect(try Played("m l l l").footer.contains("Nothing in this list builds on “DPO”."))
  }

  @Test("says what a paper waits for and shows the way there")
  func waiting() throws {
    let lines = try Played("m l l").lines
    #expect(lines.contains { $0.contains("Waits for InstructGPT and GPT-3.") })
    #expect(lines.contains { $0.contains("The way there: 3 GPT-3, 4 InstructGPT, 5 DPO") })
  }

  @Test(
    "marks its paper as anywhere and goes on",
    arguments: [("r", Status.read), ("i", .reading), ("s", .skipped), ("a", .queued)])
  func marks(_ key: String, _ status: Status) throws {
    let library = FakeLibrary()
    let played = try Played("m \(key)", library: library)
    #expect(library.shelf.papers[gpt]?.progress.status == status)
    #expect(played.lines[0].contains("Map"))
    #expect(played.cursorRow.contains("GPT-3"))
    #expect(played.footer.contains("u undo"))
    _ = try Played("m u", library: library)
    #expect(library.shelf.papers[gpt]?.progress.status == .unread)
  }

  @Test("shows at once what a mark has opened")
  func opensMore() throws {
    let played = try Played("m r l")
    #expect(
      played.lines.contains { $0.contains("Next, because you have read its prerequisite, GPT-3") })
  }

  @Test("leads to the paper with Enter and back with Esc")
  func leaves() throws {
    let entered = try Played("m l Enter", rows: 24, columns: 60)
    #expect(entered.lines.contains { $0.contains("Training language models to follow") })
    #expect(!entered.lines[0].contains("Map"))
    #expect(try Played("m l l Esc").cursorRow.contains("GPT-3"))
    #expect(try Played("m l l q").cursorRow.contains("GPT-3"))
  }

  @Test("takes a prerequisite by search and reason, and takes it away again")
  func prerequisites() throws {
    let library = FakeLibrary()
    var played = try Played("m b type:bert Enter type:it\\ came\\ before Enter", library: library)
    let bert = PaperID(rawValue: 2)
    #expect(
      library.changes == [.addPrerequisite(gpt, required: bert, why: "it came before")])
    #expect(played.footer.contains("“GPT-3” now comes after “BERT” · u undo"))
    #expect(played.lines.contains { $0.contains("After – 2 BERT: it came before") })
    played = try Played("m B 2", library: library)
    #expect(library.changes.last == .removePrerequisite(gpt, required: bert))
    played = try Played("m B", library: library)
    #expect(
      library.changes.last == .removePrerequisite(gpt, required: PaperID(rawValue: 1)))
    played = try Played("m B", library: library)
    #expect(played.footer.contains("does not wait for anything"))
  }

  @Test("says what the library refuses, such as a circle")
  func refused() throws {
    let library = FakeLibrary()
    library.refusal = "GPT-3 after InstructGPT would close a circle: GPT-3, InstructGPT, GPT-3"
    let played = try Played("m b type:instruct Enter Enter", library: library)
    #expect(played.footer.contains("would close a circle"))
    #expect(played.lines[0].contains("Map"))
  }

  @Test("asks for another paper until one is found, and Esc asks for none")
  func unfinished() throws {
    let library = FakeLibrary()
    #expect(try Played("m b type:zzz Enter", library: library).footer.contains("builds on: zzz"))
    #expect(try Played("m b type:bert Esc", library: library).lines[0].contains("Map"))
    #expect(library.changes.isEmpty)
  }

  @Test("keeps its paper when another program changes the library")
  func changedElsewhere() throws {
    let library = FakeLibrary()
    library.wasChangedElsewhere = true
    let played = try Played("m l wake j wake", library: library)
    #expect(played.cursorRow.contains("InstructGPT"))
  }

  @Test(
    "agrees with what is next up", arguments: ["GPT-3", "FlashAttention", "Mixture of Experts"])
  func agrees(_ name: String) throws {
    let rows = ["L", "L j", "L j j"]
    let script = try #require(rows.first { try Played($0).cursorRow.contains(name) })
    let played = try Played(script + " m")
    #expect(played.cursorRow.contains(name))
    #expect(played.lines.contains { $0.contains("Next, because") })
  }

  @Test("says that a list is too long to draw, where there is no order")
  func tooLong() throws {
    let played = try Played("L J J J J m", library: FakeLibrary(.large(3_000)))
    #expect(played.footer.contains("has 3000 papers; a map is drawn of 1000 at most."))
    #expect(
      try Played("L m", library: FakeLibrary(.large(30))).footer.contains(
        "There is no reading order to draw a map of."))
  }

  @Test(
    "keeps its cursor in view at any size",
    arguments: ["m resize:40x10 l l", "m G resize:60x12", "m l l resize:200x60", "m resize:20x4 j"])
  func sizes(_ script: String) throws {
    #expect(!(try Played(script).cursorRow.isEmpty))
  }
}
