/// Text for mdoc(7), the language of manual pages.
enum Mdoc {
  /// Running text in lines; nothing in it is taken for a request.
  static func text(_ text: String) -> String {
    text.split(separator: "\n").map { line in
      let escaped = escaped(line)
      return line.first.map(".'".contains) == true ? "\\&" + escaped : escaped
    }.joined(separator: "\n")
  }

  /// One argument of a macro: quoted, so that it is one word and none of them a macro.
  static func argument(_ text: String) -> String {
    "\"\\&" + escaped(text[...]).replacing("\"", with: "\\(dq") + "\""
  }

  /// The characters that groff and mandoc read otherwise, by their names in groff_char(7).
  private static func escaped(_ text: Substring) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "^": result += "\\(ha"
      case "`": result += "\\(ga"
      case "~": result += "\\(ti"
      case "'": result += "\\(aq"
      case "“": result += "\\(lq"
      case "”": result += "\\(rq"
      case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return result
  }
}
