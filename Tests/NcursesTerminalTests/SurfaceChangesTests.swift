import Terminal
import Testing

@testable import NcursesTerminal

@Suite("What changed between two frames")
struct SurfaceChangesTests {
  private func surface(_ text: String, _ style: Style = .plain) -> Surface {
    var surface = Surface(size: Size(rows: 1, columns: 8))
    surface.write(text, at: Point(row: 0, column: 0), style: style)
    return surface
  }

  @Test(
    "The columns from the first change to the last, with wide clusters as a whole",
    arguments: [
      ("abc", "abc", nil), ("abc", "axc", 1..<2), ("abc", "xbx", 0..<3), ("", "深", 0..<2),
      ("深層", "深字", 2..<4), ("深層", "深xx", 2..<4), ("深層", "x深", 0..<4), ("a深", "ab", 1..<3),
      ("ab深", "a深", 1..<4), ("深", "学", 0..<2),
    ] as [(String, String, Range<Int>?)])
  func columns(before: String, after: String, expected: Range<Int>?) {
    let changed = surface(after).changedColumns(row: 0, since: surface(before), upTo: 8)
    #expect(changed == expected)
  }

  @Test("A change of style is a change")
  func style() {
    let before = surface("a深b")
    var after = before
    after.restyle(row: 0, columns: 2..<3, adding: .bold)
    #expect(after.changedColumns(row: 0, since: before, upTo: 8) == 1..<3)
  }

  @Test("Clusters of several code points are compared, not the order they were drawn in")
  func numbered() {
    var before = surface("👨‍👩‍👧🇩🇪")
    var after = Surface(size: before.size)
    after.write("🇩🇪", at: Point(row: 0, column: 2))
    after.write("👨‍👩‍👧", at: Point(row: 0, column: 0))
    #expect(after.changedColumns(row: 0, since: before, upTo: 8) == nil)
    before.write("🇫🇷", at: Point(row: 0, column: 2))
    #expect(after.changedColumns(row: 0, since: before, upTo: 8) == 2..<4)
    after.restyle(row: 0, columns: 0..<1, adding: .bold)
    #expect(after.changedColumns(row: 0, since: before, upTo: 8) == 0..<4)
  }

  @Test("What lies beyond the screen does not count")
  func beyond() {
    #expect(surface("abx").changedColumns(row: 0, since: surface("aby"), upTo: 2) == nil)
  }
}
