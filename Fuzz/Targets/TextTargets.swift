import ReadingModel

@testable import Terminal

extension FuzzTarget {
  /// The gate for text from outside.
  static let safeText = FuzzTarget(name: "safe-text") { bytes in
    var input = FuzzInput(bytes)
    let limit = 8 + input.below(256)
    let text = input.remainder()
    for limit in [limit, Int.max] {
      let line = SafeText.line(text, limit: limit)
      let block = SafeText.block(text, limit: limit)
      expectClean(line, isLine: true)
      expectClean(block, isLine: false)
      expect(line.utf8.count <= limit && block.utf8.count <= limit, "A text is over its limit.")
      expectSame(SafeText.line(line, limit: limit), line, "Cleaning a line again changes it.")
      expectSame(SafeText.block(block, limit: limit), block, "Cleaning a block again changes it.")
      // What is cut may be cut elsewhere in a line.
      guard limit == .max else { continue }
      expectSame(
        SafeText.line(block), SafeText.line(text), "A block is another line than its text.")
    }
    let folded = SafeText.folded(text)
    expectSame(SafeText.folded(folded), folded, "Folding again changes the text.")
    if let identifier = Identifier.recognise(text) { expectClean(identifier.key, isLine: true) }
  }

  /// Breaking, cutting and measuring of text.
  static let textLayout = FuzzTarget(name: "text-layout") { bytes in
    var input = FuzzInput(bytes)
    let columns = 1 + input.below(40)
    let indents = (first: input.below(8), hanging: input.below(8))
    let text = input.remainder()
    expectWhole(
      wrap(text, columns: columns, firstIndent: indents.first, hangingIndent: indents.hanging),
      of: text, columns: columns)
    let cut = truncate(text, to: columns)
    expect(displayWidth(of: cut) <= columns, "A text is cut to more columns than asked.")
    if displayWidth(of: text) <= columns { expectSame(cut, text, "A text that fits is cut.") }
    let beginning = text.prefix(columns: columns)
    expect(
      displayWidth(of: beginning) <= columns && text.hasPrefix(beginning),
      "A beginning is too wide or another text.")
    expect(
      displayWidth(of: text.padded(to: columns)) >= columns
        && displayWidth(of: text.paddedLeft(to: columns)) >= columns,
      "A padded text is too narrow.")
    expectDrawn(text, columns: columns)
  }

  private static func expectWhole(_ lines: [WrappedLine], of text: String, columns: Int) {
    var end = text.startIndex
    for line in lines {
      expect(line.range.lowerBound == end, "A line leaves a gap in the text.")
      end = line.range.upperBound
      let content = text[line.content]
      expect(
        line.content.lowerBound == line.range.lowerBound && line.content.upperBound <= end,
        "The content of a line lies outside of it.")
      expect(
        text[line.content.upperBound..<end].allSatisfy {
          $0.isNewline
            || $0.unicodeScalars.first.map { BreakClass(scalar: $0.value, width: 1) } == .blank
        }, "A line hides something at its end.")
      expect(displayWidth(of: content) == line.width, "A line has another width than it says.")
      expect(
        line.indent + line.width <= columns || content.count == 1, "A line is wider than asked.")
    }
    expect(end == text.endIndex, "The lines leave out the end of the text.")
  }

  private static func expectDrawn(_ text: String, columns: Int) {
    var surface = Surface(size: Size(rows: 1, columns: columns))
    let used = surface.write(text, at: Point(row: 0, column: 0))
    expect(used <= columns, "Text is drawn over the edge.")
    for surface in [surface, surface.ascii()] { expectWholeCells(surface) }
    for cell in surface.ascii().cells {
      if case .cluster(let character, _) = cell {
        expect(character.isASCII, "“\(character)” is not ASCII.")
      }
    }
  }
}
