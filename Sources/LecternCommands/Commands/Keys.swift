import ArgumentParser

struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The keys of the browser, as your configuration has them.")
  @OptionGroup var global: GlobalOptions
  @Option(help: "text, markdown or json.") var format = Format.text

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, markdown, json }

  func run() throws {
  }
}
