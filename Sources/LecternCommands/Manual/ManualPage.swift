import Browser

/// The manual page, made from the commands, the actions and the options as they are.
enum ManualPage {
  /// The page in mdoc(7).
  static func mdoc() throws -> String {
    let root = try CommandDescription.all()
    let sections = [
      head(root), description(root), commands(root), keys(), queries(), options(), files(),
      environment(), status(), examples(),
    ]
    return sections.joined(separator: "\n") + "\n"
  }

  /// The day on which the version that the page is of was begun; mdoc wants one.
  private static let day = "November 27, 2026"

  private static func head(_ root: CommandDescription) -> String {
    """
    .Dd \(day)
    .Dt LECTERN 1
    .Os
    .Sh NAME
    .Nm lectern
    .Nd \(Mdoc.text("a reading stand for your terminal"))
    .Sh SYNOPSIS
    .Nm
    .Op Fl \\-linear
    .Op Ar options
    .Nm
    .Ar command
    .Op Ar options
    .Op Ar arguments
    """
  }

  private static func description(_ root: CommandDescription) -> String {
    let global = (root.arguments ?? []).filter { $0.shouldDisplay }
    return
      ([".Sh DESCRIPTION", Mdoc.text(root.abstract ?? ""), ".Pp"]
      + [Mdoc.text(root.discussion ?? ""), ".Pp", "Every command takes these options:"]
      + list(global)).joined(separator: "\n")
  }

  // MARK: Commands

  private static func commands(_ root: CommandDescription) -> String {
    ([".Sh COMMANDS"] + root.commands.flatMap { command($0, name: "lectern") })
      .joined(separator: "\n")
  }

  private static func command(_ command: CommandDescription, name: String) -> [String] {
    let name = "\(name) \(command.commandName)"
    let own = command.ownArguments
    var lines = [".Ss " + Mdoc.argument(([name] + own.map(usage)).joined(separator: " "))]
    lines.append(Mdoc.text(command.abstract ?? ""))
    if let discussion = command.discussion, !discussion.isEmpty {
      lines += [".Pp", Mdoc.text(discussion)]
    }
    lines += list(own)
    return lines + command.commands.flatMap { self.command($0, name: name) }
  }

  /// An argument as the line of usage has it: `[--limit n]`, `query ...`.
  private static func usage(_ argument: CommandDescription.Argument) -> String {
    let value = argument.valueName ?? ""
    let name = argument.names?.first { $0.kind == .long } ?? argument.names?.first
    let text =
      switch argument.kind {
      case .positional: value
      case .flag: name?.text ?? value
      case .option: "\(name?.text ?? "") \(value)"
      }
    let repeated = argument.isRepeating ? text + " ..." : text
    return argument.isOptional ? "[\(repeated)]" : repeated
  }

  private static func list(_ arguments: [CommandDescription.Argument]) -> [String] {
    let described = arguments.filter { $0.abstract?.isEmpty == false }
    guard !described.isEmpty else { return [] }
    return [".Bl -tag -width Ds"]
      + described.flatMap { argument -> [String] in
        let names = argument.allNames.joined(separator: ", ")
        let value = argument.kind == .flag ? "" : argument.valueName ?? ""
        let head = [names, value].filter { !$0.isEmpty }.joined(separator: " ")
        let standard = argument.defaultValue.map { " Without it: \($0)." } ?? ""
        return [".It " + Mdoc.argument(head), Mdoc.text((argument.abstract ?? "") + standard)]
      } + [".El"]
  }

  // MARK: The browser

  private static func keys() -> String {
    let listing = ActionListing.all(in: .standard)
    var lines = [
      ".Sh KEYS",
      Mdoc.text(
        "The keys of the browser as they are without a configuration; `lectern keys` prints yours. "
          + "The names are those of the table [keys] and of commands behind the colon."),
    ]
    var group: String?
    for action in listing {
      if action.group != group {
        if group != nil { lines.append(".El") }
        lines += [".Ss " + Mdoc.argument(action.group), ".Bl -tag -width Ds"]
        group = action.group
      }
      let keys = action.keys.isEmpty ? "no key" : action.keys.joined(separator: ", ")
      lines += [".It " + Mdoc.argument("\(keys)  \(action.name)"), Mdoc.text(action.summary + ".")]
    }
    return (lines + [".El"]).joined(separator: "\n")
  }

  private static func queries() -> String {
    ([".Sh QUERIES"] + LinearSession.queryLanguage.map { Mdoc.text($0) })
      .joined(separator: "\n.Pp\n").replacing(".Sh QUERIES\n.Pp", with: ".Sh QUERIES")
  }

  private static func options() -> String {
    let standard = Configuration()
    return
      ([".Sh CONFIGURATION", "The file is TOML; each line of it may be missing."]
      + [".Bl -tag -width Ds"]
      + ConfigurationOption.all.flatMap { option in
        [
          ".It " + Mdoc.argument(option.name),
          Mdoc.text("\(option.summary). Without it: \(option.value(standard))."),
        ]
      } + [".El"]).joined(separator: "\n")
  }

  // MARK: Around it

  private static func files() -> String {
    tagged(
      "FILES",
      [
        (
          "$XDG_DATA_HOME/lectern/library.db",
          "The library, with its backups in a folder beside it."
        ),
        ("$XDG_CONFIG_HOME/lectern/config.toml", "The configuration."),
        ("$XDG_STATE_HOME/lectern/", "Drafts of notes, what was entered, and the log."),
      ])
      + "\n"
      + Mdoc.text(
        "Without these variables the folders are ~/.local/share, ~/.config and ~/.local/state.")
  }

  private static func environment() -> String {
    tagged(
      "ENVIRONMENT",
      [
        ("LECTERN_LIBRARY", "The library, where --library names none."),
        ("VISUAL, EDITOR", "The editor for notes, where the configuration names none."),
        ("NO_COLOR", "Takes all colours away."),
        ("ESCDELAY", "Milliseconds that an Escape waits for the rest of a key."),
      ])
  }

  private static func status() -> String {
    tagged(
      "EXIT STATUS",
      [
        ("0", "Done."), ("1", "It could not be done; a sentence on standard error says why."),
        ("2", "Wrong usage."), ("3", "Nothing, or more than one thing, answers to a name."),
        ("4", "The library is damaged, locked or read-only."),
      ])
  }

  private static func tagged(_ title: String, _ items: [(String, String)]) -> String {
    ([".Sh \(title)", ".Bl -tag -width Ds"]
      + items.flatMap { [".It " + Mdoc.argument($0.0), Mdoc.text($0.1)] } + [".El"])
      .joined(separator: "\n")
  }

  private static func examples() -> String {
    let lines = [
      "lectern next", "lectern mark read 1706.03762",
      "lectern note 1706.03762 'One sentence.'", "lectern search attention year:2020..2023",
      "lectern import --dry-run list.md", "lectern export --format bibtex -o refs.bib",
      "printf 'next\\nread 1\\n' | lectern --linear", "lectern undo",
    ]
    return
      ([".Sh EXAMPLES", ".Bd -literal -offset indent"] + lines.map { Mdoc.text($0) } + [".Ed"])
      .joined(separator: "\n")
  }
}
