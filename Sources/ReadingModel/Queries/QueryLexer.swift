/// One piece of a query and where it stands, in characters.
struct QueryToken: Equatable {
  /// What a piece is.
  enum Kind: Equatable {
    case open, close, and, or, not
    case term(Query.Condition)
    case sort(Query.SortKey)
    /// A piece that cannot be read, with what is wrong.
    case fault(String)
  }

  var kind: Kind
  var start: Int
  var end: Int

  /// True for words, phrases and fields.
  var isTerm: Bool {
    switch kind {
    case .term, .sort, .fault: true
    default: false
    }
  }

  /// True when a query cannot end with this piece.
  var wantsMore: Bool { [.open, .and, .or, .not].contains(kind) }

  func error(_ message: String) -> QueryError { QueryError(offset: start, message: message) }
}

/// Cuts a query into pieces.
///
/// Words without letters and digits are left out: the search index does not hold them.
struct QueryLexer {
  private let characters: [Character]
  private var index = 0

  init(characters: [Character]) { self.characters = characters }

  /// All pieces in order.
  mutating func tokens() -> [QueryToken] {
    var tokens: [QueryToken] = []
    while index < characters.count {
      let start = index
      let kind: QueryToken.Kind?
      switch characters[index] {
      case "(": kind = single(.open)
      case ")": kind = single(.close)
      case "-" where isFollowedByTerm: kind = single(.not)
      case let quote where Self.isQuote(quote): kind = phrase(in: nil)
      case let space where space.isWhitespace:
        index += 1
        continue
      default: kind = word()
      }
      if let kind { tokens.append(QueryToken(kind: kind, start: start, end: index)) }
    }
    return tokens
  }

  private mutating func single(_ kind: QueryToken.Kind) -> QueryToken.Kind {
    index += 1
    return kind
  }

  /// True when a hyphen stands directly before what it takes out.
  private var isFollowedByTerm: Bool {
    index + 1 < characters.count && !characters[index + 1].isWhitespace
      && characters[index + 1] != ")"
  }

  private static func isQuote(_ character: Character) -> Bool { "\"“”„".contains(character) }

  private static func isSearchable(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  /// The characters up to a space, parenthesis or quote.
  private mutating func bare(until isEnd: (Character) -> Bool = { _ in false }) -> String {
    let start = index
    while index < characters.count, !characters[index].isWhitespace,
      !"()".contains(characters[index]), !Self.isQuote(characters[index]),
      !isEnd(characters[index])
    { index += 1 }
    return String(characters[start..<index])
  }

  private mutating func word() -> QueryToken.Kind? {
    let start = index
    let name = bare { $0 == ":" }
    if index < characters.count, characters[index] == ":", !name.isEmpty,
      name.utf8.allSatisfy({ 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 })
    {
      index += 1
      return field(name.lowercased())
    }
    index = start
    let text = bare()
    switch text {
    case "and", "AND": return .and
    case "or", "OR": return .or
    case "not", "NOT": return .not
    default: return Self.isSearchable(text) ? .term(.word(text, nil)) : nil
    }
  }

  private mutating func phrase(in field: Query.TextField?) -> QueryToken.Kind {
    index += 1
    let start = index
    while index < characters.count, !Self.isQuote(characters[index]) { index += 1 }
    let words = characters[start..<index].split(whereSeparator: \.isWhitespace).map { String($0) }
      .filter { Self.isSearchable($0) }
    guard index < characters.count else {
      return .fault("a quote is open; “\"” was expected at the end of the phrase")
    }
    index += 1
    return words.isEmpty
      ? .fault("a phrase needs a word between its quotes")
      : .term(.phrase(words, field))
  }

  private mutating func field(_ name: String) -> QueryToken.Kind {
    if let field = Query.TextField(rawValue: name) {
      if index < characters.count, Self.isQuote(characters[index]) { return phrase(in: field) }
      let text = bare()
      return Self.isSearchable(text)
        ? .term(.word(text, field))
        : .fault(QueryValue.expected("a word or a \"phrase\"", field: name, found: text))
    }
    return QueryValue.read(bare(), of: name)
  }
}
