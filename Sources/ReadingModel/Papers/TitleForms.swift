/// A title in the forms in which people shorten it.
///
/// Lists name “BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding” as
/// BERT, without its last words, or with another half sentence behind the colon. Such a form says what
/// is meant only together with the first author and the year.
public struct TitleForms: Equatable, Sendable {
  /// The title key.
  public let key: String
  /// The key of what stands before a colon or a dash: `bert`.
  public let head: String?
  /// The key of the short name that the paper has beside its title, or that stands in brackets in it.
  public let name: String?

  /// Reads the forms of a title.
  ///
  /// - Parameters:
  ///   - paper: The paper.
  ///   - key: Its title key.
  public init(_ paper: Paper, key: String) {
    self.key = key
    head = Self.head(of: paper.title).map(Self.key(of:)).flatMap {
      key.hasPrefix($0 + "-") ? $0 : nil
    }
    name = (paper.shortName ?? Self.bracketedName(in: paper.title)).map(Self.key(of:))
  }

  /// What follows the head; nil without a head.
  public var rest: Substring? { head.map { key.dropFirst($0.count + 1) } }

  /// The first three words of the key; nil where there are fewer.
  public var opening: Substring? {
    let (hyphens, third) = key.utf8.inMemory { bytes in
      var hyphens = 0
      for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "-") {
        hyphens += 1
        if hyphens == 3 { return (hyphens, index) }
      }
      return (hyphens, bytes.count)
    }
    return hyphens < 2 ? nil : key[..<key.utf8.index(key.startIndex, offsetBy: third)]
  }

  /// True for a title of three words or fewer, which may be a name.
  public var isShort: Bool { head == nil && hyphens <= 2 }

  private var hyphens: Int {
    key.utf8.inMemory { bytes in bytes.count { $0 == UInt8(ascii: "-") } }
  }

  /// The titles, apart from those that begin as this one does, under which the paper may be known.
  public var furtherTitles: [String] {
    var titles = name.map { [$0] } ?? []
    if let head, !head.contains("-"), let rest { titles.append(String(rest)) }
    return titles
  }

  // MARK: Comparing

  /// True when one title is a short form of the other, or both are forms of one.
  ///
  /// A part of a series, a supplement or an answer is no short form of what it belongs to.
  public func agrees(with other: TitleForms) -> Bool {
    if key == other.key { return true }
    return isName(of: other) || other.isName(of: self) || begins(other) || other.begins(self)
      || isRest(of: other) || other.isRest(of: self) || sharesHead(with: other)
  }

  /// True when the whole title is what the other paper is called.
  public func isName(of other: TitleForms) -> Bool {
    if key == other.name { return true }
    return key == other.head && !Self.namesPart(other.rest ?? "")
  }

  /// True when the other title goes on after this one, which is long enough to say something.
  public func begins(_ other: TitleForms) -> Bool {
    guard opening != nil, other.key.utf8.count > key.utf8.count, other.key.hasPrefix(key + "-")
    else { return false }
    return !Self.namesPart(other.key.dropFirst(key.count + 1))
  }

  /// True when the other title is a name, a colon and this one, which is too long to be chance.
  public func isSurelyRest(of other: TitleForms) -> Bool {
    isRest(of: other) && hyphens >= 4
  }

  /// True when the other title is a name, a colon and this one.
  private func isRest(of other: TitleForms) -> Bool {
    guard let head = other.head, !head.contains("-"), let rest = other.rest else { return false }
    return opening != nil && rest == key && !Self.namesPart(head[...])
  }

  /// True when both have the same head, and what follows says the same in fewer words, or only spells
  /// the head out.
  private func sharesHead(with other: TitleForms) -> Bool {
    guard let head, head == other.head, let rest, let otherRest = other.rest else { return false }
    if Self.spells(rest, head) || Self.spells(otherRest, head) {
      return !Self.namesPart(rest) && !Self.namesPart(otherRest)
    }
    let words = Self.words(rest)
    let others = Self.words(otherRest)
    let (few, many) = words.count < others.count ? (words, others) : (others, words)
    guard few.count >= 2 else { return false }
    var next = few[...]
    var further: [Substring] = []
    for word in many {
      if word == next.first { next.removeFirst() } else { further.append(word) }
    }
    return next.isEmpty
      && !further.contains { Self.isNumeral($0) || Self.parts.contains($0) }
  }

  /// True when the initials of words are the letters of a name, of which some may be missing: Generalist
  /// Language Model is GLaM.
  private static func spells(_ words: Substring, _ name: String) -> Bool {
    let initials = Self.words(words).filter { !small.contains($0) }.compactMap(\.first)
    guard initials.count >= 2, initials.count * 3 >= name.count * 2, initials[0] == name.first
    else {
      return false
    }
    var rest = initials[...]
    for letter in name where letter == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  /// True for what follows the title of a work in that of a part of it, or of a work about it.
  private static func namesPart(_ words: Substring) -> Bool {
    let words = Self.words(words)
    guard let first = words.first else { return false }
    return isNumeral(first) || answers.contains(first) || words.contains(where: parts.contains)
  }

  /// True for a number such as 2 or v2, and for a Roman one.
  private static func isNumeral(_ word: Substring) -> Bool {
    let digits = word.first == "v" ? word.dropFirst() : word
    return romans.contains(word)
      || (1...3 ~= digits.utf8.count && digits.utf8.allSatisfy { 0x30...0x39 ~= $0 })
  }

  private static func words(_ key: Substring) -> [Substring] { key.split(separator: "-") }

  private static let parts: Set<Substring> = [
    "addendum", "appendix", "chapter", "corrigendum", "edition", "erratum", "part", "rejoinder",
    "retraction", "supplement", "supplementary", "vol", "volume",
  ]
  private static let answers: Set<Substring> = [
    "answer", "comment", "comments", "commentary", "continued", "correction", "discussion",
    "reloaded",
    "reply", "response", "revisited",
  ]
  private static let romans: Set<Substring> = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"]
  private static let small: Set<Substring> = [
    "a", "an", "and", "as", "by", "for", "from", "in", "of", "on", "the", "to", "via", "with",
  ]

  // MARK: Reading

  /// What stands before the first colon or dash between words.
  private static func head(of title: String) -> Substring? {
    let mayHaveMark = title.utf8.inMemory { bytes in
      bytes.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") || $0 >= 0x80 }
    }
    guard mayHaveMark else { return nil }
    var before: Unicode.Scalar = " "
    let scalars = title.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      let isMark =
        switch scalar {
        case "：": true
        case ":", "-", "–", "—":
          (scalar == ":" || before == " ")
            && scalars[scalars.index(after: index)...].first == " "
        default: false
        }
      if isMark { return index == scalars.startIndex ? nil : title[..<index] }
      before = scalar
    }
    return nil
  }

  /// A name in brackets, such as “(MMIR)”: one word with a capital inside or a digit.
  private static func bracketedName(in title: String) -> String? {
    guard let open = title.utf8.firstIndex(of: UInt8(ascii: "(")),
      let close = title.utf8[open...].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let name = title[title.utf8.index(after: open)..<close]
    guard 2...20 ~= name.utf8.count, !name.utf8.contains(0x20),
      name.utf8.first.map({ 0x41...0x5A ~= $0 }) ?? false,
      name.utf8.dropFirst().contains(where: { 0x41...0x5A ~= $0 })
    else { return nil }
    return String(name)
  }

  private static func key(of text: some StringProtocol) -> String {
    Paper(title: String(text)).titleKey
  }
}
