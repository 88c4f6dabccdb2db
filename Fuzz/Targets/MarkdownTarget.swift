import ReadingModel
import Terminal

@testable import Browser

extension FuzzTarget {
  /// Remarks and notes as the browser draws them.
  static let markdownPage = FuzzTarget(name: "markdown-page") { bytes in
    var input = FuzzInput(bytes)
    let columns = 1 + input.below(80)
    let glyphs = input.below(2) == 0 ? Glyphs.unicode : .ascii
    let text = SafeText.block(input.remainder())
    var page = MarkdownPage(columns: columns, glyphs: glyphs)
    expectDrawn(page.lines(of: text), columns: columns)
    expect(
      !MarkdownSummary.line(of: text).contains(where: \.isNewline),
      "A text in few words has more than one line.")
  }

  private static func expectDrawn(_ lines: [StyledLine], columns: Int) {
    var surface = Surface(size: Size(rows: lines.count, columns: columns))
    for (row, line) in lines.enumerated() {
      let used = surface.write(line, at: Point(row: row, column: 0), limit: columns)
      expect(used <= columns, "A line is drawn over the edge.")
    }
    expectWholeCells(surface)
  }
}
