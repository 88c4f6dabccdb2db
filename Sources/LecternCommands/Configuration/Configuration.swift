import Browser
import ReadingModel
import Terminal

/// What a person set in `config.toml`; every option that the file does not name has its default.
struct Configuration: Equatable, Sendable {
  /// Keys that a person gave several commands, as written.
  struct KeyMacro: Equatable, Sendable {
    /// The keys in the key notation.
    var keys: String
    /// The commands with semicolons between them.
    var text: String
    /// The line of the file that says so; nil when it could not be found.
    var line: Int?
  }

  /// How wide the terminal draws characters of ambiguous width.
  enum Ambiguous: String, CaseIterable, Sendable {
    case narrow, wide
    /// The terminal is asked at the start.
    case probe
  }

  /// The keys that a person gave one action, as written.
  struct KeyBinding: Equatable, Sendable {
    /// The action's name, such as `mark-read`.
    var action: String
    /// The key sequences in the key notation; none takes the action's keys away.
    var keys: [String]
    /// The line of the file that says so; nil when it could not be found.
    var line: Int?
  }

  /// True draws with ASCII alone, false with Unicode; nil leaves it to the locale.
  var ascii: Bool?
  /// The name of the theme; NO_COLOR and `--no-color` stand above it.
  var theme = "standard"
  /// The person's own themes by their names.
  var themes: [String: Theme] = [:]
  /// True when Lectern reads commands and writes lines instead of drawing a screen.
  var linear = false
  /// True when the mouse is used.
  var mouse = false
  /// True when the terminal's title says what is looked at.
  var title = false
  /// True when addresses that are drawn can be followed in the terminal.
  var hyperlinks = true
  /// How wide characters of ambiguous width are.
  var ambiguousWidth = Ambiguous.narrow
  /// The facts that stand at the right of a paper, from left to right.
  var columns = [RowColumn.year]
  /// How long an Escape waits for the rest of a key sequence, in milliseconds.
  var escapeDelay = 25
  /// The editor's program and arguments; empty leaves it to `VISUAL` and `EDITOR`.
  var editor: [String] = []
  /// The program and arguments that open a link; empty leaves it to the desktop's own opener.
  var opener: [String] = []
  /// The schemes, lower case, that a link may have to be opened.
  var linkSchemes = ["http", "https"]
  /// How many steps of the history are kept.
  var historySteps = 100_000
  /// How many megabytes of the history are kept.
  var historyMegabytes = 200
  /// How many papers the person means to read in a week; nil when there is no such number.
  var weeklyBudget: Int?
  /// What notes can begin with; the person's own stand behind those that Lectern comes with.
  var noteTemplates = NoteTemplate.standard
  /// The person's own key bindings, in the order of the file.
  var keys: [KeyBinding] = []
  /// The person's own macros, in the order of the file.
  var macros: [KeyMacro] = []

  /// The theme of a name: the person's own, or one that Lectern comes with.
  func theme(named name: String) -> Theme? {
    themes[name] ?? Theme.builtIn.first { $0.name == name }?.theme
  }

  /// The names of all themes, those that Lectern comes with first.
  var themeNames: [String] {
    let builtIn = Theme.builtIn.map(\.name)
    return builtIn + themes.keys.filter { !builtIn.contains($0) }.sorted()
  }
}
