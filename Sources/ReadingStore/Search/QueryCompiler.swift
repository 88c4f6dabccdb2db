internal import GRDB
internal import ReadingModel

/// A query as SQL over `paper`.
struct CompiledQuery {
  /// What a row of `paper` must satisfy.
  var condition: String
  /// True when there is no condition.
  var isOfAll: Bool
  /// The arguments of the condition.
  var arguments: [any DatabaseValueConvertible]
  /// The tables that the order refers to besides `paper`, as joins.
  var joins: String
  /// The terms of ORDER BY that the query asks for.
  var order: [String]
  /// The words of a query that has nothing but words and phrases.
  var words: FreeWords?
}

/// Turns queries into SQL; nothing that a person typed becomes part of a statement.
///
/// A word without a field matches a name as a prefix and any other text as a whole word: a prefix
/// over abstracts costs a second in a library of a million papers.
struct QueryCompiler {
  private let database: Database
  private let hasFacts: Bool
  private var arguments: [any DatabaseValueConvertible] = []

  /// Compiles a query.
  ///
  /// - Parameter hasFacts: true when `paper` is the table of papers; false when it is any other table
  ///   whose column `id` names papers.
  static func compile(
    _ query: Query, hasFacts: Bool = true, in database: Database
  ) throws -> CompiledQuery {
    var compiler = QueryCompiler(database: database, hasFacts: hasFacts)
    let condition = try query.condition.map { try compiler.sql(of: $0) } ?? "true"
    var joins: [String] = []
    if !hasFacts, query.sort.contains(where: { !$0.field.isOfReader }) {
      joins.append("JOIN paper AS facts ON facts.id = paper.id")
    }
    if query.sort.contains(where: \.field.isOfReader) {
      joins.append("LEFT JOIN progress AS reading ON reading.paper = paper.id")
    }
    return CompiledQuery(
      condition: condition, isOfAll: query.condition == nil, arguments: compiler.arguments,
      joins: joins.joined(separator: " "),
      order: query.sort.map { order($0, in: hasFacts ? "paper" : "facts") },
      words: query.condition.flatMap(FreeWords.init))
  }

  private init(database: Database, hasFacts: Bool) {
    self.database = database
    self.hasFacts = hasFacts
  }

  private static func order(_ key: Query.SortKey, in facts: String) -> String {
    let direction = key.descending ? " DESC" : ""
    return switch key.field {
    case .title: "\(facts).title COLLATE NOCASE\(direction)"
    case .author: "nullif(\(facts).authors, '[]') COLLATE NOCASE\(direction) NULLS LAST"
    case .year: "\(facts).year\(direction) NULLS LAST"
    case .added: "\(facts).added\(direction), \(facts).id\(direction)"
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
    case .has(let trait): has(trait)
    case .added(let days, let older):
      fact(
        """
        added \(older ? "<" : ">=")
          strftime('%Y-%m-%dT%H:%M:%S', 'now', '-' || \(bind(days)) || ' days')
        """)
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
    var bounds = ["\(field.rawValue) IS NOT NULL"]
    if let least { bounds.append("\(field.rawValue) >= \(bind(least))") }
    if let most { bounds.append("\(field.rawValue) <= \(bind(most))") }
    let condition = bounds.joined(separator: " AND ")
    switch field {
    case .year: return fact(condition)
    case .rating: return "paper.id IN (SELECT paper FROM progress WHERE \(condition))"
    case .pass:
      // A paper without a row has made no pass.
      return least ?? 0 <= 0
        ? "paper.id NOT IN (SELECT paper FROM progress WHERE NOT (\(condition)))"
        : "paper.id IN (SELECT paper FROM progress WHERE \(condition))"
    }
  }

  /// A condition on a paper's own columns.
  private func fact(_ condition: String) -> String {
    hasFacts ? "(\(condition))" : "paper.id IN (SELECT id FROM paper WHERE \(condition))"
  }

  private func has(_ trait: Query.Trait) -> String {
    switch trait {
    case .note: "paper.id IN (SELECT paper FROM note)"
    case .code: "EXISTS (SELECT 1 FROM link WHERE link.paper = paper.id AND kind = 'code')"
    case .abstract: fact("abstract IS NOT NULL")
    case .rating: "paper.id IN (SELECT paper FROM progress WHERE rating IS NOT NULL)"
    case .tag: "paper.id IN (SELECT paper FROM paper_tag)"
    case .year: fact("year IS NOT NULL")
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
}

extension Query.SortField {
  /// True for what the reader recorded, false for a fact of the paper.
  fileprivate var isOfReader: Bool { self == .rating || self == .status }
}
