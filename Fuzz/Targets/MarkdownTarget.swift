import ReadingModel
import Terminal

@testable import Browser

extension FuzzTarget {
  /// Remarks and notes as the browser draws them.
  static let plainMarkdown = FuzzTarget(name: "plain-markdown") { bytes in
    var input = FuzzInput(bytes)
    let columns = 1 + input.below(60)
    let text = SafeText.block(input.remainder())
    let scalars = Set(text.unicodeScalars)
    for block in PlainMarkdown.blocks(text) {
      expect(!block.text.contains(where: \.isNewline), "A block has more than one line.")
      expect(
        block.text.unicodeScalars.allSatisfy { $0 == " " || scalars.contains($0) },
        "A block has characters that its text has not.")
      let middle = block.text.index(block.text.startIndex, offsetBy: block.text.count / 2)
      let runs = [
        StyledRun(block.marker, .accent), StyledRun(String(block.text[..<middle])),
        StyledRun(String(block.text[middle...]), .dim),
      ]
      expectDrawn(
        StyledLine.wrapped(runs, columns: columns, indent: block.indent), columns: columns)
    }
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
