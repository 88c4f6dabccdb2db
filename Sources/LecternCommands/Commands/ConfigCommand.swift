import ArgumentParser
import Browser
import Interchange

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Where the configuration is, and what is wrong with it.",
    subcommands: [ConfigPath.self, Check.self, ShowOptions.self], defaultSubcommand: ConfigPath.self
  )

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

  struct ShowOptions: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Print every option: its value, default, source and meaning.")
    @OptionGroup var global: GlobalOptions
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
      let settings = try Settings(global.opening)
      let options = settings.listing(of: settings.configuration)
      guard !json else { return print(Self.json(options).printed) }
      Console(global.opening).table(
        [["option", "value", "default", "from", "what it does"]]
          + options.map { [$0.name, $0.value, $0.standard, $0.source.rawValue, $0.summary] },
        flexible: 4)
    }

    private static func json(_ options: [OptionListing]) -> JSON {
      .array(
        options.map { option in
          .object([
            JSON.Member("name", .string(option.name)),
            JSON.Member("value", .string(option.value)),
            JSON.Member("default", .string(option.standard)),
            JSON.Member("source", .string(option.source.rawValue)),
            JSON.Member("description", .string(option.summary)),
          ])
        })
    }
  }
}
