extension TeXText {
  /// Reads a command, the backslash of which is next.
  mutating func command() {
    index += 1
    guard index < input.count else { return }
    let byte = input[index]
    guard Self.isLetter(byte) else {
      index += 1
      controlSymbol(byte)
      return
    }
    let start = index
    while index < input.count, Self.isLetter(input[index]) { index += 1 }
    let name = String(decoding: input[start..<index], as: UTF8.self)
    if let accent = TeXAccent(command: name), accents.count < TeXAccent.most {
      accents.append(accent)
    } else if let symbol = TeXSymbols.text[name] {
      skipSpace()
      if !accents.isEmpty, let letter = TeXSymbols.undotted[symbol] {
        carryAccents(letter)
      } else {
        append(symbol)
      }
    } else {
      word(name, from: start - 1)
    }
  }

  /// Reads a command whose name is one character that is no letter.
  private mutating func controlSymbol(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["):
      delimitedFormula(closing: byte == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]"))
    // A line break, or a space.
    case UInt8(ascii: "\\"), 0x00...0x20, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
      space()
    // Where a word may be parted, and other hints to typesetting.
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "@"),
      UInt8(ascii: "*"):
      break
    default:
      if let accent = TeXAccent(symbol: byte), accents.count < TeXAccent.most {
        accents.append(accent)
      } else {
        index -= 1
        copyCharacter()
      }
    }
  }

  /// Reads a command that is neither an accent nor a symbol.
  private mutating func word(_ name: String, from start: Int) {
    switch name {
    case "par":
      skipSpace()
      paragraph()
    case "newline", "linebreak", "quad", "qquad":
      skipSpace()
      space()
    case "begin", "end", "noopsort", "SortNoop", "href", "textcolor", "color", "label", "hspace",
      "vspace":
      skipArgument()
    case "url", "path", "nolinkurl": address()
    case "enquote", "mkbibquote":
      append("“")
      opensQuotation = true
    case "textsuperscript": script(TeXMath.superscripts)
    case "textsubscript": script(TeXMath.subscripts)
    case "ensuremath": argumentFormula()
    default:
      let hasArgument = index < input.count && input[index] == UInt8(ascii: "{")
      if let symbol = TeXSymbols.math[name] {
        skipSpace()
        append(symbol)
      } else if Self.switches.contains(name) {
        skipSpace()
      } else if !hasArgument {
        append(raw(start..<index))
      }
    }
  }

  /// Commands that change the type from where they stand, or mean nothing in plain text.
  private static let switches: Set<String> = [
    "it", "bf", "em", "rm", "sc", "sf", "sl", "tt", "itshape", "slshape", "scshape", "upshape",
    "bfseries", "mdseries", "rmfamily", "sffamily", "ttfamily", "normalfont", "tiny",
    "scriptsize", "footnotesize", "small", "normalsize", "large", "Large", "LARGE", "huge", "Huge",
    "protect", "relax", "newblock", "xspace", "noindent", "centering", "leavevmode", "break",
    "cprime", "displaystyle", "textstyle", "unskip", "ignorespaces", "selectlanguage",
  ]

  private mutating func copyCharacter() {
    let start = index
    index += 1
    while index < input.count, input[index] & 0xC0 == 0x80 { index += 1 }
    output.append(contentsOf: input[start..<index])
    if !accents.isEmpty { accent() }
  }

  /// Steps over the white space or the empty group that ends the name of a command.
  private mutating func skipSpace() {
    if index + 1 < input.count, input[index] == UInt8(ascii: "{"),
      input[index + 1] == UInt8(ascii: "}")
    {
      index += 2
      return
    }
    while index < input.count, input[index] <= 0x20 { index += 1 }
  }

  /// The place of the group that is next, without its braces; nil when there is none that is no
  /// longer than a limit.
  private mutating func argument(limit: Int = .max) -> Range<Int>? {
    guard index < input.count, input[index] == UInt8(ascii: "{"), !lacksEnds else { return nil }
    var depth = 0
    for place in index..<input.count {
      switch input[place] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index + 1..<place }
      default: if place - index > limit { return nil }
      }
    }
    lacksEnds = true
    return nil
  }

  /// The place of the group that is next, when it is short; steps over it.
  private mutating func shortArgument() -> Range<Int>? {
    guard let argument = argument(limit: 200) else { return nil }
    index = argument.upperBound + 1
    return argument
  }

  private mutating func skipArgument() {
    guard let argument = argument() else { return }
    index = argument.upperBound + 1
  }

  /// Copies an address, in which nothing but a backslash before a sign has a meaning.
  private mutating func address() {
    guard layout != .address, let argument = argument() else { return }
    index = argument.upperBound + 1
    append(TeXText.plain(UnsafeBufferPointer(rebasing: input[argument]), layout: .address))
  }

  private mutating func script(_ characters: [Character: Character]) {
    guard let argument = shortArgument() else { return }
    let text = TeXText.plain(UnsafeBufferPointer(rebasing: input[argument]), layout: .address)
    // Letters are more often the end of an ordinal than an exponent.
    let isNumber = text.allSatisfy { $0.isNumber || "+-()=".contains($0) }
    append(isNumber ? String(text.map { characters[$0] ?? $0 }) : text)
  }

  private mutating func argumentFormula() {
    guard let argument = shortArgument() else { return }
    append(TeXMath.plain(input[argument]) ?? raw(argument))
  }

  /// Reads a formula up to a backslash and a closing bracket.
  private mutating func delimitedFormula(closing: UInt8) {
    let start = index
    var end = lacksEnds ? input.count : start
    while end + 1 < input.count {
      if input[end] == UInt8(ascii: "\\") {
        if input[end + 1] == closing { break }
        end += 1
      }
      end += 1
    }
    guard end + 1 < input.count else {
      lacksEnds = true
      output.append(input[start - 1])
      return
    }
    index = end + 2
    append(TeXMath.plain(input[start..<end]) ?? raw(start - 2..<index))
  }

  static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
}
