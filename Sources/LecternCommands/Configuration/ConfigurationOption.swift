import Browser
import ReadingModel
import Terminal

/// An option of the configuration as it is documented.
struct ConfigurationOption: Sendable {
  /// Its name in the file.
  let name: String
  /// What it does, in one line.
  let summary: String
  /// The values there are, where they can be listed.
  let choices: @Sendable (Configuration) -> [String]
  /// Its value as the file writes it.
  let value: @Sendable (Configuration) -> String

  /// All options, in the order in which a file would have them.
  static let all: [ConfigurationOption] = [
    option(
      "theme", "The colours of the six roles", { $0.themeNames }, value: { quoted($0.theme) }),
    flag("ascii", "Draw with ASCII alone", { $0.ascii }, unset: "as the locale says"),
    option(
      "ambiguous-width", "How wide ○ and its like are: narrow, wide, or probe to ask the terminal",
      { _ in Configuration.Ambiguous.allCases.map(\.rawValue) },
      value: { quoted($0.ambiguousWidth.rawValue) }),
    flag("linear", "Read commands and write lines, for screen readers", { $0.linear }),
    flag("mouse", "Use the mouse: click, wheel, drag a rule between panes", { $0.mouse }),
    flag("title", "Name the list in the title of the terminal", { $0.title }),
    flag("hyperlinks", "Let the terminal follow addresses that are drawn", { $0.hyperlinks }),
    option(
      "columns",
      "What stands at the right of a paper: "
        + RowColumn.allCases.map(\.rawValue).joined(separator: ", "),
      { _ in RowColumn.allCases.map(\.rawValue) }, value: { list($0.columns.map(\.rawValue)) }),
    option("escape-delay", "Milliseconds that an Escape waits for the rest of a key") {
      String($0.escapeDelay)
    },
    option("editor", "The editor for notes, instead of VISUAL and EDITOR") { list($0.editor) },
    option("opener", "The program that opens links, instead of the desktop's own") {
      list($0.opener)
    },
    option("link-schemes", "The schemes of links that may be opened") { list($0.linkSchemes) },
    option("history-steps", "How many steps of the history are kept") {
      String($0.historySteps)
    },
    option("history-megabytes", "How many megabytes of the history are kept") {
      String($0.historyMegabytes)
    },
    option("weeks", "How many papers a week you mean to read, as budget in a table [weeks]") {
      $0.weeklyBudget.map { "budget = \($0)" } ?? "none"
    },
    option(
      "note-templates",
      "What a new note can begin with, as a table [note-templates]: name = \"text\""
    ) { $0.noteTemplates.map(\.name).joined(separator: ", ") },
    option("themes", "Your own themes, as tables [themes.NAME]") { configuration in
      configuration.themes.isEmpty
        ? "none" : configuration.themes.keys.sorted().joined(separator: ", ")
    },
    option("keys", "Your own keys, as a table [keys]; `lectern keys` lists them all") {
      $0.keys.isEmpty ? "none" : $0.keys.map(\.action).joined(separator: ", ")
    },
    option(
      "macros", "Your own keys for several commands, as a table [macros]: \"g r\" = \"undo; redo\""
    ) {
      $0.macros.isEmpty ? "none" : $0.macros.map(\.keys).joined(separator: ", ")
    },
  ]

  private static func option(
    _ name: String, _ summary: String,
    _ choices: @escaping @Sendable (Configuration) -> [String] = { _ in [] },
    value: @escaping @Sendable (Configuration) -> String
  ) -> ConfigurationOption {
    ConfigurationOption(name: name, summary: summary, choices: choices, value: value)
  }

  private static func flag(
    _ name: String, _ summary: String, _ flag: @escaping @Sendable (Configuration) -> Bool?,
    unset: String = "false"
  ) -> ConfigurationOption {
    option(
      name, summary, { _ in ["true", "false"] },
      value: { flag($0).map(String.init) ?? unset })
  }

  /// A text as a basic string of TOML 1.0.
  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\"", "\\": escaped += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "\"\(escaped)\""
  }

  private static func list(_ words: [String]) -> String {
    "[\(words.map(quoted).joined(separator: ", "))]"
  }
}

extension Settings {
  /// All options as they are now, with where each value comes from.
  ///
  /// - Parameters:
  ///   - configuration: The options; the file's own, unless some were changed since.
  ///   - changed: The options that were changed since.
  ///   - kept: The options that were written into the file since.
  func listing(
    of configuration: Configuration, changed: Set<String> = [], kept: Set<String> = []
  ) -> [OptionListing] {
    let standard = Configuration()
    return ConfigurationOption.all.map { option in
      var value = option.value(configuration)
      let isGiven = given.contains(option.name) || kept.contains(option.name)
      var source = isGiven ? OptionListing.Source.file : .standard
      if changed.contains(option.name) {
        source = .session
      } else if let forced = forced(option.name) {
        value = forced
        source = .environment
      }
      return OptionListing(
        name: option.name, value: value, standard: option.value(standard), source: source,
        summary: option.summary, choices: option.choices(configuration))
    }
  }

  /// The value that the environment or the command line gives an option above the file.
  private func forced(_ option: String) -> String? {
    switch option {
    case "theme": isPlain ? "\"mono\"" : nil
    case "escape-delay": escapeDelay.map(String.init)
    default: nil
    }
  }
}
