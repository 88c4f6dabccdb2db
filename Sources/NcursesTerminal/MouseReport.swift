internal import Terminal

/// Reports of the mouse in the form that xterm calls SGR: `ESC [ < button ; column ; row M` for a
/// press and a movement, with `m` for a release (xterm control sequences, mode 1006).
enum MouseReport {
  /// The event of a report; nil for a button or a movement that means nothing here.
  static func event(_ parameters: ArraySlice<UInt8>, final: UInt8) -> MouseEvent? {
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1],
      let row = numbers[2], (1...9999).contains(column), (1...9999).contains(row),
      let kind = kind(button, final: final)
    else { return nil }
    return MouseEvent(kind, at: Point(row: row - 1, column: column - 1))
  }

  private static func kind(_ button: Int, final: UInt8) -> MouseEvent.Kind? {
    // Shift, Alt and Ctrl add 4, 8 and 16, a movement 32.
    switch (button & ~0b11100, final) {
    case (0, UInt8(ascii: "M")): .press
    case (0, UInt8(ascii: "m")): .release
    case (32, UInt8(ascii: "M")): .drag
    case (64, UInt8(ascii: "M")): .wheelUp
    case (65, UInt8(ascii: "M")): .wheelDown
    default: nil
    }
  }
}
