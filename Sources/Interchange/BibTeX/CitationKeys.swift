import ReadingModel

/// Citation keys such as `vaswani2017attention`: family name, year, first telling word of the title.
///
/// They are unique among the papers given and do not depend on their order: papers that share a key
/// are told apart by letters, in the order of their paper keys.
struct CitationKeys {
  private var keys: [String: String] = [:]

  /// The citation key of the paper with a key.
  subscript(key: String) -> String { keys[key] ?? "paper" }

  init(_ papers: [ListedPaper]) {
    let bases = Dictionary(grouping: papers) { Self.base(of: $0.paper) }
    var used = Set(bases.keys)
    for (base, group) in bases.sorted(by: { $0.key < $1.key }) {
      for (index, key) in Set(group.map(\.key)).sorted().enumerated() {
        var candidate = base
        var number = index
        while index > 0, !used.insert(candidate).inserted {
          candidate = base + Self.letters(number)
          number += 1
        }
        keys[key] = candidate
      }
    }
  }

  /// 1 is `b`, 25 `z`, 26 `ba`.
  private static func letters(_ number: Int) -> String {
    let last = String(Character(Unicode.Scalar(UInt8(97 + number % 26))))
    return number < 26 ? last : letters(number / 26) + last
  }

  private static func base(of paper: Paper) -> String {
    let author = paper.authors.first { $0 != Paper.otherAuthors } ?? ""
    let family =
      author.contains(",") ? author.prefix { $0 != "," } : author.split(separator: " ").last ?? ""
    let words = SafeText.folded(paper.title).split { !$0.isLetter && !$0.isNumber }
      .map { word($0) }.filter { !$0.isEmpty }
    let telling = words.first { !smallWords.contains($0) } ?? words.first ?? ""
    let key = word(family) + (paper.year.map { String($0) } ?? "") + telling
    return key.isEmpty ? "paper" : key
  }

  /// The ASCII letters and digits of a word.
  private static func word(_ text: some StringProtocol) -> String {
    let bytes = SafeText.folded(String(text)).utf8.filter { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let smallWords: Set<String> = [
    "a", "an", "and", "are", "as", "at", "by", "can", "do", "does", "for", "from", "how", "in",
    "is", "it", "of", "on", "or", "the", "to", "via", "what", "when", "why", "with",
  ]
}
