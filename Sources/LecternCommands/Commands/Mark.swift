public import ArgumentParser
import ReadingActions
public import ReadingModel
import ReadingStore

extension Status: ExpressibleByArgument {}

struct Mark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "Set the status, pass and rating of papers, as one step.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "unread, queued, reading, read or skipped.") var status: Status
  @Argument(help: "The papers, each a key, id, URL or quoted words of the title.")
  var papers: [String]
  @Option(help: "The pass made: 0, 1, 2 or 3 (skim, grasp, master).") var pass: Int?
  @Option(help: "The rating: 1 to 5.") var rating: Int?

  func validate() throws {
    if let pass, !Progress.passes.contains(pass) {
      throw ValidationError("--pass is 0, 1, 2 or 3, not \(pass)")
    }
    if let rating, !Progress.ratings.contains(rating) {
      throw ValidationError("--rating is 1 to 5, not \(rating)")
    }
  }

  func run() throws {
    let workspace = try Workspace(global.opening)
    let named = try papers.map { try workspace.actions.paper(named: $0) }
    try workspace.perform(
      .progress(
        named,
        ProgressChange(
          status: status, pass: pass, rating: rating.map { .set($0) })))
  }
}
