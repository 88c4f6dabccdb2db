import ReadingModel

/// A text made ready to be matched: one folded scalar and one weight for each of its clusters.
struct FuzzyText: Equatable, Sendable {
  /// The text as it is shown.
  let text: String
  /// The first folded scalar of each cluster.
  let letters: [UInt32]
  /// What a match at each cluster is worth besides the letter itself.
  let bonuses: [Int]
  /// True where a cluster is a capital letter.
  let capitals: [Bool]
  /// Where the text begins behind a name that stands before it, as good a place as the first.
  let start: Int

  /// The most clusters that are looked at; what stands behind them cannot match.
  static let longest = 256

  /// A match at the beginning of the text, of a word, and of a hump inside one (`BibTeX`).
  private enum Bonus {
    static let start = 10
    static let word = 8
    static let hump = 5
  }

  /// Makes a text ready.
  ///
  /// - Parameter name: A name that is shown before the text and found like it.
  init(_ text: String, behind name: String? = nil) {
    let lead = name.map { $0 + "  " } ?? ""
    let text = lead + text
    self.text = text
    start = lead.count
    var letters: [UInt32] = []
    var bonuses: [Int] = []
    var capitals: [Bool] = []
    var before: Character?
    for (place, character) in text.prefix(Self.longest).enumerated() {
      let isWord = character.isLetter || character.isNumber
      let isCapital = character.isUppercase
      letters.append(Self.folded(character))
      capitals.append(isCapital)
      if !isWord {
        bonuses.append(0)
      } else if let before, place != start {
        let beginsWord = !(before.isLetter || before.isNumber)
        let isHump = isCapital && !before.isUppercase || character.isNumber && !before.isNumber
        bonuses.append(beginsWord ? Bonus.word : isHump ? Bonus.hump : 0)
      } else {
        bonuses.append(Bonus.start)
      }
      before = character
    }
    self.letters = letters
    self.bonuses = bonuses
    self.capitals = capitals
  }

  /// The first scalar of a cluster in lower case without accents.
  static func folded(_ character: Character) -> UInt32 {
    if character.utf8.count == 1, let byte = character.utf8.first {
      return UInt32((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
    }
    return SafeText.folded(String(character)).unicodeScalars.first?.value ?? 0
  }
}
