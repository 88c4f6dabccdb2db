import ReadingModel

/// Titles that are not set off from what follows them.
enum PlainTitle {
  /// A title and what stands behind it, parted at a year in brackets, a dash or a bar.
  static func parted(_ text: String, atBars: Bool = true) -> (title: String, rest: String) {
    var cut = text.endIndex
    if let (_, range) = Citation.firstYear(in: text),
      let open = text[..<range.lowerBound].lastIndex(where: { "([".contains($0) }),
      text.distance(from: open, to: range.lowerBound) <= 60, open > text.startIndex
    {
      cut = min(cut, open)
    }
    for separator in [" - ", " – ", " — ", " | ", " :: ", " by "] {
      guard atBars || separator != " | ", let range = text.firstRange(of: separator),
        range.lowerBound < cut
      else { continue }
      // A colon behind the dash belongs to a title: “Mind - Body: …” is rare, prose is not.
      cut = range.lowerBound
    }
    // An opening bracket at the end belongs to the link behind it.
    let head = text[..<cut].trimmed
    return (head, String(text[cut...]))
  }

  /// The width at which people, or their programs, break lines.
  private static let width = 72

  /// A title on a line of its own and the sentences on the lines below it; nil for any other text.
  ///
  /// Text that was only broken where a line was full is no such title: its next word would not have
  /// fitted.
  ///
  /// - Parameter isBeforeAddress: True when an address follows the text.
  static func line(of text: String, isBeforeAddress: Bool) -> (title: String, rest: String)? {
    let whole = text.trimmed
    guard let end = whole.firstIndex(of: "\n") else { return nil }
    let title = whole[..<end].trimmed
    let rest = whole[end...].trimmed
    guard let last = title.last, !".:,;!?…-–—".contains(last), !title.isEmpty,
      let first = rest.unicodeScalars.first,
      first.properties.isUppercase || first.properties.numericType != nil,
      let stop = rest.last, ".!?…”\"".contains(stop), TextWords.count(rest) >= 4,
      AuthorNames.read(rest) == nil, Citation.firstYear(in: rest) == nil
    else { return nil }
    let word = rest.prefix { !$0.isWhitespace }
    let hasFitted = title.count + 1 + word.count <= width
    return hasFitted || isBeforeAddress ? (title, rest) : nil
  }

  /// The authors that stand behind a title, parted from it by a full stop or a comma.
  static func authors(behind text: String) -> (title: String, authors: [String])? {
    let bare = EntryFacts.withoutSeparators(text)
    guard bare.utf8.count <= 600 else { return nil }
    var best: (String, [String])?
    for separator in [". ", ", "] {
      var search = bare.startIndex
      while let range = bare[search...].firstRange(of: separator) {
        search = range.upperBound
        let head = bare[..<range.lowerBound]
        // The full stop of an initial ends no title.
        guard head.split(separator: " ").count >= 2, head.split(separator: " ").last?.count != 1,
          let names = AuthorNames.read(String(bare[range.upperBound...])),
          names.last == Paper.otherAuthors || names.count > 1 || names[0].contains(".")
        else { continue }
        best = (String(head).trimmed, names)
        break
      }
      if let best { return (title: best.0, authors: best.1) }
    }
    return nil
  }
}
