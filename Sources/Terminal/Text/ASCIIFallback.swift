/// What stands for a cluster on a terminal that has ASCII only.
///
/// Letters lose their marks, typographic signs become their typewriter forms, rules become `-`, `|`
/// and `+`; what has no likeness becomes `?`, once for each of its columns. The result may take more
/// columns than the cluster where that is what people write, as `...` for `…`.
public func asciiFallback(_ character: Character) -> String {
  let width = displayWidth(of: character)
  guard width > 0, let first = character.unicodeScalars.first else { return "" }
  if character.isASCII { return String(character) }
  if let sign = signs[Character(first)] { return sign }
  switch first.value {
  case 0x20...0x7E: return String(Character(first))
  case 0xC0...0x24F: return letter(LatinFolding.extended[Int(first.value) - 0xC0])
  case 0x1E00...0x1EFF: return letter(LatinFolding.additional[Int(first.value) - 0x1E00])
  case 0x2500...0x257F: return rule(first)
  case 0xFF01...0xFF5E: return letter(UInt8(first.value - 0xFF01 + 0x21))
  default: return String(repeating: "?", count: width)
  }
}

extension Surface {
  /// The same screen in ASCII, every cell in its column.
  public func ascii() -> Surface {
    var result = self
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let cell = packed[row * size.columns + column]
        guard cell.isNumbered || cell.content >= 0x80, !cell.isContinuation else { continue }
        let next = column + 1
        let isWide = next < size.columns && packed[row * size.columns + next].isContinuation
        let width = isWide ? 2 : 1
        result.write(
          asciiFallback(character(of: cell)).padded(to: width), at: Point(row: row, column: column),
          style: cell.style, limit: column + width)
      }
    }
    return result
  }
}

private func letter(_ byte: UInt8) -> String { String(Character(Unicode.Scalar(byte))) }

/// Box drawing: straight lines by direction, everything that joins as `+`.
private func rule(_ scalar: Unicode.Scalar) -> String {
  switch scalar.value {
  case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550, 0x2574, 0x2576,
    0x2578, 0x257A, 0x257C, 0x257E:
    "-"
  case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577,
    0x2579, 0x257B, 0x257D, 0x257F:
    "|"
  case 0x2571: "/"
  case 0x2572: "\\"
  case 0x2573: "X"
  default: "+"
  }
}

private let signs: [Character: String] = [
  "\u{A0}": " ", "\u{2002}": " ", "\u{2003}": " ", "\u{2009}": " ", "\u{202F}": " ",
  "\u{3000}": "  ",
  "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "‘": "'", "’": "'", "‚": "'", "′": "'",
  "″": "\"", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "…": "...",
  "·": ".", "•": "*", "‣": "*", "◦": "o", "×": "x", "÷": "/", "±": "+", "≈": "~", "≠": "#",
  "≤": "<", "≥": ">", "∞": "8", "√": "V", "∑": "S", "∏": "P", "∂": "d", "∇": "V", "∈": "e",
  "°": "o", "§": "S", "¶": "P", "©": "c", "®": "r", "™": "T", "¹": "1", "²": "2", "³": "3",
  "→": ">", "←": "<", "↑": "^", "↓": "v", "↔": "-", "⇒": ">", "⇐": "<", "›": ">", "‹": "<",
  "✓": "x", "✔": "x", "✗": "x", "✘": "x", "○": "o", "●": "*", "◐": "~", "◯": "o", "■": "#",
  "□": ".", "▪": "*", "▫": ".", "▰": "#", "▱": ".", "★": "*", "☆": ".", "✎": "n", "▶": ">",
  "◀": "<", "▲": "^", "▼": "v", "▌": "|", "▐": "|", "▏": "|", "█": "#", "▓": "#", "▒": "+",
  "░": ".", "▁": "_", "▂": "_", "▃": "_", "▄": "=", "▅": "=", "▆": "#", "▇": "#", "€": "E",
  "£": "L", "¥": "Y", "¢": "c", "¡": "!", "¿": "?", "ª": "a", "º": "o", "µ": "u",
  "Α": "A", "Β": "B", "Γ": "G", "Δ": "D", "Ε": "E", "Ζ": "Z", "Η": "H", "Θ": "T", "Ι": "I",
  "Κ": "K", "Λ": "L", "Μ": "M", "Ν": "N", "Ξ": "X", "Ο": "O", "Π": "P", "Ρ": "R", "Σ": "S",
  "Τ": "T", "Υ": "Y", "Φ": "F", "Χ": "X", "Ψ": "P", "Ω": "O", "α": "a", "β": "b", "γ": "g",
  "δ": "d", "ε": "e", "ζ": "z", "η": "h", "θ": "t", "ι": "i", "κ": "k", "λ": "l", "μ": "m",
  "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y",
  "φ": "f", "χ": "x", "ψ": "p", "ω": "o",
]
