extension Query {
  /// The longest query that is read, in characters.
  public static let longest = 4_096
  /// How many words, phrases and fields a query may have.
  public static let mostTerms = 256
  /// How deep parentheses may stand in one another.
  ///
  /// Each takes up to four of the hundred places that SQLite's parser has for what is still open
  /// (https://www.sqlite.org/compile.html#yystackdepth), and the request around them up to twenty-four.
  public static let deepest = 16

  /// Reads a query.
  ///
  /// `not` binds closer than `and`, which may be left out, and that closer than `or`. The three are
  /// operators in lower or in upper case alone, so that a pasted title with a “Not” stays a title.
  ///
  /// - Parameters:
  ///   - text: What a person typed.
  ///   - lenient: True while they type: an end that is not finished yet (a field without a value, an
  ///     open quote or parenthesis, an operator with nothing after it) is taken as absent.
  /// - Returns: The query; its condition is nil when the text asks for nothing.
  /// - Throws: `QueryError` at the first fault.
  public static func parse(_ text: String, lenient: Bool = false) throws(QueryError) -> Query {
    let characters = Array(text.prefix(longest + 1))
    guard characters.count <= longest else {
      throw QueryError(offset: longest, message: "a query has at most \(longest) characters")
    }
    var lexer = QueryLexer(characters: characters)
    var tokens = lexer.tokens()
    if lenient { dropUnfinishedEnd(&tokens, length: characters.count) }
    if tokens.count > mostTerms, tokens.count(where: \.isTerm) > mostTerms {
      throw QueryError(offset: 0, message: "a query has at most \(mostTerms) words and fields")
    }
    var parser = QueryParser(tokens: tokens, lenient: lenient)
    let condition = try parser.query()
    return Query(condition: condition, sort: parser.sort, text: text)
  }

  private static func dropUnfinishedEnd(_ tokens: inout [QueryToken], length: Int) {
    if let last = tokens.last, case .fault = last.kind, last.end == length { tokens.removeLast() }
    while let last = tokens.last, last.wantsMore { tokens.removeLast() }
  }
}

/// The grammar of queries, by recursive descent over tokens.
struct QueryParser {
  /// The orderings met so far.
  private(set) var sort: [Query.SortKey] = []
  private let tokens: [QueryToken]
  private let lenient: Bool
  private var index = 0
  private var depth = 0

  init(tokens: [QueryToken], lenient: Bool) {
    self.tokens = tokens
    self.lenient = lenient
  }

  private var next: QueryToken? { index < tokens.count ? tokens[index] : nil }

  /// Reads everything; nil when there is no condition.
  mutating func query() throws(QueryError) -> Query.Condition? {
    let condition = try alternatives()
    if let extra = next { throw extra.error("“)” closes nothing") }
    return condition
  }

  private mutating func alternatives() throws(QueryError) -> Query.Condition? {
    guard let first = try sequence() else {
      if let or = next, or.kind == .or { throw or.error("“or” needs something before it") }
      return nil
    }
    var items = [first]
    while let or = next, or.kind == .or {
      index += 1
      guard let item = try sequence() else { throw or.error("“or” needs something after it") }
      items.append(item)
    }
    return items.count == 1 ? first : .any(items)
  }

  private mutating func sequence() throws(QueryError) -> Query.Condition? {
    var items: [Query.Condition] = []
    var and: QueryToken?
    while let token = next, token.kind != .or, token.kind != .close {
      if token.kind == .and {
        guard !items.isEmpty, and == nil else {
          throw token.error("“and” needs something before it")
        }
        and = token
        index += 1
      } else if case .sort(let key) = token.kind {
        sort.append(key)
        index += 1
      } else {
        items.append(try negation())
        and = nil
      }
    }
    if let and { throw and.error("“and” needs something after it") }
    return items.count > 1 ? .all(items) : items.first
  }

  private mutating func negation() throws(QueryError) -> Query.Condition {
    var negated = false
    var last: QueryToken?
    while let not = next, not.kind == .not {
      negated.toggle()
      last = not
      index += 1
    }
    guard let token = next, token.kind != .and, token.kind != .or, token.kind != .close else {
      throw QueryError(
        offset: last?.start ?? 0, message: "“not” needs something after it")
    }
    index += 1
    let condition = try operand(token)
    return negated ? .not(condition) : condition
  }

  private mutating func operand(_ token: QueryToken) throws(QueryError) -> Query.Condition {
    switch token.kind {
    case .term(let condition): return condition
    case .fault(let message): throw token.error(message)
    case .sort:
      throw token.error("sort: orders everything that is found, so “not” cannot stand before it")
    case .open: return try group(token)
    case .close, .and, .or, .not: throw token.error("a word was expected here")
    }
  }

  private mutating func group(_ open: QueryToken) throws(QueryError) -> Query.Condition {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Query.deepest else {
      throw open.error("parentheses stand at most \(Query.deepest) deep in one another")
    }
    guard let condition = try alternatives() else {
      throw open.error("“(” needs something to search for after it")
    }
    if next?.kind == .close {
      index += 1
    } else if !lenient {
      throw open.error("“(” is not closed; “)” was expected")
    }
    return condition
  }
}
