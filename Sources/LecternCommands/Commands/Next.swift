import ArgumentParser
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

struct Next: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "What to read next, and why.",
    discussion: "To a pipe: key, title, reason.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The list to follow; without it, what you read, the queue and the orders.")
  var slug: String?
  @Option(help: "How many papers.") var count = 1
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard count > 0 else { throw ValidationError("--count must be 1 or more, not \(count)") }
  }

  func run() throws {
    let workspace = try Workspace(global.opening)
    let list = try slug.map { try workspace.actions.list(named: $0) }
    let found = try workspace.actions.nextUp(in: list, count: count)
    guard !json else { return print(JSONShapes.next(found).printed) }
    let console = Console(global.opening)
    guard console.isTerminal else {
      for next in found { console.record([next.row.key, next.row.title, next.reason]) }
      return
    }
    if found.isEmpty { console.line("Nothing is left to read there.") }
    for next in found {
      console.heading(next.row.title)
      let place = next.list.map { "\(next.row.position) in \($0), " } ?? ""
      console.paragraph("\(place)\(next.row.key), \(next.reason)", indent: 2)
    }
  }
}
