internal import GRDB
internal import ReadingModel

/// A query as SQL over a table `paper`, of which nothing but the column `id` is used.
///
/// A row of the table of papers is as long as its abstract; so every condition is whether a paper is
/// one of a set that an index gives, and the sets of a query can stand for the table.
struct CompiledQuery {
  /// True when there is no condition.
  var isOfAll: Bool
  /// What a row of `paper` must satisfy, with its arguments.
  var condition: SQLPart
  /// The narrowest set among the conditions that must all hold, as a request with a column `id` that
  /// names each paper once; nil when there is none.
  var set: SQLPart?
  /// True when that set lies in another order than that of the papers' numbers.
  var isUnordered: Bool
  /// What a row of that set must satisfy besides.
  var rest: SQLPart
  /// The words of a query that has nothing but words and phrases.
  var words: FreeWords?
}

/// A piece of SQL with its arguments.
struct SQLPart {
  var sql: String
  var arguments: [any DatabaseValueConvertible] = []
}

/// Turns queries into SQL; nothing that a person typed becomes part of a statement.
///
/// A word without a field matches a name as a prefix and any other text as a whole word: a prefix
/// over abstracts costs a second in a library of a million papers.
struct QueryCompiler {
  private let database: Database

  /// Compiles a query.
  static func compile(_ query: Query, in database: Database) throws -> CompiledQuery {
    let compiler = QueryCompiler(database: database)
    let conditions: [Query.Condition] =
      switch query.condition {
      case nil: []
      case .all(let conditions)?: conditions
      case let condition?: [condition]
      }
    let pieces = try conditions.map(compiler.piece)
    // Of equals the first that was typed.
    let chosen = pieces.indices.filter { pieces[$0].width != nil }
      .min { (pieces[$0].width ?? 0, $0) < (pieces[$1].width ?? 0, $1) }
    return CompiledQuery(
      isOfAll: pieces.isEmpty, condition: joined(pieces.map(\.condition)),
      set: chosen.map { pieces[$0].part },
      isUnordered: chosen.map { pieces[$0].isUnordered } ?? false,
      rest: joined(pieces.indices.filter { $0 != chosen }.map { pieces[$0].probe }),
      words: query.condition.flatMap(FreeWords.init))
  }

  private static func joined(
    _ parts: [SQLPart], _ operation: String = " AND ", empty: String = "true"
  ) -> SQLPart {
    guard !parts.isEmpty else { return SQLPart(sql: empty) }
    return SQLPart(
      sql: "(" + parts.map(\.sql).joined(separator: operation) + ")",
      arguments: parts.flatMap(\.arguments))
  }

  /// A condition: the request of a set that the paper must be in, or any other expression.
  private struct Piece {
    var part: SQLPart
    /// How many papers the set has as a rule, the fewest first; nil for an expression.
    var width: Int?
    /// True for a set that an index gives in another order than that of the papers' numbers.
    var isUnordered = false
    /// The condition as one that is cheap to ask of few papers, where it is another one.
    var asked: SQLPart?

    /// The condition asked of the papers of a narrower set.
    ///
    /// The sign keeps SQLite from walking over the other set after all: an index of words that is
    /// looked through by the alternatives of a condition can match no words.
    var probe: SQLPart {
      asked ?? (width == nil ? part : SQLPart(sql: "+\(condition.sql)", arguments: part.arguments))
    }

    var condition: SQLPart {
      width == nil ? part : SQLPart(sql: "paper.id IN (\(part.sql))", arguments: part.arguments)
    }
  }

  private static func set(
    _ sql: String, _ arguments: [any DatabaseValueConvertible] = [], width: Int,
    isUnordered: Bool = false
  ) -> Piece {
    Piece(
      part: SQLPart(sql: sql, arguments: arguments), width: width, isUnordered: isUnordered)
  }

  /// The papers of which the reader recorded something.
  private static func progress(
    _ condition: String, _ arguments: [any DatabaseValueConvertible], width: Int
  ) -> Piece {
    var piece = set("SELECT paper AS id FROM progress WHERE \(condition)", arguments, width: width)
    piece.asked = SQLPart(
      sql: """
        EXISTS (SELECT 1 FROM progress WHERE progress.paper = paper.id AND \(condition))
        """, arguments: arguments)
    return piece
  }

  private static func expression(
    _ sql: String, _ arguments: [any DatabaseValueConvertible] = []
  ) -> Piece { Piece(part: SQLPart(sql: sql, arguments: arguments)) }

  /// A condition made of others.
  private static func compound(_ pieces: [Piece], _ made: ([SQLPart]) -> SQLPart) -> Piece {
    var piece = Piece(part: made(pieces.map(\.condition)))
    piece.asked = made(pieces.map(\.probe))
    return piece
  }

  private func piece(of condition: Query.Condition) throws -> Piece {
    switch condition {
    case .word(let word, let field): try text(FreeWord(words: [word], isPhrase: false), field)
    case .phrase(let words, let field): try text(FreeWord(words: words, isPhrase: true), field)
    case .status(.unread):
      Self.expression(
        """
        NOT EXISTS (SELECT 1 FROM progress
          WHERE progress.paper = paper.id AND progress.status <> 'unread')
        """)
    case .status(let status):
      Self.progress(
        "status = ?", [status.rawValue], width: status == .read || status == .skipped ? 5 : 1)
    case .number(let field, let least, let most): number(field, least, most)
    case .has(let trait): Self.has(trait)
    case .added(let days, let older):
      Self.set(
        """
        SELECT id FROM paper WHERE added \(older ? "<" : ">=")
          strftime('%Y-%m-%dT%H:%M:%S', 'now', '-' || ? || ' days')
        """, [days], width: older ? 8 : 6, isUnordered: true)
    case .not(let condition):
      Self.compound(try [piece(of: condition)]) { parts in
        SQLPart(sql: "NOT \(parts[0].sql)", arguments: parts[0].arguments)
      }
    case .all(let conditions):
      Self.compound(try conditions.map(piece)) { Self.joined($0) }
    case .any(let conditions):
      Self.compound(try conditions.map(piece)) { Self.joined($0, " OR ", empty: "false") }
    }
  }

  private func text(_ word: FreeWord, _ field: Query.TextField?) throws -> Piece {
    switch field {
    case nil:
      Self.set(
        """
        SELECT rowid AS id FROM paper_name WHERE paper_name MATCH ?
        UNION SELECT rowid FROM paper_text WHERE paper_text MATCH ?
        """, [word.asPrefix, word.asWord], width: 4)
    case .title: match("paper_name", "title short_name", word)
    case .author: match("paper_name", "authors", word)
    case .note: match("paper_text", "note", word)
    case .abstract: match("paper_text", "abstract", word)
    case .remark: match("paper_text", "remark", word)
    case .tag:
      Self.set(
        "SELECT DISTINCT paper AS id FROM paper_tag WHERE tag LIKE ? ESCAPE '\\'",
        [Self.likePrefix(word.words)], width: 2)
    case .list:
      Self.set(
        """
        SELECT DISTINCT paper AS id FROM entry WHERE list IN (SELECT value FROM json_each(?))
        """, [try HeadingMatch.lists(word.words, in: database)], width: 7)
    case .section:
      Self.set(
        """
        SELECT DISTINCT entry.paper AS id FROM json_each(?) AS chosen
          JOIN entry ON entry.list = chosen.value ->> 0 AND entry.position >= chosen.value ->> 1
            AND entry.position < (chosen.value ->> 1) + (chosen.value ->> 2)
        """, [try HeadingMatch.sections(word.words, in: database)], width: 3)
    }
  }

  private func match(_ index: String, _ columns: String, _ word: FreeWord) -> Piece {
    Self.set(
      "SELECT rowid AS id FROM \(index) WHERE \(index) MATCH ?",
      ["{\(columns)} : (\(word.asPrefix))"], width: 3)
  }

  private func number(_ field: Query.NumberField, _ least: Int?, _ most: Int?) -> Piece {
    var bounds = ["\(field.rawValue) IS NOT NULL"]
    if least != nil { bounds.append("\(field.rawValue) >= ?") }
    if most != nil { bounds.append("\(field.rawValue) <= ?") }
    let condition = bounds.joined(separator: " AND ")
    let values = [least, most].compactMap(\.self)
    switch field {
    case .year:
      return Self.set(
        "SELECT id FROM paper WHERE \(condition)", values, width: 6, isUnordered: true)
    case .rating: return Self.progress(condition, values, width: 4)
    case .pass where least ?? 0 > 0: return Self.progress(condition, values, width: 5)
    case .pass:
      // A paper without a row has made no pass.
      return Self.expression(
        "paper.id NOT IN (SELECT paper FROM progress WHERE NOT (\(condition)))", values)
    }
  }

  private static func has(_ trait: Query.Trait) -> Piece {
    switch trait {
    case .note: set("SELECT DISTINCT paper AS id FROM note", width: 2)
    case .code:
      expression(
        "EXISTS (SELECT 1 FROM link WHERE link.paper = paper.id AND kind = 'code')")
    case .abstract: set("SELECT id FROM paper WHERE abstract IS NOT NULL", width: 9)
    case .rating: progress("rating IS NOT NULL", [], width: 4)
    case .tag: set("SELECT DISTINCT paper AS id FROM paper_tag", width: 2)
    case .year:
      set("SELECT id FROM paper WHERE year IS NOT NULL", width: 9, isUnordered: true)
    case .prerequisite: set("SELECT DISTINCT paper AS id FROM requirement", width: 3)
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
