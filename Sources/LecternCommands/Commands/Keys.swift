import ArgumentParser
import Browser
import Interchange

struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "The keys of the browser, as your configuration has them.")
  @OptionGroup var global: GlobalOptions
  @Option(help: "text, markdown or json.") var format = Format.text

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, markdown, json }

  func run() throws {
    let listing = ActionListing.all(in: KeyBindings(try Settings(global.opening)).keyMap)
    switch format {
    case .text: print(ActionListing.text(listing), terminator: "")
    case .markdown: print(ActionListing.markdown(listing), terminator: "")
    case .json: print(json(listing).printed)
    }
  }

  private func json(_ listing: [ActionListing]) -> JSON {
    .array(
      listing.map { action in
        .object([
          JSON.Member("action", .string(action.name)),
          JSON.Member("keys", .array(action.keys.map(JSON.string))),
          JSON.Member("group", .string(action.group)),
          JSON.Member("description", .string(action.summary)),
        ])
      })
  }
}
