import ReadingModel

/// Names of authors as tables and programs write them, in reading order: given name first.
enum RecordAuthors {
  /// The names in one text.
  ///
  /// They are parted by semicolons, bars, line ends, “and”, or commas; “Vaswani, Ashish” is one
  /// name. What stands in brackets, such as an affiliation, is no part of a name.
  static func names(in text: String) -> [String] {
    var text = withoutBrackets(SafeText.line(text, limit: SafeText.longestBlock))
    let hasOthers = dropOthers(&text)
    let separator = separator(in: text)
    var names: [String]
    if let separator {
      names = text.split(separator: separator).map { inReadingOrder(trimmed($0)) }
    } else {
      if text.hasBytes(of: " & ") { text = text.replacing(" & ", with: " and ") }
      names =
        text.hasBytes(of: " and ")
        ? text.split(separator: " and ").flatMap { listed($0) } : listed(text[...])
    }
    names.removeAll { $0.isEmpty }
    let others = names.contains { isOthers($0) } || hasOthers
    names.removeAll { isOthers($0) }
    return others && !names.isEmpty ? names + [Paper.otherAuthors] : names
  }

  /// The names in a JSON value: a text, or texts and objects as CSL, Zotero and others have them.
  static func names(in value: JSON) -> [String] {
    guard case .array(let people) = value else {
      if case .object = value { return [name(of: value)].filter { !$0.isEmpty } }
      return value.text.map { Self.names(in: $0) } ?? []
    }
    let authors = people.filter { person in
      person["creatorType"]?.text.map { $0 == "author" } ?? true
    }
    var names: [String] = []
    var hasOthers = false
    for person in authors.isEmpty ? people : authors {
      let name = name(of: person)
      if isOthers(name) { hasOthers = true } else if !name.isEmpty { names.append(name) }
    }
    return hasOthers && !names.isEmpty ? names + [Paper.otherAuthors] : names
  }

  /// What parts the names of a text; nil for commas and “and”.
  private static func separator(in text: String) -> Character? {
    if text.utf8.contains(UInt8(ascii: ";")) { return ";" }
    if text.utf8.contains(UInt8(ascii: "|")) { return "|" }
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return ["；", "、"].first { text.contains($0) }
  }

  // MARK: Objects

  private static func name(of person: JSON) -> String {
    guard case .object = person else { return inReadingOrder(trimmed(person.text ?? "")) }
    if let literal = person["literal"]?.text { return trimmed(literal) }
    func part(_ keys: String...) -> String {
      keys.lazy.compactMap { person[$0]?.text }.first.map { trimmed($0) } ?? ""
    }
    let family = part("family", "lastName", "last", "surname", "last_name", "familyName")
    let given = part("given", "firstName", "first", "first_name", "forenames", "givenName")
    if !family.isEmpty || !given.isEmpty {
      return [
        given, part("dropping-particle"), part("non-dropping-particle"), family, part("suffix"),
      ].filter { !$0.isEmpty }.joined(separator: " ")
    }
    if let author = person["author"], case .object = author { return name(of: author) }
    let name = part("name", "display_name", "full_name", "fullname", "fullName", "authorName")
    return inReadingOrder(name)
  }

  // MARK: Texts

  /// Names parted by commas, or one name with its parts parted so.
  private static func listed(_ text: Substring) -> [String] {
    let pieces = text.split { $0 == "," || $0 == "，" }.map { trimmed($0) }.filter { !$0.isEmpty }
    guard pieces.count > 1 else { return pieces }
    let isInitials = pieces.indices.filter { $0 % 2 == 1 }.allSatisfy { areInitials(pieces[$0]) }
    if isInitials, pieces.count.isMultiple(of: 2) {
      return stride(from: 0, to: pieces.count, by: 2).map { "\(pieces[$0 + 1]) \(pieces[$0])" }
    }
    let isOneName =
      pieces.count == 2
      && (!pieces[0].contains(" ") || pieces[0].first?.isLowercase == true)
      && !isOthers(pieces[1])
    let hasSuffix = pieces.count == 3 && suffixes.contains(pieces[2].lowercased())
    return isOneName || hasSuffix ? [inReadingOrder(String(text))] : pieces
  }

  /// A name of the form “Family, Given” or “Family, Given, Suffix” the other way round.
  static func inReadingOrder(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: ",")) else { return trimmed(name) }
    let parts = name.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
    switch parts.count {
    case 2: return "\(parts[1]) \(parts[0])"
    case 3 where suffixes.contains(parts[2].lowercased()):
      return "\(parts[1]) \(parts[0]) \(parts[2])"
    case 3 where suffixes.contains(parts[1].lowercased()):
      return "\(parts[2]) \(parts[0]) \(parts[1])"
    default: return trimmed(name)
    }
  }

  private static let suffixes: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]

  /// True for initials with or without their full stops.
  static func areInitials(_ text: String) -> Bool {
    let letters = text.filter(\.isLetter)
    return !letters.isEmpty && letters.count <= 3 && letters.allSatisfy(\.isUppercase)
      && (text.contains(".") || letters.count == text.count)
  }

  private static func isOthers(_ name: String) -> Bool {
    guard name.utf8.count <= 10 else { return false }
    return ["et al", "et al.", "others", "and others", "...", "…"].contains(name.lowercased())
  }

  /// Takes “et al.” off the end; true when it stood there.
  private static func dropOthers(_ text: inout String) -> Bool {
    let end = String(text.suffix(12)).lowercased()
    for ending in ["et al.", "et al", "and others", "...", "…"] where end.hasSuffix(ending) {
      let rest = text.dropLast(ending.count)
      guard rest.last.map({ !$0.isLetter }) ?? false else { continue }
      text = trimmed(rest)
      while let last = text.last, ",;".contains(last) { text.removeLast() }
      return true
    }
    return false
  }

  private static func withoutBrackets(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "(")) else { return text }
    var depth = 0
    var kept = ""
    for character in text {
      if character == "(" {
        depth += 1
      } else if character == ")", depth > 0 {
        depth -= 1
      } else if depth == 0 {
        kept.append(character)
      }
    }
    kept = trimmed(kept)
    return kept.isEmpty || depth > 0 ? text : kept
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = Substring(text)
    if let first = text.utf8.first, let last = text.utf8.last, 0x21..<0x80 ~= first,
      0x21..<0x80 ~= last
    {
      return String(text)
    }
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
