import Terminal
import Testing

@Suite("Surface")
struct SurfaceTests {
  private func written(
    _ text: String, columns: Int, at column: Int = 0, limit: Int? = nil
  ) -> (row: String, used: Int) {
    var surface = Surface(size: Size(rows: 1, columns: columns))
    let used = surface.write(text, at: Point(row: 0, column: column), limit: limit)
    return (String(surface.text().dropLast()), used)
  }

  @Test(
    "Writing stops at the edge, at the limit and before a wide cluster that does not fit",
    arguments: [
      ("abc", 5, 0, nil, "abc", 3), ("abcdef", 4, 0, nil, "abcd", 4),
      ("abc", 5, 3, nil, "   ab", 2),
      ("深層", 4, 0, nil, "深層", 4), ("深層", 3, 0, nil, "深", 2), ("a深", 2, 0, nil, "a", 1),
      ("深層", 8, 0, 3, "深", 2), ("abc", 8, 0, 2, "ab", 2), ("abc", 8, 0, 99, "abc", 3),
      ("abc", 8, 0, 0, "", 0), ("abc", 3, 7, nil, "", 0), ("abcd", 8, -2, nil, "cd", 4),
      ("深層a", 8, -1, nil, " 層a", 5), ("深", 8, -2, nil, "", 2),
    ] as [(String, Int, Int, Int?, String, Int)])
  func clips(
    text: String, columns: Int, column: Int, limit: Int?, expected: String, used: Int
  ) {
    let result = written(text, columns: columns, at: column, limit: limit)
    #expect(result.row == expected)
    #expect(result.used == used)
  }

  @Test("Rows outside the surface are ignored", arguments: [-1, 1, Int.min, Int.max])
  func rowsOutside(row: Int) {
    var surface = Surface(size: Size(rows: 1, columns: 3))
    #expect(surface.write("abc", at: Point(row: row, column: 0)) == 0)
    #expect(surface == Surface(size: Size(rows: 1, columns: 3)))
  }

  @Test(
    "Controls and zero-width clusters never reach a cell",
    arguments: ["a\tb", "a\u{1B}b", "a\u{202E}b", "a\u{200B}b", "a\r\nb", "a\u{9B}b", "a\u{7}b"])
  func controls(text: String) {
    #expect(written(text, columns: 8).row == "ab")
  }

  @Test(
    "Overwriting half of a wide cluster blanks its other half",
    arguments: [("x", 1, "ax 層"), ("x", 2, "a x層"), ("字", 2, "a 字 "), ("xy", 2, "a xy ")])
  func halves(text: String, column: Int, expected: String) {
    var surface = Surface(size: Size(rows: 1, columns: 5))
    surface.write("a深層", at: Point(row: 0, column: 0), style: Style(.done))
    surface.write(text, at: Point(row: 0, column: column))
    #expect(surface.snapshot().split(separator: "\n")[1] == "|\(expected)|")
    expectWhole(surface)
  }

  @Test("Filling covers a part, clipped at the edges, and blanks what is left of wide clusters")
  func fills() {
    var surface = Surface(size: Size(rows: 3, columns: 6))
    surface.write("深層学", at: Point(row: 1, column: 0))
    surface.fill(Rect(row: 1, column: 1, rows: 9, columns: 3), with: "─", style: Style(.dim))
    #expect(surface.text() == "\n ───学\n ───\n")
    #expect(surface[1, 1] == .cluster("─", Style(.dim)))
    surface.fill(Rect(row: -1, column: -1, rows: 2, columns: 4), with: "深")
    #expect(surface.text() == "深\n ───学\n ───\n")
    surface.fill(Rect(row: 0, column: 0, rows: 3, columns: 6), with: "\u{1B}")
    #expect(surface.text() == "\n\n\n")
    expectWhole(surface)
  }

  @Test("Restyling changes weights and roles but no text, and a wide cluster as a whole")
  func restyles() {
    var surface = Surface(size: Size(rows: 1, columns: 6))
    surface.write("a深bc", at: Point(row: 0, column: 0), style: Style(.link, .bold))
    surface.restyle(row: 0, columns: 2..<4, role: .done, adding: .reverse)
    surface.restyle(row: 0, columns: -3..<1, adding: .underline)
    surface.restyle(row: 4, columns: 0..<9, role: .dim)
    #expect(surface[0, 0] == .cluster("a", Style(.link, [.bold, .underline])))
    #expect(surface[0, 1] == .cluster("深", Style(.done, [.bold, .reverse])))
    #expect(surface[0, 3] == .cluster("b", Style(.done, [.bold, .reverse])))
    #expect(surface[0, 4] == .cluster("c", Style(.link, .bold)))
    #expect(surface[0, 5] == .blank)
  }

  @Test("The snapshot shows size, cursor, text, the styles in use, and the style of each cell")
  func snapshot() {
    var surface = Surface(size: Size(rows: 2, columns: 6))
    surface.write("深 ab", at: Point(row: 0, column: 0), style: Style(.accent, .bold))
    surface.write("x", at: Point(row: 1, column: 5), style: Style(.done))
    surface.restyle(row: 0, columns: 3..<4, adding: .reverse)
    surface.cursor = Point(row: 1, column: 2)
    #expect(
      surface.snapshot() == """
        6x2 cursor 1,2
        |深 ab |
        |     x|
        styles: . text, x done, A accent bold, 8 accent bold reverse, < right half
        |A<A8A.|
        |.....x|

        """)
  }

  @Test("Every style has a letter of its own in the snapshot")
  func letters() {
    var letters: Set<Character> = []
    for role in Role.allCases {
      for bits in UInt8(0)..<16 {
        var surface = Surface(size: Size(rows: 1, columns: 1))
        surface.fill(
          Rect(row: 0, column: 0, rows: 1, columns: 1),
          style: Style(role, Style.Attributes(rawValue: bits)))
        letters.insert(surface.snapshot().dropLast(2).last ?? "?")
      }
    }
    #expect(letters.count == 96)
    #expect(letters.isDisjoint(with: ["?", "<", "|"]))
  }

  @Test("A surface of no rows or columns, or of a negative size, is empty and can be drawn into")
  func empty() {
    for size in [
      Size(rows: 0, columns: 5), Size(rows: 5, columns: 0), Size(rows: -1, columns: -1),
    ] {
      var surface = Surface(size: size)
      surface.write("深a", at: Point(row: 0, column: 0))
      surface.fill(Rect(row: 0, column: 0, rows: 9, columns: 9), with: "x")
      surface.restyle(row: 0, columns: 0..<9, adding: .bold)
      #expect(surface.cells.isEmpty)
    }
  }

  @Test("Surfaces that show the same are equal, whatever was drawn first")
  func equality() {
    func surface(_ texts: [(String, Int)]) -> Surface {
      var surface = Surface(size: Size(rows: 1, columns: 8))
      for (text, column) in texts { surface.write(text, at: Point(row: 0, column: column)) }
      return surface
    }
    let family = "👨‍👩‍👧"
    let flag = "🇩🇪"
    let one = surface([(family, 0), (flag, 2), ("a", 4)])
    #expect(one == surface([("a", 4), (flag, 2), (family, 0)]))
    #expect(one != surface([(flag, 0), (family, 2), ("a", 4)]))
    #expect(one != surface([(family, 0), (flag, 2), ("b", 4)]))
    #expect(one.cells.prefix(3) == [.cluster("👨‍👩‍👧", .plain), .continuation, .cluster("🇩🇪", .plain)])
  }

  @Test("No sequence of drawings leaves half of a wide cluster", arguments: 0..<40)
  func random(seed: Int) {
    var numbers = SplitMix(seed: UInt64(seed))
    let texts = ["深層学習", "abc", "a深b", "👨‍👩‍👧", "é\u{1B}深", "🇩🇪x", "ｱ한"]
    var surface = Surface(size: Size(rows: numbers.next(upTo: 4), columns: numbers.next(upTo: 12)))
    for _ in 0..<200 {
      let text = texts[numbers.next(upTo: texts.count)]
      let row = numbers.next(upTo: 7) - 2
      let column = numbers.next(upTo: 18) - 4
      switch numbers.next(upTo: 3) {
      case 0:
        let limit = numbers.next(upTo: 2) == 0 ? nil : numbers.next(upTo: 16)
        surface.write(text, at: Point(row: row, column: column), limit: limit)
      case 1:
        surface.fill(
          Rect(
            row: row, column: column, rows: numbers.next(upTo: 4), columns: numbers.next(upTo: 9)),
          with: text.first ?? " ")
      default:
        surface.restyle(row: row, columns: column..<column + 5, role: .dim, adding: .bold)
      }
      expectWhole(surface)
      expectWhole(surface.ascii())
    }
  }

  /// Expects that wide clusters and their right halves stand in pairs within a row.
  private func expectWhole(_ surface: Surface) {
    for row in 0..<surface.size.rows {
      var half = false
      for column in 0..<surface.size.columns {
        switch surface[row, column] {
        case .continuation:
          #expect(half)
          half = false
        case .cluster(let character, _):
          #expect(!half)
          half = displayWidth(of: character) == 2
        }
      }
      #expect(!half)
    }
  }
}

/// Numbers that are the same in every run (Steele, Lea and Flood, 2014).
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(upTo bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }
}
