import ArgumentParser
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "A paper: facts, lists, progress, tags, notes, links.",
    discussion: "To a pipe: a field and its value a line.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "A key, id, URL or words of the title.") var paper: [String]
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(global.opening)
    let id = try workspace.actions.paper(named: paper.joined(separator: " "))
    guard let detail = try workspace.library.paper(id) else {
      throw ActionError.notFound(
        kind: "paper", name: paper.joined(separator: " "), nearest: [])
    }
    guard !json else { return print(JSONShapes.show(detail).printed) }
    let console = Console(global.opening)
    guard console.isTerminal else {
      for (field, value) in PaperFields.of(detail) { console.record([field, value]) }
      return
    }
    PaperPage(console: console, detail: detail).print()
  }
}
