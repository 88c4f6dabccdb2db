import ArgumentParser

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Where the configuration is, and what is wrong with it.",
    subcommands: [ConfigPath.self, Check.self], defaultSubcommand: ConfigPath.self)

  struct ConfigPath: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "path", abstract: "Print where the configuration is read from.")
    @OptionGroup var global: GlobalOptions

    func run() throws { print(try Places(global.opening).configuration) }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Read the configuration and say what is wrong, with the line."
    )
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let settings = try Settings(global.opening)
      let problems = KeyBindings(settings).problems
      for problem in problems { print(problem) }
      if problems.isEmpty { print("\(settings.places.configuration): nothing is wrong") }
      guard problems.isEmpty else { throw ExitCode(1) }
    }
  }
}
