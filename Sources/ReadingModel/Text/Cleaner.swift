/// Takes out of a text what must not reach a terminal or a file, scalar by scalar.
///
/// White space other than line ends stays as it is, apart from the tab, which becomes four spaces.
struct Cleaner {
  /// The text without what is unsafe, every line end as one line feed.
  static func cleaned(_ text: String) -> String {
    var cleaner = Cleaner(input: Array(text.unicodeScalars))
    cleaner.run()
    return String(cleaner.output)
  }

  private let input: [Unicode.Scalar]
  private var output = String.UnicodeScalarView()
  private var index = 0
  /// Marks, selectors and joiners since the last base.
  private var marks = 0
  /// The end of the longest stretch known to hold no end of a control string.
  private var unterminatedUntil = 0

  private init(input: [Unicode.Scalar]) {
    self.input = input
    output.reserveCapacity(input.count)
  }

  private mutating func run() {
    while index < input.count {
      let scalar = input[index]
      switch scalar.value {
      case 0x20...0x7E:
        append(base: scalar)
        index += 1
      case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029:
        if scalar == "\r", index + 1 < input.count, input[index + 1] == "\n" { index += 1 }
        append(base: "\n")
        index += 1
      case 0x09:
        for _ in 0..<4 { append(base: " ") }
        index += 1
      case 0x00...0x1F, 0x7F...0x9F: skipControl(scalar)
      default:
        appendPrintable(scalar)
        index += 1
      }
    }
  }

  private mutating func append(base scalar: Unicode.Scalar) {
    output.append(scalar)
    marks = 0
  }

  private mutating func appendPrintable(_ scalar: Unicode.Scalar) {
    let properties = scalar.properties
    switch scalar.value {
    case 0x200C, 0x200D:
      let joins = index + 1 < input.count && Self.canBeJoined(input[index + 1])
      if joins { appendMark(scalar) }
    case 0xE0020...0xE007F where isInFlag: appendMark(scalar)
    case 0xFFF9...0xFFFB: break
    default:
      if properties.isVariationSelector {
        appendMark(scalar)
      } else if properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint {
        break
      } else if Self.isMark(scalar) {
        appendMark(scalar)
      } else if output.last == "\u{200D}" {
        // The cluster goes on, and so does the count of what hangs on it.
        output.append(scalar)
      } else {
        append(base: scalar)
      }
    }
  }

  /// Appends what hangs on the scalar before it, if there is one and it does not carry enough yet.
  private mutating func appendMark(_ scalar: Unicode.Scalar) {
    guard let last = output.last, !last.properties.isWhitespace, marks < SafeText.marksPerCluster
    else { return }
    let selectsTwice = scalar.properties.isVariationSelector && last.properties.isVariationSelector
    let joinsTwice = scalar.properties.isJoinControl && last.properties.isJoinControl
    guard !selectsTwice, !joinsTwice else { return }
    output.append(scalar)
    marks += 1
  }

  /// True inside the emoji of a region, which is a black flag followed by tag characters.
  private var isInFlag: Bool {
    output.last.map { $0.value == 0x1F3F4 || (0xE0020...0xE007F).contains($0.value) } ?? false
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// True for what a joiner can stand before: letters, marks and pictures.
  private static func canBeJoined(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x7F
      && (scalar.properties.isAlphabetic || scalar.properties.isEmoji || isMark(scalar))
  }

  /// Steps over a control character and over the terminal sequence it opens (ECMA-48).
  ///
  /// A control string without an end on its line loses only its introducer, so that a stray byte
  /// cannot take a whole text with it.
  private mutating func skipControl(_ scalar: Unicode.Scalar) {
    index += 1
    var introducer = scalar.value
    if introducer == 0x1B {
      guard index < input.count, (0x40...0x5F).contains(input[index].value) else {
        skipEscape()
        return
      }
      introducer = input[index].value + 0x40
      index += 1
    }
    switch introducer {
    case 0x9B: skipControlSequence()
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: skipControlString()
    default: break
    }
  }

  /// Steps over the rest of an escape sequence of intermediate bytes and one final byte.
  private mutating func skipEscape() {
    var end = index
    while end < input.count, (0x20...0x2F).contains(input[end].value), end - index < 4 { end += 1 }
    if end > index, end < input.count, (0x30...0x7E).contains(input[end].value) { index = end + 1 }
  }

  private mutating func skipControlSequence() {
    var end = index
    while end < input.count, (0x20...0x3F).contains(input[end].value), end - index < 64 { end += 1 }
    if end < input.count, (0x40...0x7E).contains(input[end].value) { index = end + 1 }
  }

  private mutating func skipControlString() {
    guard index >= unterminatedUntil else { return }
    var end = index
    while end < input.count {
      switch input[end].value {
      case 0x07, 0x9C:
        index = end + 1
        return
      case 0x1B where end + 1 < input.count && input[end + 1] == "\\":
        index = end + 2
        return
      case 0x0A, 0x0D:
        unterminatedUntil = end
        return
      default: end += 1
      }
    }
    unterminatedUntil = end
  }
}
