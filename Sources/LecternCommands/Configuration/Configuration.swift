/// What a person set in `config.toml`; every option that the file does not name has its default.
struct Configuration: Equatable, Sendable {
  /// The colour themes that a configuration can name.
  enum ThemeName: String, CaseIterable, Sendable {
    /// Six roles in the terminal's own palette.
    case standard
    /// No colour at all: roles are told by weight and shape.
    case mono
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
  /// The theme; NO_COLOR and `--no-color` stand above it.
  var theme = ThemeName.standard
  /// How long an Escape waits for the rest of a key sequence, in milliseconds.
  var escapeDelay = 25
  /// The editor's program and arguments; empty leaves it to `VISUAL` and `EDITOR`.
  var editor: [String] = []
  /// The program and arguments that open a link; empty leaves it to the desktop's own opener.
  var opener: [String] = []
  /// The schemes, lower case, that a link may have to be opened.
  var linkSchemes = ["http", "https"]
  /// The person's own key bindings, in the order of the file.
  var keys: [KeyBinding] = []
}
