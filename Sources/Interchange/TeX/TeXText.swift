/// Text with LaTeX markup as plain Unicode.
///
/// Accents and symbols become characters, braces and commands of form go, dashes and quotes become
/// what TeX prints. Formulas become Unicode where that is plain, and stay as they are elsewhere. Time
/// is linear in the text, and nothing is nested deeper for text that is.
struct TeXText {
  /// What becomes of white space and of characters that only TeX's typesetting changes.
  enum Layout {
    /// Every run of white space is one space.
    case line
    /// Lines are joined; blank lines part paragraphs, and the items of a list keep their lines.
    case paragraphs
    /// An address: only what had to be escaped for TeX is undone.
    case address
  }

  /// The longest result, in bytes; what is behind it is not read.
  static let longest = 300_000

  /// The plain text of a text with markup.
  static func plain(_ input: UnsafeBufferPointer<UInt8>, layout: Layout) -> String {
    var text = TeXText(input: input, layout: layout)
    text.run()
    return String(decoding: text.output, as: UTF8.self)
  }

  /// The plain text of a text with markup.
  static func plain(_ text: String, layout: Layout = .line) -> String {
    var text = text
    return text.withUTF8 { plain($0, layout: layout) }
  }

  let input: UnsafeBufferPointer<UInt8>
  let layout: Layout
  var output: [UInt8] = []
  var index = 0
  /// Accents that wait for the letter they stand on, the outermost first.
  var accents: [TeXAccent] = []
  /// How many braces are open.
  private var depth = 0
  /// The depths at whose end a quotation is closed.
  private var quotations: [Int] = []
  /// True when the group that begins next is a quotation.
  var opensQuotation = false
  /// True once a group or formula without an end was seen; no other end is searched for then.
  var lacksEnds = false

  private init(input: UnsafeBufferPointer<UInt8>, layout: Layout) {
    self.input = input
    self.layout = layout
    output.reserveCapacity(min(input.count, Self.longest))
  }

  private mutating func run() {
    while index < input.count, output.count < Self.longest {
      let byte = input[index]
      switch byte {
      case UInt8(ascii: "\\"): command()
      case UInt8(ascii: "{"), UInt8(ascii: "}"): brace(byte)
      case UInt8(ascii: "$") where layout != .address: formula()
      case 0x00...0x20: whiteSpace()
      case UInt8(ascii: "~") where layout != .address:
        index += 1
        if accents.isEmpty { space() }
      case UInt8(ascii: "-"), UInt8(ascii: "`"), UInt8(ascii: "'"):
        if layout == .address || !accents.isEmpty || !ligature(byte) { ordinary() }
      default: ordinary()
      }
    }
    standAlone()
    if output.last == 0x20 { output.removeLast() }
  }

  /// Copies what means itself; the first character takes the accents that wait.
  private mutating func ordinary() {
    let start = index
    index += 1
    if accents.isEmpty {
      while index < input.count, Self.isOrdinary(input[index]) { index += 1 }
      output.append(contentsOf: input[start..<index])
    } else {
      guard input[start] >= 0x80 else { return carryAccents(input[start]) }
      while index < input.count, input[index] & 0xC0 == 0x80 { index += 1 }
      output.append(contentsOf: input[start..<index])
      accent()
    }
  }

  /// Appends a letter of ASCII that carries the accents that wait.
  mutating func carryAccents(_ letter: UInt8) {
    if accents.count == 1, let composed = accents[0].composed[letter] {
      accents.removeAll()
      output.append(contentsOf: composed.utf8)
    } else {
      output.append(letter)
      accent()
    }
  }

  private static func isOrdinary(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): false
    case UInt8(ascii: "$"), UInt8(ascii: "~"), UInt8(ascii: "-"): false
    case UInt8(ascii: "`"), UInt8(ascii: "'"): false
    default: true
    }
  }

  private mutating func brace(_ byte: UInt8) {
    index += 1
    if byte == UInt8(ascii: "{") {
      depth += 1
      if opensQuotation { quotations.append(depth) }
      opensQuotation = false
      return
    }
    standAlone()
    if quotations.last == depth {
      quotations.removeLast()
      append("”")
    }
    depth = max(0, depth - 1)
  }

  /// Puts the accents that wait on the character before.
  mutating func accent() {
    while let accent = accents.popLast() { append(accent.combining) }
  }

  /// Puts the accents that wait where they are, because nothing is there to carry them.
  private mutating func standAlone() {
    while let accent = accents.popLast() { append(accent.alone) }
  }

  /// Appends a text that carries the accents that wait.
  mutating func append(_ text: String) {
    output.append(contentsOf: text.utf8)
    if !accents.isEmpty { accent() }
  }

  /// Appends a space, unless one is there already or nothing is.
  mutating func space() {
    guard let last = output.last, last != 0x20, last != 0x0A else { return }
    output.append(0x20)
  }

  /// Ends a paragraph.
  mutating func paragraph() {
    if output.last == 0x20 { output.removeLast() }
    guard layout == .paragraphs, let last = output.last, last != 0x0A else { return space() }
    output.append(contentsOf: [0x0A, 0x0A])
  }

  private mutating func whiteSpace() {
    var lineEnds = 0
    while index < input.count, input[index] <= 0x20 {
      if input[index] == 0x0A { lineEnds += 1 }
      index += 1
    }
    guard accents.isEmpty else { return }
    if lineEnds > 1 {
      paragraph()
    } else if lineEnds == 1, layout == .paragraphs, beginsItem {
      if output.last == 0x20 { output.removeLast() }
      if let last = output.last, last != 0x0A { output.append(0x0A) }
    } else {
      space()
    }
  }

  /// True before the mark of an item of a Markdown list.
  private var beginsItem: Bool {
    var place = index
    while place < input.count, place < index + 9, 0x30...0x39 ~= input[place] { place += 1 }
    guard place + 1 < input.count, input[place + 1] == 0x20 else { return false }
    if place > index {
      return input[place] == UInt8(ascii: ".") || input[place] == UInt8(ascii: ")")
    }
    return [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(input[place])
  }

  /// Reads dashes and quotes as TeX joins them; false when the byte stands for itself.
  private mutating func ligature(_ byte: UInt8) -> Bool {
    var end = index
    while end < input.count, end < index + 3, input[end] == byte { end += 1 }
    switch (byte, end - index) {
    case (UInt8(ascii: "-"), 2): output.append(contentsOf: "–".utf8)
    case (UInt8(ascii: "-"), 3): output.append(contentsOf: "—".utf8)
    case (UInt8(ascii: "`"), 1):
      switch index > 0 ? input[index - 1] : 0 {
      case UInt8(ascii: "?"):
        output.removeLast()
        output.append(contentsOf: "¿".utf8)
      case UInt8(ascii: "!"):
        output.removeLast()
        output.append(contentsOf: "¡".utf8)
      default: output.append(contentsOf: "‘".utf8)
      }
    case (UInt8(ascii: "`"), _):
      end = index + 2
      output.append(contentsOf: "“".utf8)
    case (UInt8(ascii: "'"), 2...):
      end = index + 2
      output.append(contentsOf: "”".utf8)
    default: return false
    }
    index = end
    return true
  }

  /// Reads a formula between dollar signs, or one dollar sign that opens none.
  ///
  /// As in Pandoc's Markdown, no space stands inside the signs and no digit behind the closing one, so
  /// that prices are no formulas.
  private mutating func formula() {
    let start = index
    let width = start + 1 < input.count && input[start + 1] == UInt8(ascii: "$") ? 2 : 1
    let first = start + width
    var end = first
    while end < input.count, input[end] != UInt8(ascii: "$") {
      end += input[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    index = start + 1
    guard end < input.count, end > first, input[first] > 0x20, input[end - 1] > 0x20,
      end + 1 == input.count || !(0x30...0x39 ~= input[end + 1])
    else {
      output.append(UInt8(ascii: "$"))
      return
    }
    index = min(end + width, input.count)
    append(TeXMath.plain(input[first..<end]) ?? raw(start..<index))
  }

  /// The text as it stands.
  func raw(_ range: Range<Int>) -> String { String(decoding: input[range], as: UTF8.self) }
}
