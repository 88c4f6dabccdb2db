import Terminal

/// Stops the process with a sentence when a promise is broken, which libFuzzer takes as a finding.
func expect(_ holds: Bool, _ sentence: @autoclosure () -> String) {
  if !holds { fatalError(sentence()) }
}

/// Stops when two texts differ in a byte: equal strings may be in different normal forms.
func expectSame(_ left: String, _ right: String, _ sentence: @autoclosure () -> String) {
  expect(
    left.utf8.elementsEqual(right.utf8),
    "\(sentence()) \(left.debugDescription) is not \(right.debugDescription)")
}

/// Stops when a text holds what must not reach a terminal: this says it anew, apart from `SafeText`.
func expectClean(_ text: String?, isLine: Bool) {
  for scalar in (text ?? "").unicodeScalars {
    let code = scalar.value
    let isHostile =
      switch code {
      case 0x0A: isLine
      case 0x00..<0x20, 0x7F..<0xA0: true
      case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
      case 0xFFF9...0xFFFB, 0xE0000...0xE001F, 0xE0080...0xE00FF: true
      default: code & 0xFFFE == 0xFFFE
      }
    expect(!isHostile, "A text holds U+\(String(code, radix: 16, uppercase: true)).")
  }
}

/// Stops when a cell holds half a cluster, or one that takes another number of columns.
func expectWholeCells(_ surface: Surface) {
  for row in 0..<surface.size.rows {
    var column = 0
    while column < surface.size.columns {
      guard case .cluster(let character, _) = surface[row, column] else {
        fatalError("A right half stands alone at \(row), \(column).")
      }
      let isWide = column + 1 < surface.size.columns && surface[row, column + 1] == .continuation
      expect(
        displayWidth(of: character) == (isWide ? 2 : 1),
        "“\(character)” is not whole on the screen.")
      column += isWide ? 2 : 1
    }
  }
}
