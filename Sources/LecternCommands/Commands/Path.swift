import ArgumentParser
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

struct Path: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "The shortest unread chain of prerequisites to a paper.",
    discussion: "To a pipe: step, status, key, title.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "A key, id, URL or words of the title.") var paper: [String]
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(global.opening)
    let id = try workspace.actions.paper(named: paper.joined(separator: " "))
    let chain = try workspace.actions.path(to: id)
    guard !json else { return print(JSONShapes.path(chain).printed) }
    Console(global.opening).table(
      chain.enumerated().map { [String($0 + 1), $1.status.rawValue, $1.key, $1.title] },
      flexible: 3, rightAligned: [0])
  }
}
