/// How sentences name papers and counts.
enum Sentences {
  /// A title as a sentence quotes it: without the subtitle, and never longer than 60 characters.
  static func quoted(_ title: String) -> String {
    var head = title[...]
    if let colon = title.range(of: ": "), title[..<colon.lowerBound].count >= 3 {
      head = title[..<colon.lowerBound]
    }
    return head.count <= 60 ? "“\(head)”" : "“\(head.prefix(59))…”"
  }

  /// A number with its noun: “1 paper”, “12 papers”.
  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  /// The papers a change was about: the one by its title, several by their number.
  static func subject(_ titles: [String]) -> String {
    titles.count == 1 ? quoted(titles[0]) : count(titles.count, "paper")
  }

  /// Names in a row: “a”, “a and b”, “a, b and c”.
  static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension String {
  fileprivate func range(of separator: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(separator) {
        return start..<index(start, offsetBy: separator.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
