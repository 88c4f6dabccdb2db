internal import GRDB
internal import ReadingModel

/// A text in which the words that begin with one of some other words are marked.
struct MarkedText {
  /// How many of the wanted words the text has.
  let found: Int

  private let text: String
  private let marks: [Range<String.Index>]

  /// Marks a text.
  ///
  /// - Parameter words: what to look for, folded as the full-text indexes fold.
  init(_ text: String, words: [String], in database: Database) throws {
    var marks: [Range<String.Index>] = []
    var found: Set<String> = []
    for range in Self.words(of: text) {
      let folded = try Self.fold(text[range], in: database)
      let matches = words.filter { folded.hasPrefix($0) }
      guard !matches.isEmpty else { continue }
      found.formUnion(matches)
      marks.append(range)
    }
    self.text = text
    self.marks = marks
    self.found = found.count
  }

  /// The marked runs on one line, from a little before the first mark.
  ///
  /// - Parameter length: how many characters to show at most, besides the dots at its ends.
  func runs(length: Int = 160) -> [Snippet.Run] {
    let lead = 40
    var start = text.startIndex
    if let first = marks.first?.lowerBound, text.distance(from: start, to: first) > lead,
      text.count > length
    {
      start = text.index(first, offsetBy: -lead)
      start = text[start..<first].firstIndex(where: \.isWhitespace) ?? start
    }
    let end = text.index(start, offsetBy: length, limitedBy: text.endIndex) ?? text.endIndex
    var runs: [Snippet.Run] = []
    func append(_ range: Range<String.Index>, matched: Bool) {
      guard !range.isEmpty else { return }
      let line = text[range].split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      runs.append(Snippet.Run(text: line.joined(separator: " "), matched: matched))
    }
    if start > text.startIndex { runs.append(Snippet.Run(text: "…", matched: false)) }
    var place = start
    for mark in marks where mark.lowerBound >= start && mark.upperBound <= end {
      append(place..<mark.lowerBound, matched: false)
      append(mark, matched: true)
      place = mark.upperBound
    }
    append(place..<end, matched: false)
    if end < text.endIndex { runs.append(Snippet.Run(text: "…", matched: false)) }
    return runs
  }

  private static func words(of text: String) -> [Range<String.Index>] {
    text.split { !$0.isLetter && !$0.isNumber }.map { $0.startIndex..<$0.endIndex }
  }

  /// A word as the full-text indexes hold it; ASCII needs no tokenizer.
  private static func fold(_ word: Substring, in database: Database) throws -> String {
    guard word.utf8.allSatisfy({ $0 < 0x80 }) else {
      return try FullText.tokens(of: String(word), in: database).first ?? ""
    }
    return word.lowercased()
  }
}
