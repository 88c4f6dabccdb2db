import Terminal
import Testing

@Suite("ASCII fallback")
struct ASCIIFallbackTests {
  @Test(
    "A cluster becomes its nearest likeness",
    arguments: [
      ("a", "a"), ("é", "e"), ("e\u{301}", "e"), ("Ø", "O"), ("ß", "s"), ("ǿ", "o"), ("ệ", "e"),
      ("Ỿ", "Y"), ("ɏ", "y"), ("“", "\""), ("’", "'"), ("—", "-"), ("…", "..."), ("×", "x"),
      ("─", "-"),
      ("│", "|"), ("┌", "+"), ("┼", "+"), ("═", "-"), ("✓", "x"), ("★", "*"), ("▰", "#"),
      ("α", "a"),
      ("\u{A0}", " "), ("　", "  "), ("Ａ", "A"), ("深", "??"), ("👨‍👩‍👧", "??"), ("☃", "?"),
      ("\u{1B}", ""), ("\u{202E}", ""),
    ] as [(Character, String)])
  func likeness(character: Character, expected: String) {
    #expect(asciiFallback(character) == expected)
  }

  @Test("Code points from every block become printable ASCII")
  func everyScalar() {
    let odd = sampledScalars.filter {
      asciiFallback(Character($0)).utf8.contains { !(0x20...0x7E).contains($0) }
    }
    #expect(odd == [])
  }

  @Test("A screen keeps its columns, styles and cursor")
  func surface() {
    var surface = Surface(size: Size(rows: 2, columns: 10))
    surface.write("深 é…→ “x”", at: Point(row: 0, column: 0), style: Style(.accent))
    surface.write("▌✓ a", at: Point(row: 1, column: 0))
    surface.cursor = Point(row: 1, column: 3)
    let ascii = surface.ascii()
    #expect(ascii.text() == "?? e.> \"x\"\n|x a\n")
    #expect(ascii[0, 9] == .cluster("\"", Style(.accent)))
    #expect(ascii.cursor == surface.cursor)
    #expect(ascii.size == surface.size)
  }
}
