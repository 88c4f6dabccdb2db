/// Formulas of TeX as plain text, where they are plain.
///
/// Greek letters, signs, and exponents and indices that Unicode has characters for become Unicode.
/// A formula with anything else, such as a fraction, has no plain text.
struct TeXMath {
  /// The longest formula that is looked at, in bytes.
  static let longest = 400

  /// The plain text of a formula without its dollar signs; nil when there is none.
  static func plain(_ formula: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard formula.count <= longest else { return nil }
    var math = TeXMath(input: Array(formula))
    guard math.run(until: nil, depth: 0) else { return nil }
    return math.output
  }

  private let input: [UInt8]
  private var index = 0
  private var output = ""

  private init(input: [UInt8]) { self.input = input }

  /// Groups within groups, beyond which a formula is not plain.
  private static let deepest = 8

  /// Reads up to the closing brace of a group or the end; false when something is not plain.
  private mutating func run(until closing: UInt8?, depth: Int) -> Bool {
    while index < input.count {
      let byte = input[index]
      if byte == closing {
        index += 1
        return true
      }
      guard atom(byte, depth: depth) else { return false }
    }
    return closing == nil
  }

  private mutating func atom(_ byte: UInt8, depth: Int) -> Bool {
    guard depth < Self.deepest else { return false }
    index += 1
    switch byte {
    case UInt8(ascii: "{"): return run(until: UInt8(ascii: "}"), depth: depth + 1)
    case UInt8(ascii: "^"): return script(Self.superscripts, depth: depth)
    case UInt8(ascii: "_"): return script(Self.subscripts, depth: depth)
    case UInt8(ascii: "\\"): return command(depth: depth)
    case UInt8(ascii: "}"), UInt8(ascii: "&"), UInt8(ascii: "$"), UInt8(ascii: "%"): return false
    case 0x00...0x20, UInt8(ascii: "~"):
      if output.last != " " { output.append(" ") }
    case UInt8(ascii: "'"): output.append("′")
    default:
      let start = index - 1
      while index < input.count, input[index] & 0xC0 == 0x80 { index += 1 }
      output += String(decoding: input[start..<index], as: UTF8.self)
    }
    return true
  }

  /// Reads what stands raised or lowered and takes it over when Unicode has all of its characters so.
  private mutating func script(_ characters: [Character: Character], depth: Int) -> Bool {
    guard index < input.count else { return false }
    let before = output
    output = ""
    guard atom(input[index], depth: depth + 1), !output.isEmpty else { return false }
    let raised = output.compactMap { characters[$0] }
    guard raised.count == output.count else { return false }
    output = before + String(raised)
    return true
  }

  private mutating func command(depth: Int) -> Bool {
    guard index < input.count else { return false }
    let start = index
    while index < input.count, TeXText.isLetter(input[index]) { index += 1 }
    guard index > start else {
      index += 1
      return controlSymbol(input[start])
    }
    let name = String(decoding: input[start..<index], as: UTF8.self)
    let hasSpace = index < input.count && input[index] == 0x20
    while index < input.count, input[index] <= 0x20 { index += 1 }
    if let symbol = TeXSymbols.math[name] ?? (name.hasSuffix("dots") ? "…" : nil) {
      // A sign that stands between spaces keeps them.
      let isParted = hasSpace && output.last == " "
      output += isParted ? symbol + " " : symbol
    } else if TeXSymbols.operators.contains(name) {
      output += name + (hasSpace ? " " : "")
    } else if name == "sp" || name == "sb" {
      return script(name == "sp" ? Self.superscripts : Self.subscripts, depth: depth)
    } else if name == "mathbb" {
      return blackboard(depth: depth)
    } else if name == "quad" || name == "qquad" {
      output += " "
    } else {
      return Self.transparent.contains(name)
    }
    return true
  }

  private mutating func controlSymbol(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "%"), UInt8(ascii: "$"),
      UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "_"):
      output.unicodeScalars.append(Unicode.Scalar(byte))
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), 0x20: output.append(" ")
    case UInt8(ascii: "!"), UInt8(ascii: "/"): break
    default: return false
    }
    return true
  }

  private mutating func blackboard(depth: Int) -> Bool {
    guard index < input.count else { return false }
    let before = output
    output = ""
    guard atom(input[index], depth: depth + 1) else { return false }
    output = before + String(output.map { Self.doubleStruck[$0] ?? $0 })
    return true
  }

  /// Commands that change how their argument looks and not what it says.
  private static let transparent: Set<String> = [
    "mathrm", "mathbf", "mathit", "mathsf", "mathtt", "mathcal", "mathscr", "mathfrak", "text",
    "textrm", "textbf", "textit", "textsf", "texttt", "textnormal", "mbox", "boldsymbol", "bm",
    "operatorname", "left", "right", "big", "Big", "displaystyle", "rm", "bf", "it", "cal",
    "limits", "nolimits",
  ]

  private static let doubleStruck: [Character: Character] = [
    "C": "ℂ", "E": "𝔼", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ", "1": "𝟙",
  ]

  /// The characters that Unicode has raised.
  static let superscripts: [Character: Character] = table(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyz*′ABDEGHIJKLMNOPRTUVW",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ*′ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ")

  /// The characters that Unicode has lowered.
  static let subscripts: [Character: Character] = table(
    "0123456789+-−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")

  private static func table(_ plain: String, _ changed: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(plain, changed))
  }
}
