import ReadingModel

/// Texts as parts of Org documents that stay text.
///
/// Org acts on much that may stand in a text: headings, timestamps, macros, source blocks that are run
/// at export, links that evaluate Lisp, LaTeX commands that read files. A zero width space between the
/// characters that would do so is the escape that Org has for it; see
/// https://orgmode.org/manual/Escape-Character.html.
enum OrgText {
  /// A text on one line, such as the value of a property.
  static func line(_ text: String) -> String {
    inert(SafeText.line(text, limit: SafeText.longestBlock))
  }

  /// A text as a heading, which a keyword, a priority or a comment mark may not begin.
  static func heading(_ text: String) -> String {
    let text = line(text)
    let words = ["TODO", "DONE", "COMMENT", "UNREAD", "QUEUED", "READING", "READ", "SKIPPED"]
    let isKeyword = words.contains { text == $0 || text.hasPrefix($0 + " ") }
    // Words between colons at the end would be tags.
    let end = text.hasSuffix(":") ? escape : ""
    return (isKeyword || text.hasPrefix("[#") ? escape : "") + text + end
  }

  /// A text in lines, indented so that none of them is a heading.
  static func block(_ text: String) -> String {
    let lines = SafeText.block(text).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      let indent = line.prefix { $0 == " " }
      let rest = line.dropFirst(indent.count)
      guard let first = rest.unicodeScalars.first else { return "\n" }
      let isSpecial = "*#:|%".unicodeScalars.contains(first)
      return "  \(indent)\(isSpecial ? escape : "")\(inert(String(rest)))\n"
    }.joined()
  }

  /// A tag: letters, digits and `_`.
  static func tag(_ text: String) -> String {
    String(text.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  /// An address as the target of a link.
  static func target(_ address: String) -> String {
    address.replacing("[", with: "%5B").replacing("]", with: "%5D").replacing(" ", with: "%20")
      .replacing("\\", with: "%5C")
  }

  private static let escape = "\u{200B}"

  private static func inert(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if isActive(last, scalar) { result.append("\u{200B}") }
      result.append(scalar)
      last = scalar
    }
    var text = String(result)
    for call in ["src_", "call_"] where text.contains(call) {
      text = text.replacing(call, with: call.dropLast() + escape + "_")
    }
    for type in linkTypes where text.contains(type + ":") {
      text = text.replacing(type + ":", with: type + escape + ":")
    }
    return text
  }

  /// True for two characters that together open something that Org acts on.
  private static func isActive(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    switch first {
    case "[", "]", "{", "@": first == second
    case "\\": second.properties.isAlphabetic
    case "<": second != " " && second != "="
    default: false
    }
  }

  /// The types of links that do more than open a page.
  private static let linkTypes = [
    "elisp", "shell", "file", "file+sys", "file+emacs", "attachment", "docview", "help", "info",
    "man", "bbdb", "gnus", "mhe", "rmail", "irc", "id", "news",
  ]
}
