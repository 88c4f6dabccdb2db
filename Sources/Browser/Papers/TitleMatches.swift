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
    var rest = title[...]
    while !rest.isEmpty {
      let word = rest.prefix { $0.isLetter || $0.isNumber }
      if word.isEmpty {
        let other = rest.prefix { !($0.isLetter || $0.isNumber) }
        append(other, matched: false)
        rest = rest[other.endIndex...]
      } else {
        let end = matchedEnd(of: word, words)
        append(word[..<end], matched: true)
        append(word[end...], matched: false)
        rest = rest[word.endIndex...]
      }
    }
    return runs
  }

  /// Where the longest match at the beginning of a word ends.
  private static func matchedEnd(of word: Substring, _ words: [String]) -> String.Index {
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
