internal import GRDB
internal import ReadingModel

/// A query as SQL over `paper`.
struct CompiledQuery {
  /// What a row of `paper` must satisfy.
  var condition: String
  /// The arguments of the condition.
  var arguments: [any DatabaseValueConvertible]
  /// The tables that condition and order refer to.
  var source: String
  /// The terms of ORDER BY.
  var order: String
  /// When the query is words and phrases alone: what names must match, words as prefixes.
  var name: String?
  /// When the query is words and phrases alone: what text must match, whole words.
  var text: String?
}

/// Turns queries into SQL; nothing that a person typed becomes part of a statement.
///
/// A word without a field matches a name as a prefix and any other text as a whole word: a prefix
/// over abstracts costs a second in a library of a million papers.
struct QueryCompiler {
  private let database: Database
  private var arguments: [any DatabaseValueConvertible] = []

  /// Compiles a query.
  static func compile(_ query: Query, in database: Database) throws -> CompiledQuery {
    var compiler = QueryCompiler(database: database)
    let condition = try query.condition.map { try compiler.sql(of: $0) } ?? "true"
    let words = query.condition.flatMap(freeWords)
    let sorts = query.sort.map(order)
    return CompiledQuery(
      condition: condition, arguments: compiler.arguments,
      source: "paper LEFT JOIN progress AS reading ON reading.paper = paper.id",
      order: (sorts + ["paper.id"]).joined(separator: ", "),
      name: words.map { $0.map(\.asPrefix).joined(separator: " ") },
      text: words.map { $0.map(\.asWord).joined(separator: " ") })
  }

  private init(database: Database) { self.database = database }

  private static func order(_ key: Query.SortKey) -> String {
    let direction = key.descending ? " DESC" : ""
    return switch key.field {
    case .title: "paper.title COLLATE NOCASE\(direction)"
    case .author: "nullif(paper.authors, '[]') COLLATE NOCASE\(direction) NULLS LAST"
    case .year: "paper.year\(direction) NULLS LAST"
    case .added: "paper.added\(direction), paper.id\(direction)"
    case .rating: "reading.rating\(direction) NULLS LAST"
    case .status:
      """
      CASE reading.status WHEN 'queued' THEN 1 WHEN 'reading' THEN 2 WHEN 'read' THEN 3
        WHEN 'skipped' THEN 4 ELSE 0 END\(direction)
      """
    }
  }

  private mutating func sql(of condition: Query.Condition) throws -> String {
    switch condition {
    case .word(let word, let field): try text(FreeWord(words: [word], isPhrase: false), field)
    case .phrase(let words, let field): try text(FreeWord(words: words, isPhrase: true), field)
    case .status(.unread):
      """
      NOT EXISTS (SELECT 1 FROM progress
        WHERE progress.paper = paper.id AND progress.status <> 'unread')
      """
    case .status(let status):
      "paper.id IN (SELECT paper FROM progress WHERE status = \(bind(status.rawValue)))"
    case .number(let field, let least, let most): number(field, least, most)
    case .has(let trait): Self.has(trait)
    case .added(let days, let older):
      "julianday(paper.added) \(older ? "<" : ">=") julianday('now') - \(bind(days))"
    case .not(let condition): "NOT \(try sql(of: condition))"
    case .all(let conditions): try joined(conditions, " AND ", empty: "true")
    case .any(let conditions): try joined(conditions, " OR ", empty: "false")
    }
  }

  private mutating func joined(
    _ conditions: [Query.Condition], _ operation: String, empty: String
  ) throws -> String {
    guard !conditions.isEmpty else { return empty }
    var parts: [String] = []
    for condition in conditions { parts.append(try sql(of: condition)) }
    return "(" + parts.joined(separator: operation) + ")"
  }

  private mutating func bind(_ value: some DatabaseValueConvertible) -> String {
    arguments.append(value)
    return "?"
  }

  private mutating func text(_ word: FreeWord, _ field: Query.TextField?) throws -> String {
    switch field {
    case nil:
      """
      paper.id IN (SELECT rowid FROM paper_name WHERE paper_name MATCH \(bind(word.asPrefix))
        UNION SELECT rowid FROM paper_text WHERE paper_text MATCH \(bind(word.asWord)))
      """
    case .title: match("paper_name", "title short_name", word)
    case .author: match("paper_name", "authors", word)
    case .note: match("paper_text", "note", word)
    case .abstract: match("paper_text", "abstract", word)
    case .remark: match("paper_text", "remark", word)
    case .tag:
      """
      paper.id IN (SELECT paper FROM paper_tag
        WHERE tag LIKE \(bind(Self.likePrefix(word.words))) ESCAPE '\\')
      """
    case .list:
      """
      paper.id IN (SELECT paper FROM entry WHERE list IN
        (SELECT value FROM json_each(\(bind(try HeadingMatch.lists(word.words, in: database))))))
      """
    case .section:
      """
      paper.id IN (SELECT entry.paper
        FROM json_each(\(bind(try HeadingMatch.sections(word.words, in: database)))) AS chosen
        JOIN entry ON entry.list = chosen.value ->> 0 AND entry.position >= chosen.value ->> 1
          AND entry.position < (chosen.value ->> 1) + (chosen.value ->> 2))
      """
    }
  }

  private mutating func match(_ index: String, _ columns: String, _ word: FreeWord) -> String {
    let expression = "{\(columns)} : (\(word.asPrefix))"
    return "paper.id IN (SELECT rowid FROM \(index) WHERE \(index) MATCH \(bind(expression)))"
  }

  private mutating func number(
    _ field: Query.NumberField, _ least: Int?, _ most: Int?
  ) -> String {
    let value =
      switch field {
      case .year: "paper.year"
      case .rating: "(SELECT rating FROM progress WHERE progress.paper = paper.id)"
      case .pass: "ifnull((SELECT pass FROM progress WHERE progress.paper = paper.id), 0)"
      }
    var bounds = ["\(value) IS NOT NULL"]
    if let least { bounds.append("\(value) >= \(bind(least))") }
    if let most { bounds.append("\(value) <= \(bind(most))") }
    return "(" + bounds.joined(separator: " AND ") + ")"
  }

  private static func has(_ trait: Query.Trait) -> String {
    switch trait {
    case .note: "EXISTS (SELECT 1 FROM note WHERE note.paper = paper.id)"
    case .code: "EXISTS (SELECT 1 FROM link WHERE link.paper = paper.id AND kind = 'code')"
    case .abstract: "(paper.abstract IS NOT NULL)"
    case .rating:
      "paper.id IN (SELECT paper FROM progress WHERE rating IS NOT NULL)"
    case .tag: "EXISTS (SELECT 1 FROM paper_tag WHERE paper_tag.paper = paper.id)"
    case .year: "(paper.year IS NOT NULL)"
    case .prerequisite: "paper.id IN (SELECT paper FROM requirement)"
    }
  }

  /// A pattern of LIKE for texts that begin with the words; `%`, `_` and `\` stand for themselves.
  private static func likePrefix(_ words: [String]) -> String {
    var pattern = ""
    for character in words.joined(separator: " ") {
      if "%_\\".contains(character) { pattern.append("\\") }
      pattern.append(character)
    }
    return pattern + "%"
  }

  /// The words of a query that has nothing but words and phrases without a field.
  private static func freeWords(_ condition: Query.Condition) -> [FreeWord]? {
    switch condition {
    case .word(let word, nil): return [FreeWord(words: [word], isPhrase: false)]
    case .phrase(let words, nil): return [FreeWord(words: words, isPhrase: true)]
    case .all(let conditions) where !conditions.isEmpty:
      let words = conditions.compactMap(freeWords)
      return words.count == conditions.count ? words.flatMap { $0 } : nil
    default: return nil
    }
  }
}

/// A word or a phrase as an expression of the full-text indexes.
private struct FreeWord {
  var words: [String]
  var isPhrase: Bool

  var asPrefix: String { isPhrase ? FullText.phrase(words) : FullText.prefixes(words) }
  var asWord: String { isPhrase ? FullText.phrase(words) : FullText.words(words) }
}
