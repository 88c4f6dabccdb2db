import ReadingModel

/// Where the words of a query stand in a title.
enum TitleMatches {
  /// The words a title may be matched by: those looked for in titles or in any text.
  static func words(of query: Query) -> [String] {
    var words: [String] = []
    if let condition = query.condition { collect(condition, into: &words) }
    return words.filter { !$0.isEmpty }
  }

  private static func collect(_ condition: Query.Condition, into words: inout [String]) {
    switch condition {
    case .word(let word, nil), .word(let word, .title): words.append(SafeText.folded(word))
    case .phrase(let phrase, nil), .phrase(let phrase, .title):
      words += phrase.map(SafeText.folded)
    case .all(let conditions), .any(let conditions):
      for condition in conditions { collect(condition, into: &words) }
    case .word, .phrase, .status, .number, .has, .added, .not: break
    }
  }

  /// The title in runs, each with whether it matched; words match from their beginning.
  static func runs(of title: String, matching words: [String]) -> [Snippet.Run] {
    var runs: [Snippet.Run] = []
    func append(_ text: Substring, matched: Bool) {
      guard !text.isEmpty else { return }
      if runs.last?.matched == matched {
        runs[runs.count - 1].text += text
      } else {
        runs.append(Snippet.Run(text: String(text), matched: matched))
      }
    }
    var index = title.startIndex
    while index < title.endIndex {
      let start = index
      let isWord = skip(&index, in: title)
      while index < title.endIndex {
        var next = index
        guard skip(&next, in: title) == isWord else { break }
        index = next
      }
      let part = title[start..<index]
      let end = isWord ? matchedEnd(of: part, words) : start
      append(part[..<end], matched: true)
      append(part[end...], matched: false)
    }
    return runs
  }

  /// Goes over one cluster and says whether it is part of a word.
  private static func skip(_ index: inout String.Index, in title: String) -> Bool {
    let bytes = title.utf8
    let byte = bytes[index]
    let next = bytes.index(after: index)
    // Nearly all of a title is ASCII, which needs no tables.
    guard byte < 0x80, next == bytes.endIndex || bytes[next] < 0x80 else {
      let character = title[index]
      index = title.index(after: index)
      return character.isLetter || character.isNumber
    }
    index = next
    return isWordPart(byte)
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  /// Where the longest match at the beginning of a word ends.
  private static func matchedEnd(of word: Substring, _ words: [String]) -> String.Index {
    // Folded, a letter or digit of ASCII is the same with this bit.
    if let first = word.utf8.first, first < 0x80,
      !words.contains(where: { $0.utf8.first == first | 0x20 })
    {
      return word.startIndex
    }
    let folded = SafeText.folded(String(word))
    let length = words.filter { folded.hasPrefix($0) }.map(\.count).max() ?? 0
    guard length > 0 else { return word.startIndex }
    // Folding may lengthen a letter, so the end is where the folded beginning is long enough.
    var end = word.startIndex
    while end < word.endIndex, SafeText.folded(String(word[..<end])).count < length {
      end = word.index(after: end)
    }
    return end
  }
}
