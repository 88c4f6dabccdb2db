/// Whether two descriptions can be of one work.
public enum PaperLikeness {
  /// Two names in one scheme that gives a work one name only.
  ///
  /// - Returns: The names that speak against one work; nil when none do.
  public static func contradiction(
    _ left: [Identifier], _ right: [Identifier]
  ) -> (mine: Identifier, theirs: Identifier)? {
    for mine in left where mine.scheme != .url && !right.contains(mine) {
      if let theirs = right.first(where: { $0.scheme == mine.scheme }) { return (mine, theirs) }
    }
    return nil
  }

  /// True when the years of two works of one title speak for one work.
  ///
  /// A preprint and its publication may lie a year apart; then the first author decides.
  public static func yearsAgree(_ left: Int?, _ right: Int?, sameAuthor: Bool) -> Bool {
    guard let left, let right else { return true }
    return left == right || (sameAuthor && abs(left - right) == 1)
  }

  /// The folded family name of the first author; nil when there is none.
  ///
  /// A name is `Given Family` or `Family, Given`, a citation `Family et al.`.
  public static func firstFamilyName(_ authors: [String]) -> String? {
    guard let author = authors.first, author != Paper.otherAuthors else { return nil }
    var name = Substring(author).utf8
    if let comma = name.firstIndex(of: UInt8(ascii: ",")) { name = name[..<comma] }
    while let end = name.lastIndex(where: { $0 != 0x20 }) {
      let start = name[..<end].lastIndex(of: 0x20).map(name.index(after:)) ?? name.startIndex
      let word = Substring(name[start...end])
      if word != "et", word != "al." { return SafeText.folded(String(word)) }
      name = name[..<start]
    }
    return nil
  }

  /// True when two titles can be of one work: one may be the other's short or long form.
  ///
  /// - Parameters:
  ///   - left: A title key, as `Paper.titleKey` makes it.
  ///   - right: Another.
  public static func titlesAgree(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    let first = Set(left.split(separator: "-"))
    let second = Set(right.split(separator: "-"))
    let shared = first.intersection(second).count
    return shared == min(first.count, second.count)
      || shared * 2 >= first.union(second).count
  }
}
