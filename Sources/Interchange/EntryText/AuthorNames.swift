import ReadingModel

/// Lists of authors as people write them into a line.
enum AuthorNames {
  /// The names in a text that is nothing but a list of authors.
  ///
  /// Understands commas, semicolons, “and”, “&” and “et al.”, family names alone, and the first author
  /// with the family name first, as the MLA style has it (“LeCun, Yann, and Yoshua Bengio”).
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isExpected: True where the place says that authors stand there, so that one word is enough.
  ///   - isInverted: True where the style says that the first author's family name stands first.
  /// - Returns: The names in order, with `et al.` for those not listed; nil when it is something else.
  static func read(
    _ text: String, isExpected: Bool = false, isInverted: Bool = false
  ) -> [String]? {
    guard text.utf8.count <= 4_096 else { return nil }
    var text = text.trimmed
    // Most text that is no list of names shows it with its first word.
    let first = text.prefix { !$0.isWhitespace }
    guard
      first.utf8.first.map({ !(0x61...0x7A ~= $0) && !(0x30...0x39 ~= $0) }) == true
        || first == "by" || first == "authors:" || particles.contains(String(first))
    else { return nil }
    while let last = text.unicodeScalars.last, ".,;:".unicodeScalars.contains(last) {
      // The full stop of an initial or of “Jr.” stays with its name.
      if last == ".", endsWithInitial(text) { break }
      text.unicodeScalars.removeLast()
    }
    for prefix in ["by ", "By ", "Authors: ", "Author: ", "authors: "] where text.hasPrefix(prefix)
    {
      text.removeFirst(prefix.count)
    }
    let hasOthers = removeOthers(&text)
    var names = text.contains(";") ? turnedAll(text) : split(text)
    guard !names.isEmpty, names.count <= 200, names.allSatisfy(isName) else { return nil }
    let isSure =
      hasOthers || names.count > 1 || names[0].split(separator: " ").count > 1
    guard isExpected || isSure else { return nil }
    if let turned = withInitials(names) {
      names = turned
    } else {
      turnFirst(&names, isInverted: isInverted)
    }
    if hasOthers { names.append(Paper.otherAuthors) }
    return names
  }

  /// Takes “et al.” and its kin off the end.
  private static func removeOthers(_ text: inout String) -> Bool {
    for ending in [
      "et al.", "et. al.", "et al", "et. al", "etal.", "etal", "and others", "and colleagues",
    ]
    where text.lowercased().hasSuffix(ending) {
      text = String(text.dropLast(ending.count)).trimmed
      while let last = text.last, ",;".contains(last) { text.removeLast() }
      return true
    }
    return false
  }

  private static func endsWithInitial(_ text: String) -> Bool {
    guard let word = text.split(separator: " ").last else { return false }
    let letters = word.dropLast()
    return letters.count == 1 || letters.hasSuffix("Jr") || letters.contains(".")
  }

  private static func split(_ text: String) -> [String] {
    var names: [String] = []
    for part in text.split(whereSeparator: { ",;·".contains($0) }) {
      var name: [Substring] = []
      for word in part.split(whereSeparator: \.isWhitespace) {
        if word == "and" || word == "&" || word == "und" {
          if !name.isEmpty { names.append(name.joined(separator: " ")) }
          name = []
        } else {
          name.append(word)
        }
      }
      if !name.isEmpty { names.append(name.joined(separator: " ")) }
    }
    return names
  }

  /// Parts names at semicolons, where each comma turns a name round: “Bee, Ann; Dee, Carl”.
  private static func turnedAll(_ text: String) -> [String] {
    text.split(separator: ";").map { name in
      let parts = name.split(separator: ",").map(\.trimmed)
      return parts.count == 2 ? "\(parts[1]) \(parts[0])" : name.trimmed
    }
    .filter { !$0.isEmpty }
  }

  /// Puts names right where every second part is the initials of the one before: “Bee, A., Dee, C.”.
  private static func withInitials(_ names: [String]) -> [String]? {
    guard names.count.isMultiple(of: 2) else { return nil }
    var turned: [String] = []
    for index in stride(from: 0, to: names.count, by: 2) {
      let initials = names[index + 1]
      guard initials.split(whereSeparator: { ". -".contains($0) }).allSatisfy({ $0.count == 1 })
      else { return nil }
      turned.append("\(initials) \(names[index])")
    }
    return turned
  }

  /// True for one to five words that begin like parts of names.
  private static func isName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard 1...5 ~= words.count, name.utf8.count <= 60 else { return false }
    var hasCapital = false
    for word in words {
      guard let first = word.unicodeScalars.first,
        !word.contains(where: { $0.isASCII && $0.isNumber })
      else { return false }
      if first.properties.isUppercase || first.properties.generalCategory == .otherLetter {
        hasCapital = true
      } else if !particles.contains(String(word)) {
        return false
      }
      guard word.unicodeScalars.allSatisfy(isOfName) else { return false }
    }
    return hasCapital
  }

  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass != .notReordered
      || ".'-’‐`*†".unicodeScalars.contains(scalar)
  }

  private static let particles: Set<String> = [
    "de", "van", "von", "der", "den", "la", "le", "di", "da", "del", "della", "du", "dos", "das",
    "bin", "ibn", "al", "el", "ten", "ter", "y", "zu", "af", "d'", "e",
  ]

  /// Puts “LeCun, Yann” the right way round where the other names show that it is one.
  private static func turnFirst(_ names: inout [String], isInverted: Bool) {
    guard names.count > 1, !names[0].contains(" ") else { return }
    let given = names[1].split(separator: " ")
    let hasInitial = given.contains { $0.hasSuffix(".") && $0.count == 2 }
    let othersAreWhole = names.count > 2 && names[2...].allSatisfy { $0.contains(" ") }
    guard isInverted || (given.count == 1 ? othersAreWhole : hasInitial && given[0].count > 2)
    else { return }
    let family = names.removeFirst()
    names[0] += " " + family
  }
}
