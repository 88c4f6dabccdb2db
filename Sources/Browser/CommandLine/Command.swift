public import ReadingModel

/// What a line behind the colon asks for.
public enum Command: Equatable, Sendable {
  /// An action of the table, by its name.
  case action(Action)
  /// Gives the papers a status.
  case mark(Status)
  /// Adds and removes tags.
  case tag(add: [String], remove: [String])
  /// Sets the rating; nil takes it away.
  case rate(Int?)
  /// Sets how many passes were made.
  case pass(Int)
  /// Puts papers in by their ids and addresses.
  case add([String])
  /// Shows the list with this slug.
  case list(String)
  /// Shows what a query matches.
  case search(Query)
  /// Imports what a line names.
  case importPath(String)
  /// Goes to the entry with this number.
  case goTo(Int)
  /// Shows all options of the configuration.
  case showOptions
  /// Says what an option is.
  case showOption(String)
  /// Changes an option until Lectern is left.
  case setOption(String, to: String)
  /// Writes an option into the configuration; nil for the value it has now.
  case keepOption(String, as: String?)
  /// Says what a key does, or an action.
  case help(String)
  /// Exports what is selected or shown, to a file where one is named.
  case export(ExportFormat, to: String?)
  /// Leaves Lectern.
  case leave

  /// True for what is about the papers selected or the one under the cursor.
  var needsRow: Bool {
    switch self {
    case .mark, .tag, .rate, .pass: true
    default: false
    }
  }
}

/// A word that begins a command and takes something behind it.
public enum CommandVerb: String, CaseIterable, Sendable {
  /// Each is written as it is named.
  case mark, tag, rate, pass, add, list, set, help, export
  /// `set!`, as vi writes what it is to insist on.
  case keep = "set!"
  /// `import`, which Swift keeps for itself.
  case importPath = "import"
  /// `find`, because `search` is the action that asks as one types.
  case search = "find"
  /// `q`, as in many programs.
  case leave = "q"

  /// How it is written.
  public var usage: String {
    switch self {
    case .mark: "mark STATUS"
    case .tag: "tag +NAME -NAME"
    case .rate: "rate 0…5"
    case .pass: "pass 0…3"
    case .add: "add ID…"
    case .list: "list SLUG"
    case .set: "set OPTION=VALUE"
    case .keep: "set! OPTION=VALUE"
    case .importPath: "import PATH"
    case .help: "help KEY"
    case .export: "export FORMAT [FILE]"
    case .search: "find QUERY"
    case .leave: "q"
    }
  }

  /// What it does, in one line.
  public var summary: String {
    switch self {
    case .mark: "Mark as \(Status.allCases.map(\.rawValue).joined(separator: ", "))"
    case .tag: "Add and remove tags"
    case .rate: "Rate, with 0 not at all"
    case .pass: "Set how many passes were made"
    case .add: "Put papers in by their ids or addresses"
    case .list: "Show a list"
    case .set: "Show the options, or change one until you leave"
    case .keep: "Change an option and keep it in the configuration"
    case .help: "Say what a key does"
    case .importPath: ActionTable.byAction[.importDocument]?.summary ?? ""
    case .export: "Write the papers selected, or those shown"
    case .search: "Search in everything"
    case .leave: "Leave Lectern"
    }
  }
}

/// Why a line is no command, in a sentence.
public enum CommandError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No command begins with this word.
  case unknown(String)
  /// Several commands begin with this word.
  case ambiguous(String, [String])
  /// What stands behind the word is not what it takes.
  case wrong(CommandVerb, String)
  /// Something stands behind a word that takes nothing.
  case tooMuch(String, String)
  /// The query cannot be read.
  case query(String)
  /// No command is written.
  case nothing

  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .unknown(let word): "There is no command “\(word)”; Tab lists them, :help the keys."
    case .ambiguous(let word, let names):
      "“\(word)” can be \(names.prefix(6).joined(separator: ", "))"
        + (names.count > 6 ? " and \(names.count - 6) more." : ".")
    case .wrong(let verb, ""): "Write :\(verb.usage)."
    case .wrong(let verb, let text): "“\(text)” does not fit; write :\(verb.usage)."
    case .tooMuch(let name, let text): "“\(name)” takes nothing, so leave out “\(text)”."
    case .query(let sentence): sentence
    case .nothing: "No command is written; write such as mark-read; next-unread."
    }
  }
}
