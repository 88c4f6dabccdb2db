import ReadingModel

extension Command {
  /// Reads a line; nil when nothing is on it.
  ///
  /// A command may be shortened as long as only one begins like that. A number goes to the entry.
  ///
  /// - Throws: `CommandError` with a sentence that says what would be right.
  public init?(_ line: String) throws(CommandError) {
    let words = line.split(maxSplits: 1, omittingEmptySubsequences: true) { $0.isWhitespace }
    guard let first = words.first.map(String.init) else { return nil }
    let rest = words.count > 1 ? Self.trimmed(words[1]) : ""
    if let number = Int(first) {
      guard rest.isEmpty else { throw .tooMuch(first, rest) }
      self = .goTo(number)
      return
    }
    switch try Self.name(first) {
    case .verb(let verb): self = try Self.command(verb, rest)
    case .action(let action):
      guard rest.isEmpty else { throw .tooMuch(action.rawValue, rest) }
      self = .action(action)
    }
  }

  /// What a first word can be.
  enum Name: Equatable, Sendable {
    case verb(CommandVerb)
    case action(Action)

    /// The word in full.
    var text: String {
      switch self {
      case .verb(let verb): verb.rawValue
      case .action(let action): action.rawValue
      }
    }

    /// What it does, in one line.
    var summary: String {
      switch self {
      case .verb(let verb): verb.summary
      case .action(let action): ActionTable.byAction[action]?.summary ?? ""
      }
    }

    /// All first words in the order of the alphabet; a verb stands for an action of the same name.
    static let all: [Name] = {
      let verbs = CommandVerb.allCases.map(Name.verb)
      let names = Set(verbs.map(\.text))
      let actions = ActionTable.entries.map(\.action).filter { action in
        action != .commandLine && !names.contains(action.rawValue)
      }
      return (verbs + actions.map(Name.action)).sorted { $0.text < $1.text }
    }()

    /// The name that is written so.
    static func named(_ text: String) -> Name? { all.first { $0.text == text } }
  }

  private static func name(_ word: String) throws(CommandError) -> Name {
    if let name = Name.named(word) { return name }
    let names = Name.all.filter { $0.text.hasPrefix(word) }
    guard let only = names.first else { throw .unknown(word) }
    guard names.count == 1 else { throw .ambiguous(word, names.map(\.text)) }
    return only
  }

  private static func command(
    _ verb: CommandVerb, _ rest: String
  ) throws(CommandError) -> Command {
    switch verb {
    case .mark:
      guard let status = Status(rawValue: rest) else { throw .wrong(verb, rest) }
      return .mark(status)
    case .tag:
      let names = TagWords.names(in: rest)
      guard !names.add.isEmpty || !names.remove.isEmpty else { throw .wrong(verb, rest) }
      return .tag(add: names.add, remove: names.remove)
    case .rate:
      guard let rating = Int(rest), rating == 0 || Progress.ratings.contains(rating) else {
        throw .wrong(verb, rest)
      }
      return .rate(rating == 0 ? nil : rating)
    case .pass:
      guard let pass = Int(rest), Progress.passes.contains(pass) else { throw .wrong(verb, rest) }
      return .pass(pass)
    case .add:
      guard !rest.isEmpty else { throw .wrong(verb, rest) }
      return .add(words(of: rest))
    case .list:
      guard !rest.isEmpty else { throw .wrong(verb, rest) }
      return .list(rest)
    case .search: return .search(try query(rest))
    case .set, .keep:
      guard !rest.isEmpty else { return .showOptions }
      guard let sign = rest.firstIndex(where: { $0 == "=" || $0.isWhitespace }) else {
        return verb == .set ? .showOption(rest) : .keepOption(rest, as: nil)
      }
      let name = trimmed(rest[..<sign])
      let value = trimmed(trimmed(rest[sign...]).drop { $0 == "=" })
      guard !name.isEmpty, !value.isEmpty else { throw .wrong(verb, rest) }
      return verb == .set ? .setOption(name, to: value) : .keepOption(name, as: value)
    case .export:
      let words = rest.split(maxSplits: 1) { $0.isWhitespace }
      guard let name = words.first else { return .action(.export) }
      guard let format = ExportFormat(rawValue: String(name)) else { throw .wrong(verb, rest) }
      return .export(format, to: words.count > 1 ? trimmed(words[1]) : nil)
    case .help: return rest.isEmpty ? .action(.help) : .help(rest)
    case .importPath: return rest.isEmpty ? .action(.importDocument) : .importPath(rest)
    case .leave:
      guard rest.isEmpty else { throw .tooMuch(verb.rawValue, rest) }
      return .leave
    }
  }

  /// What stands between blanks.
  static func words(of text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func query(_ text: String) throws(CommandError) -> Query {
    let query: Query
    do throws(QueryError) {
      query = try Query.parse(text)
    } catch {
      throw .query("At \(error.offset + 1): \(error.message)")
    }
    guard query.condition != nil || !query.sort.isEmpty else { throw .wrong(.search, text) }
    return query
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
