import Terminal
import TestSupport
import Testing

@testable import Browser

@Suite("The rules between panes")
struct SplitsTests {
  private func rules(_ script: String, rows: Int = 40, columns: Int = 120) throws -> [Int] {
    let line = try Played(script, rows: rows, columns: columns).lines[5]
    return Array(line).indices.filter { Array(line)[$0] == "│" }
  }

  @Test("are moved by keys, the one beside the pane in use")
  func moved() throws {
    let own = try rules("")
    #expect(try rules("> >") == [own[0], own[1] + 4])
    #expect(try rules("h <") == [own[0] - 2, own[1]])
    #expect(try rules("h < =") == own)
  }

  @Test("move between rows where panes are stacked")
  func stacked() throws {
    func rule(_ script: String) throws -> Int? {
      let lines = try Played(script, rows: 24, columns: 80).lines
      return lines.dropFirst(2).firstIndex { $0.hasPrefix("────") }
    }
    let own = try #require(try rule(""))
    #expect(try rule("> >") == own + 2)
    #expect(try rule("<") == own - 1)
  }

  @Test("stop where a pane would be too small, and say so")
  func stop() throws {
    let played = try Played("h <*40")
    #expect(played.footer.contains("A pane cannot be smaller than this."))
    #expect(try rules("h <*40").first.map { $0 <= Splits.Fewest.lists + 1 } == true)
    #expect(try rules("h <*40 >") != rules("h <*40"))
    #expect(try Played("<", columns: 60).footer.contains("There is one pane"))
  }

  @Test("leave each pane its least at any size and offset", arguments: [120, 133, 200, 400])
  func least(_ columns: Int) {
    for lists in stride(from: -500, through: 500, by: 50) {
      for paper in stride(from: -500, through: 500, by: 50) {
        let layout = ScreenLayout(
          size: Size(rows: 40, columns: columns), focus: .papers,
          splits: Splits(lists: lists, paper: paper, stacked: paper))
        #expect((layout.lists?.size.columns ?? 0) >= Splits.Fewest.lists)
        #expect((layout.papers?.size.columns ?? 0) >= Splits.Fewest.papers)
        #expect((layout.paper?.size.columns ?? 0) >= Splits.Fewest.paper)
      }
    }
  }
}
