import ReadingModel

/// The names of authors as feeds and mails write them in one string.
enum PersonNames {
  /// The name in `person@example.org (A Person)` or `A Person <person@example.org>`.
  ///
  /// A name with something else in brackets stays as it is, and so does an address without a name.
  static func name(in text: String) -> String {
    let text = SafeText.line(text)
    guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
    if let open = text.firstIndex(of: "("), text.hasSuffix(")"), text[..<open].contains("@") {
      let name = text[text.index(after: open)...].dropLast()
      if !name.isEmpty { return String(name) }
    }
    if let open = text.lastIndex(of: "<"), text.hasSuffix(">") {
      let name = text[..<open].filter { $0 != "\"" }
      let words = name.split(separator: " ")
      if !words.isEmpty { return words.joined(separator: " ") }
    }
    return text
  }

  /// The names in a list such as `A Person, B Person and C Person`.
  ///
  /// A text of which a part is a single word, such as `Person, A.`, is one name, unless the text is
  /// known to be a list.
  ///
  /// - Parameters:
  ///   - text: One name or several.
  ///   - isList: True where commas always separate names, as with arXiv.
  static func list(_ text: String, isList: Bool) -> [String] {
    let text = SafeText.line(isList ? withoutBrackets(text) : text)
    var parts: [Substring] = []
    for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      parts += separated(part)
    }
    let names = parts.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    // “Lee, A., Noe, B. C.”: every second part is the initials of the one before.
    if !isList, names.count >= 4, names.count.isMultiple(of: 2) {
      let families = stride(from: 0, to: names.count, by: 2)
      if families.allSatisfy({ RecordAuthors.areInitials(names[$0 + 1]) }) {
        return families.map { "\(names[$0 + 1]) \(names[$0])" }
      }
    }
    let areNames = names.allSatisfy { $0.contains(" ") }
    return isList || (names.count > 1 && areNames) ? names : text.isEmpty ? [] : [text]
  }

  /// The names around an “and”, which stands between blanks or after a comma.
  private static func separated(_ text: Substring) -> [Substring] {
    var words = text.split(separator: " ")[...]
    if words.first == "and" { words = words.dropFirst() }
    var names: [Substring] = []
    while let and = words.firstIndex(of: "and"), let first = words.first {
      names.append(text[first.startIndex..<words[and].startIndex])
      words = words[(and + 1)...]
    }
    if let first = words.first, let last = words.last {
      names.append(text[first.startIndex..<last.endIndex])
    }
    return names
  }

  /// The text without what stands in brackets, such as affiliations; brackets may nest.
  private static func withoutBrackets(_ text: String) -> String {
    var depth = 0
    var kept = ""
    for character in text {
      switch character {
      case "(": depth += 1
      case ")" where depth > 0: depth -= 1
      default: if depth == 0 { kept.append(character) }
      }
    }
    // An opening bracket without a closing one must not take the rest of the names with it.
    return depth == 0 ? kept : text
  }
}
