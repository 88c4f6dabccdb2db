import ReadingModel

/// Lists of authors in the style of Vancouver: family names with initials behind them, without commas
/// or full stops between, and a full stop at the end.
enum InitialedNames {
  /// The authors that a text begins with, and what stands behind them.
  ///
  /// - Returns: The names in reading order; nil when the text begins otherwise.
  static func names(atStartOf text: String) -> (names: [String], rest: Substring)? {
    guard let stop = text.prefix(1_000).firstRange(of: ". ") else { return nil }
    var names: [String] = []
    let parts = text[..<stop.lowerBound].split(separator: ",").map { String($0).trimmed }
    for (index, part) in parts.enumerated() {
      if index > 0, index == parts.count - 1, part == "et al" {
        names.append(Paper.otherAuthors)
        break
      }
      let words = part.split(separator: " ")
      guard 2...4 ~= words.count, let initials = words.last, 1...3 ~= initials.count,
        initials.allSatisfy({ $0.isUppercase }), words.dropLast().allSatisfy(isOfName)
      else { return nil }
      names.append("\(initials) \(words.dropLast().joined(separator: " "))")
    }
    return names.isEmpty ? nil : (names, text[stop.upperBound...])
  }

  private static func isOfName(_ word: Substring) -> Bool {
    word.allSatisfy { $0.isLetter || "-'’".contains($0) }
      && (word.contains { $0.isLowercase } || word.count > 3)
  }
}
