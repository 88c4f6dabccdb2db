import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

@Suite("Searching")
struct SearchTests {
  @Test("shows what matches with every key")
  func asYouType() throws {
    let played = try Played("/ type:flash")
    #expect(played.lines[0].contains("Search: flash"))
    #expect(played.cursorRow.contains("FlashAttention"))
    #expect(played.footer.hasSuffix("1 paper"))
    #expect(try Played("/ type:etude").footer.hasSuffix("2 papers"))
  }

  @Test(
    "goes back to where one was",
    arguments: [
      "j / type:flash Esc", "j / type:flash Enter q", "j / type:flash Enter Esc",
      "j / type:flash Backspace*5", "j / Esc", "j / type:a Enter / type:flash Enter q",
      "j / type:a Enter / type:flash Esc q", "j / Enter",
    ])
  func returns(_ script: String) throws {
    let played = try Played(script)
    #expect(played.lines[0].contains("Transformer to agents"))
    #expect(played.cursorRow.contains("InstructGPT"))
  }

  @Test("keeps the results as the list, in which everything works")
  func keeps() throws {
    let library = FakeLibrary()
    let played = try Played("/ type:status:reading Enter r", library: library)
    #expect(library.shelf.papers[PaperID(rawValue: 9)]?.progress.status == .read)
    #expect(played.lines.joined().contains("No paper matches."))
  }

  @Test(
    "goes to the next and the previous match, from anywhere",
    arguments: [
      ("/ type:atten Enter n", "FlashAttention"), ("/ type:atten Enter n N", "Transformer"),
      ("/ type:atten Enter q n", "FlashAttention"), ("/ type:atten Enter n q N", "Transformer"),
      ("/ type:atten Enter q n n", "FlashAttention"),
    ])
  func matches(_ script: String, _ title: String) throws {
    #expect(try Played(script).cursorRow.contains(title))
  }

  @Test("counts no more than a thousand papers while one types, and all of them then")
  func counting() throws {
    let library = FakeLibrary(.large(1_200))
    let typed = try Played("/ type:paper", library: library)
    #expect(typed.footer.hasSuffix("1000+ papers"))
    #expect(typed.lines[0].hasSuffix("1000+ papers"))
    #expect(typed.lines.contains { $0.contains("of 1000+") })
    let kept = try Played("/ type:paper Enter", library: library)
    #expect(kept.lines[0].hasSuffix("1200 papers"))
    let few = try Played("/ type:paper", library: FakeLibrary(.large(1_000)))
    #expect(few.footer.hasSuffix("1000 papers"))
  }

  @Test("counts the place one came from as before")
  func countingOrigin() throws {
    for script in ["/", "/ type:9 Backspace", "/ type:9 Backspace Esc"] {
      let played = try Played("/ type:paper Enter \(script)", library: FakeLibrary(.large(1_200)))
      #expect(played.lines[0].hasSuffix("1200 papers"), "\(script)")
      #expect(played.lines.contains { $0.contains("of 1200") }, "\(script)")
    }
  }

  @Test("says where a query is wrong and keeps it to be mended")
  func wrong() throws {
    let played = try Played("/ type:( Enter")
    #expect(played.lines[38] == " /(")
    #expect(played.footer == "  ^ “(” needs something to search for after it")
  }

  @Test("remembers what was searched for")
  func history() throws {
    #expect(try Played("/ type:flash Enter q / Up").lines[0].contains("Search: flash"))
  }

  @Test("marks the words in titles and shows where else they stand")
  func highlights() throws {
    let screen = try Played("/ type:tiling").screen
    let text = screen.text()
    #expect(text.contains("FOUND IN NOTE"))
    let results = try Played("/ type:atten", rows: 24, columns: 80).screen
    var marked = ""
    for row in 2..<6 {
      for column in 0..<80 {
        if case .cluster(let character, let style) = results[row, column],
          style.attributes.contains(.underline)
        {
          marked.append(character)
        }
      }
    }
    #expect(marked == "AttenAtten")
  }

  @Test("handles a query and what follows it in one piece")
  func burst() throws {
    let played = try Played("/ type:atten Enter j i", inOneBatch: true)
    #expect(played.cursorRow.contains("FlashAttention"))
    #expect(played.footer.contains("It is so already."))
  }
}
