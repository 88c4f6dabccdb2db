import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

@Suite("Reading a paper")
struct ReaderTests {
  private func played(_ script: String, rows: Int = 40, columns: Int = 120) throws -> Played {
    try Played(script, rows: rows, columns: columns, library: FakeLibrary(.reading))
  }

  @Test(
    "has the screen alone in a column in the middle, and gives it back", arguments: ["z", "Enter"])
  func zoom(_ key: String) throws {
    let zoomed = try played("l \(key)").lines
    #expect(!zoomed.joined().contains("│ Lang"))
    #expect(zoomed[2].hasPrefix(String(repeating: " ", count: 23) + "▌Language Models are Few"))
    #expect(try played("l \(key) Esc").lines == played("l").lines)
    #expect(try played("l \(key) z").lines == played("l").lines)
    #expect(try played("l \(key) q").lines == played("l").lines)
  }

  @Test("leaves any pane alone on the screen, and the others where keys lead to them")
  func zoomOthers() throws {
    let papers = try played("z").lines
    #expect(papers[4].contains("Transformer") && !papers.joined().contains("│"))
    #expect(try played("z l").lines == played("l z").lines)
    #expect(try played("z h").lines.joined().contains("Reading now"))
  }

  @Test("says so where the pane is alone already", arguments: ["z", "l z", "l Enter"])
  func alone(_ script: String) throws {
    #expect(
      try played(script, rows: 12, columns: 60).footer
        .contains("The pane has the screen alone already."))
    #expect(
      try played("l z Enter").footer.contains("The pane has the screen alone already."))
  }

  @Test("scrolls by lines, half pages and pages, and says where it is")
  func scrolls() throws {
    func position(_ script: String) throws -> String {
      let rule = try played("l z " + script, rows: 20).lines[18]
      return String(rule.drop { $0 == "─" }.prefix { $0 != "─" })
    }
    let all = try position("")
    let count = Int(all.split(separator: " ").last ?? "") ?? 0
    #expect(count > 60 && all == " 1 – 16 of \(count) ")
    #expect(try position("j j") == " 3 – 18 of \(count) ")
    #expect(try position("^D") == " 9 – 24 of \(count) ")
    #expect(try position("^D ^U") == all)
    #expect(try position("PgDn") == " 16 – 31 of \(count) ")
    #expect(try position("G") == " \(count - 15) – \(count) of \(count) ")
    #expect(try position("G g g") == all)
  }

  @Test("says where it is on the last row where there is no rule")
  func positionWithoutRule() throws {
    #expect(try played("l", rows: 10, columns: 40).footer.contains("1 – 8 of"))
  }

  @Test("never has a line of more than 72 columns", arguments: [60, 80, 120, 200])
  func measure(_ columns: Int) throws {
    for script in ["l z", "l z PgDn", "l z G"] {
      let screen = try played(script, rows: 30, columns: columns).screen
      let left = max(0, (columns - 74) / 2)
      for row in 2..<28 {
        for column in 0..<columns where column <= left || column > left + 72 {
          if case .cluster(let character, _) = screen[row, column] {
            #expect(character == " " || character == "▌")
          }
        }
      }
    }
  }

  @Test(
    "opens a link by its number, of two digits where there are more than nine",
    arguments: [
      ("l O 2", "https://example.org/code"), ("O 3", "https://example.org/page"),
      ("O 1 Enter", "https://arxiv.org/abs/2005.14165"), ("O 1 2", "https://example.org/9"),
      ("O G Enter", "https://example.org/11"),
    ])
  func links(_ script: String, _ address: String) throws {
    let library = FakeLibrary(.reading)
    let played = try Played(script, library: library)
    #expect(library.openedLinks == [address])
    #expect(played.footer.contains("Opened \(address)"))
  }

  @Test("waits for the second digit, and takes the first alone with Enter")
  func linkDigits() throws {
    let library = FakeLibrary(.reading)
    #expect(try Played("O 1", library: library).cursorRow.contains("arxiv.org/abs/2005.14165"))
    #expect(library.openedLinks.isEmpty)
  }

  @Test("numbers the links at the end as they are numbered in the text")
  func listOfLinks() throws {
    let lines = try played("l z", rows: 120).lines.map { $0.drop { $0 == " " || $0 == "▌" } }
    let text = lines.joined(separator: " ")
    #expect(text.contains("the code[2] and https://example.org/page[3]."))
    #expect(lines.contains { $0.hasPrefix("[2] https://example.org/code") })
    #expect(lines.contains { $0.hasPrefix("[14] https://example.org/11") })
  }
}
