import ReadingModel

/// The papers that bear one title, in the order in which they are looked at.
///
/// Thousands of papers may be called “Introduction”. Once there are many, the one that an entry can be
/// about is found by author and year, so that the time for an entry does not grow with their number.
struct Namesakes {
  /// What speaks for or against an entry being about a paper.
  struct Paper: Equatable {
    var id: PaperID
    /// The schemes in which it has an identifier, apart from plain addresses, a bit for each.
    var schemes: UInt8
    var year: Int?
    /// The folded family name of its first author.
    var firstAuthor: String?

    init(_ id: PaperID, _ identifiers: [Identifier], year: Int?, firstAuthor: String?) {
      self.id = id
      schemes = identifiers.reduce(0) { $0 | Self.bit(of: $1.scheme) }
      self.year = year
      self.firstAuthor = firstAuthor
    }

    private static func bit(of scheme: IdentifierScheme) -> UInt8 {
      switch scheme {
      case .arxiv: 1
      case .doi: 2
      case .openreview: 4
      case .acl: 8
      case .url: 0
      }
    }
  }

  /// From this number on the papers are found through an index.
  static let many = 16

  private(set) var papers: [Paper] = []
  /// The places of papers that can be met by what they say of themselves; empty while there are few.
  private var index: [Trait: [Int]] = [:]
  /// The places of papers by the schemes they are known in.
  private var placesBySchemes: [UInt8: [Int]] = [:]
  private var places: [PaperID: Int] = [:]

  /// Adds a paper behind the others.
  mutating func append(_ paper: Paper) {
    papers.append(paper)
    if papers.count == Self.many {
      for place in papers.indices { enter(place) }
    } else if papers.count > Self.many {
      enter(papers.count - 1)
    }
  }

  /// Takes over what is known about a paper now; one that is not here yet comes behind the others.
  mutating func update(_ paper: Paper) {
    let known =
      papers.count < Self.many ? papers.firstIndex { $0.id == paper.id } : places[paper.id]
    guard let place = known else { return append(paper) }
    let old = papers[place]
    papers[place] = paper
    guard old != paper, papers.count >= Self.many else { return }
    for trait in Trait.all(of: old) { index[trait]?.remove(place: place) }
    placesBySchemes[old.schemes]?.remove(place: place)
    enter(place)
  }

  /// The first paper that an entry with another name in no scheme can be about.
  func first(fitting entry: Paper) -> PaperID? {
    guard papers.count >= Self.many else {
      return papers.first { Self.fits(entry, $0) }?.id
    }
    var first: Int?
    for schemes in placesBySchemes.keys where schemes & entry.schemes == 0 {
      for trait in Trait.wanted(by: entry, among: schemes) {
        guard let place = index[trait]?.first else { continue }
        first = min(first ?? place, place)
      }
    }
    return first.map { papers[$0].id }
  }

  /// The first papers that another name in the same scheme tells apart from an entry, and the number
  /// of all of them.
  func contradicting(_ entry: Paper, first limit: Int) -> (first: [PaperID], count: Int) {
    guard papers.count >= Self.many else {
      let found = papers.filter { $0.schemes & entry.schemes != 0 }
      return (found.prefix(limit).map(\.id), found.count)
    }
    var places: [Int] = []
    var count = 0
    for (schemes, known) in placesBySchemes where schemes & entry.schemes != 0 {
      places += known.prefix(limit)
      count += known.count
    }
    return (places.sorted().prefix(limit).map { papers[$0].id }, count)
  }

  private static func fits(_ entry: Paper, _ paper: Paper) -> Bool {
    guard paper.schemes & entry.schemes == 0 else { return false }
    let bothNamed = entry.firstAuthor != nil && paper.firstAuthor != nil
    if bothNamed, entry.firstAuthor != paper.firstAuthor { return false }
    return PaperLikeness.yearsAgree(entry.year, paper.year, sameAuthor: bothNamed)
  }

  private mutating func enter(_ place: Int) {
    let paper = papers[place]
    for trait in Trait.all(of: paper) { index[trait, default: []].insert(place: place) }
    placesBySchemes[paper.schemes, default: []].insert(place: place)
    places[paper.id] = place
  }
}

extension [Int] {
  /// Inserts a place among places that rise.
  fileprivate mutating func insert(place: Int) {
    insert(place, at: last.map { $0 < place } ?? true ? count : position(of: place))
  }

  /// Removes a place from places that rise.
  fileprivate mutating func remove(place: Int) {
    let position = position(of: place)
    if position < count, self[position] == place { remove(at: position) }
  }

  /// The position of the first place that is not before the given one.
  private func position(of place: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// What papers of one title have in common: the schemes of their names, and an author, a year, both or
/// neither.
private struct Trait: Hashable, Sendable {
  /// A fact, the lack of it, or whatever it is.
  enum Fact<Value: Hashable & Sendable>: Hashable, Sendable {
    case known(Value?)
    case any
  }

  var schemes: UInt8
  var author: Fact<String>
  var year: Fact<Int>

  /// The traits of a paper.
  static func all(of paper: Namesakes.Paper) -> [Trait] {
    [Fact.known(paper.firstAuthor), .any].flatMap { author in
      [Fact.known(paper.year), .any].map { year in
        Trait(schemes: paper.schemes, author: author, year: year)
      }
    }
  }

  /// The traits that a paper has one of when an entry can be about it, by the rules of
  /// `PaperLikeness.yearsAgree`.
  static func wanted(
    by entry: Namesakes.Paper, among schemes: UInt8
  ) -> [Trait] {
    guard let author = entry.firstAuthor else {
      let years = entry.year.map { [Fact.known($0), .known(nil)] } ?? [.any]
      return years.map { Trait(schemes: schemes, author: .any, year: $0) }
    }
    let near = entry.year.map { year in
      [year, year - 1, year + 1, nil].map { Fact.known($0) }
    }
    let same = entry.year.map { [Fact.known($0), .known(nil)] }
    return (near ?? [.any]).map { Trait(schemes: schemes, author: .known(author), year: $0) }
      + (same ?? [.any]).map { Trait(schemes: schemes, author: .known(nil), year: $0) }
  }
}
