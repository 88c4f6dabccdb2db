import ArgumentParser
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

struct SearchesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "searches", abstract: "Searches kept under a name.",
    subcommands: [ListSearches.self, Save.self, Rename.self, Remove.self],
    defaultSubcommand: ListSearches.self)

  struct ListSearches: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "The searches by name, each with how many papers match.",
      discussion: "To a pipe: name, papers, query; no number where counting would take long.")
    @OptionGroup var global: GlobalOptions
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
      let searches = try Workspace(global.opening).library.savedSearches()
      guard !json else { return print(JSONShapes.savedSearches(searches).printed) }
      Console(global.opening).table(
        searches.map { [$0.name, $0.count.map(String.init) ?? "", $0.query] }, flexible: 2,
        rightAligned: [1])
    }
  }

  struct Save: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "save", abstract: "Keep a query under a name; an old one of that name goes.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The name.") var name: String
    @Argument(parsing: .allUnrecognized, help: "The query.") var query: [String]

    func run() throws {
      let workspace = try Workspace(global.opening)
      let query = try workspace.query(query.joined(separator: " "))
      try workspace.perform(.saveSearch(query.text, name: name))
    }
  }

  struct Rename: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rename", abstract: "Give a saved search another name.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The search.") var name: String
    @Argument(help: "Its new name.") var newName: String

    func run() throws {
      let workspace = try Workspace(global.opening)
      try workspace.perform(.renameSearch(try search(name, workspace), to: newName))
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Remove a saved search; undo brings it back.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The search.") var name: String

    func run() throws {
      let workspace = try Workspace(global.opening)
      try workspace.perform(.deleteSearch(try search(name, workspace)))
    }
  }

  private static func search(_ name: String, _ workspace: Workspace) throws -> SavedSearchID {
    let searches = try workspace.library.savedSearches()
    let wanted = SafeText.folded(name)
    guard let found = searches.first(where: { SafeText.folded($0.name) == wanted }) else {
      throw ActionError.notFound(
        kind: "saved search", name: SafeText.line(name), nearest: searches.map(\.name))
    }
    return found.id
  }
}
