import Browser
import Terminal
import TestSupport
import Testing

@Suite("The screens")
struct ScreenTests {
  @Test("tell states and the cursor apart without colour")
  func mono() throws {
    let screen = try Played("", rows: 24, columns: 80).screen
    func looks(_ row: Int) -> Set<Appearance> {
      Set(
        (0..<80).compactMap { column in
          guard case .cluster(let character, let style) = screen[row, column], character != " "
          else { return nil }
          return Theme.mono.appearance(of: style)
        })
    }
    // The row of the cursor is in reverse, a read one dim, and no other row is either.
    #expect(looks(5).allSatisfy { $0.attributes.contains([.bold, .reverse]) })
    #expect(looks(3).allSatisfy { $0.attributes.contains(.dim) })
    #expect(looks(6).contains { $0.attributes.isEmpty })
    #expect(
      (0..<24).count { row in looks(row).contains { $0.attributes.contains(.reverse) } } == 1)
  }

  @Test(
    "say so where there is no room for them",
    arguments: [
      (3, 80, "Too small: 20 columns and 4 rows are needed."), (24, 9, "Too"), (1, 1, "T"),
    ])
  func tooSmall(_ rows: Int, _ columns: Int, _ text: String) throws {
    let played = try Played("j r", rows: rows, columns: columns)
    #expect(played.lines.first == text)
  }

  @Test(
    "keep the cursor in view when the window changes",
    arguments: ["40x10", "200x60", "80x12", "20x4"])
  func resize(_ size: String) throws {
    let library = FakeLibrary(.large(3_000))
    let played = try Played("L J J J J G k*700 resize:\(size)", library: library)
    #expect(played.cursorRow.contains("2300"))
  }
}
