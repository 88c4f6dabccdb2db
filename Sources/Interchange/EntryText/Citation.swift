import ReadingModel

/// What stands in brackets behind a title: authors, year and venue, each where given.
struct Citation: Equatable {
  /// The authors in order.
  var authors: [String] = []
  /// The first year that is named.
  var year: Int?
  /// Where the work was published.
  var venue: String?

  /// Makes a citation of its parts.
  init(authors: [String], year: Int?, venue: String?) {
    self.authors = authors
    self.year = year
    self.venue = venue
  }

  /// Reads the inside of brackets, such as `Yao et al., 2022 / ICLR 2023` or `NeurIPS 2017`.
  ///
  /// - Returns: nil when there is no year, or more than authors and a venue stands beside it.
  init?(_ text: String) {
    guard text.utf8.count <= 300, let (year, range) = Self.firstYear(in: text) else { return nil }
    self.year = year
    let before = Self.withoutMonth(Self.bare(text[..<range.lowerBound]))
    let after = Self.bare(Self.withoutMonthNumber(text[range.upperBound...]))
    if let comma = before.lastIndex(of: ","), after.isEmpty,
      Self.isVenue(Self.bare(before[comma...])),
      let names = AuthorNames.read(String(before[..<comma])),
      names.count > 1 || names[0].contains(" ")
    {
      // “Song et al., ICML 2023”.
      venue = "\(Self.bare(before[comma...])) \(year)"
      authors = names
      return
    }
    if Self.isVenue(before) {
      guard after.isEmpty else { return nil }
      venue = "\(before) \(year)"
      return
    }
    if !before.isEmpty {
      guard let names = AuthorNames.read(before, isExpected: true) else { return nil }
      authors = names
    }
    guard !after.isEmpty else { return }
    guard Self.firstYear(in: after) != nil || Self.isVenue(after) else { return nil }
    venue = after
  }

  /// The first year from 1900 to 2099 that stands alone in a text.
  static func firstYear(in text: String) -> (year: Int, range: Range<String.Index>)? {
    var index = text.utf8.startIndex
    let end = text.utf8.endIndex
    while index < end {
      guard isDigit(text.utf8[index]) else {
        index = text.utf8.index(after: index)
        continue
      }
      let start = index
      var value = 0
      var count = 0
      while index < end, isDigit(text.utf8[index]) {
        if count < 5 { value = value * 10 + Int(text.utf8[index] - 0x30) }
        count += 1
        index = text.utf8.index(after: index)
      }
      guard count == 4, 1_900...2_099 ~= value else { continue }
      let isAlone =
        (start == text.utf8.startIndex || !joins(text.utf8[text.utf8.index(before: start)]))
        && (index == end || !joins(text.utf8[index])) && !isBeforeFraction(text, index)
      if isAlone { return (value, start..<index) }
    }
    return nil
  }

  /// True when a point and three digits or more follow, as in `2001.00001`; `2023.05` is a month.
  private static func isBeforeFraction(_ text: String, _ index: String.Index) -> Bool {
    let rest = text.utf8[index...].prefix(4)
    return rest.count == 4 && rest.first == UInt8(ascii: ".")
      && rest.dropFirst().allSatisfy(isDigit)
  }

  /// True for bytes that make a number part of something longer, such as `2024.12345`.
  private static func joins(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "#"): true
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  /// The text without the separators at its ends.
  private static func bare(_ text: Substring) -> String {
    String(
      text.drop { " ,/;:-–—|·'’".contains($0) }.reversed().drop { " ,/;:-–—|·'’".contains($0) }
        .reversed())
  }

  /// The text behind a year without the number of a month: `.05`, `-05`, `/5`.
  private static func withoutMonthNumber(_ text: Substring) -> Substring {
    guard let mark = text.first, "./-".contains(mark) else { return text }
    let digits = text.dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard let month = Int(digits), digits.count <= 2, 1...12 ~= month else { return text }
    return text[digits.endIndex...]
  }

  /// The text without a month at its end.
  private static func withoutMonth(_ text: String) -> String {
    guard let word = text.split(whereSeparator: { " ,.".contains($0) }).last,
      MonthNames.number(of: word) != nil
    else { return text }
    return bare(text[..<word.startIndex])
  }

  /// True for a short name of a conference, journal or archive.
  static func isVenue(_ text: String) -> Bool {
    let words = TextWords.of(text, limit: 8)
    guard let last = words.last, words.count <= 6 else { return false }
    return venues.contains(words[0]) || venues.contains(last)
  }

  private static let venues: Set<String> = [
    "aaai", "aacl", "acl", "acm", "aistats", "alt", "arxiv", "asru", "cav", "ccs", "chi", "cikm",
    "coling", "colm", "colt", "conll", "corl", "cvpr", "eacl", "eccv", "ecml", "emnlp", "findings",
    "iccv", "icassp", "iclr", "icml", "icra", "icse", "ieee", "ijcai", "ijcv", "ijcnn",
    "interspeech", "iros", "iwslt", "jair", "jmlr", "kdd", "lrec", "miccai", "mlsys", "naacl",
    "nature", "neurips", "nips", "osdi", "pami", "pnas", "pldi", "pmlr", "recsys", "rss", "science",
    "sigir", "sigkdd", "siggraph", "sigmod", "sosp", "tacl", "tmlr", "tpami", "tip", "uai", "uist",
    "usenix", "vldb", "wacv", "wmt", "wsdm", "www", "preprint", "workshop", "proceedings",
    "transactions", "journal", "biorxiv", "medrxiv", "openreview", "springer", "elsevier",
  ]
}

/// The months of the year by their English names.
enum MonthNames {
  /// The number of a month, 1 to 12, from its name or the beginning of it; nil for other words.
  static func number(of word: some StringProtocol) -> Int? {
    let word = word.lowercased()
    guard word.utf8.count >= 3 else { return nil }
    return names.firstIndex { $0 == word || (word.utf8.count <= 4 && $0.hasPrefix(word)) }
      .map { $0 + 1 }
  }

  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
