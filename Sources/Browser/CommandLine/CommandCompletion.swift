import ReadingModel

/// What a command line can go on with.
struct CommandCompletion: Equatable, Sendable {
  /// What stands before the word that is completed.
  let base: String
  /// The words it can be, in order.
  let words: [String]

  /// What completion knows besides the names of commands.
  struct Facts: Equatable, Sendable {
    /// The slugs of the lists.
    var slugs: [String] = []
    /// All tags in use.
    var tags: [String] = []
    /// The options of the configuration.
    var options: [OptionListing] = []
    /// What the path in the line can go on with.
    var paths = PathCompletion()
  }

  /// Completes the last word of a line.
  init(of line: String, facts: Facts) {
    let path = Self.path(in: line)
    let start = line.lastIndex { $0.isWhitespace || $0 == "=" }.map(line.index(after:))
    let split = path?.startIndex ?? start ?? line.startIndex
    let word = line[split...]
    base = String(line[..<split])
    let candidates =
      path == nil ? Self.candidates(before: base, facts: facts) : facts.paths.words
    words = candidates.filter { $0.hasPrefix(word) && $0 != word }
  }

  /// The path in a line that imports, or exports in a format, blanks and all; nil in another line.
  static func path(in line: String) -> Substring? {
    func behindWord(_ text: Substring) -> Substring? {
      text.firstIndex(where: \.isWhitespace).map { text[$0...].drop(while: \.isWhitespace) }
    }
    guard let rest = behindWord(line[...]) else { return nil }
    switch CommandVerb(rawValue: String(line.prefix { !$0.isWhitespace })) {
    case .importPath?: return rest
    case .export?: return behindWord(rest)
    default: return nil
    }
  }

  private static func candidates(before base: String, facts: Facts) -> [String] {
    let before = base.split { $0.isWhitespace || $0 == "=" }.map(String.init)
    guard let first = before.first else { return Command.Name.all.map(\.text) }
    guard case .verb(let verb)? = Command.Name.named(first) else { return [] }
    switch verb {
    case .mark: return before.count == 1 ? Status.allCases.map(\.rawValue) : []
    case .tag: return facts.tags.map { "+\($0)" } + facts.tags.map { "-\($0)" }
    case .list: return before.count == 1 ? facts.slugs : []
    case .rate: return before.count == 1 ? ["0"] + Progress.ratings.map(String.init) : []
    case .pass: return before.count == 1 ? Progress.passes.map(String.init) : []
    case .set, .keep:
      guard before.count > 1 else { return facts.options.map { "\($0.name)=" } }
      return facts.options.first { $0.name == before[1] }?.choices ?? []
    case .export: return before.count == 1 ? ExportFormat.allCases.map(\.rawValue) : []
    case .help: return before.count == 1 ? ActionTable.entries.map(\.action.rawValue) : []
    case .add, .search, .leave, .importPath: return []
    }
  }
}
