import ArgumentParser
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Papers that match a query, best first.",
    discussion: """
      Words and "phrases", title: author: note: abstract: list: section: tag: status: \
      year:2020..2023 rating:>=4 pass:0 has:note added:<7d, and or not ( ), -word, sort:year. \
      To a pipe: rank, status, key, year, title.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(
    parsing: .allUnrecognized, help: "The query; words of several arguments are one query.")
  var query: [String]
  @Option(help: "How many papers at most.") var limit = 50
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit must be 1 or more, not \(limit)") }
  }

  func run() throws {
    let text = query.joined(separator: " ")
    let workspace = try Workspace(global.opening)
    let parsed = try workspace.query(text)
    let found = try workspace.library.listed(.search(parsed), limit: limit)
    guard !json else { return print(JSONShapes.search(found).printed) }
    let console = Console(global.opening)
    console.table(found.map(PaperTable.row), flexible: 4, rightAligned: [0])
    if found.isEmpty && console.isTerminal { console.line("Nothing matches “\(text)”.") }
  }
}
