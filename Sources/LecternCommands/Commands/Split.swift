import ArgumentParser
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

struct Split: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Make a paper of its own of identifiers that are not a paper's.",
    discussion: """
      The links of the identifiers go with them, and what lists require by them. Progress, notes and \
      tags stay with PAPER, and so do its entries, except in the lists that --list names.
      """)
  @OptionGroup var global: GlobalOptions
  @Argument(help: "The paper: a key, id, URL or quoted words of the title.") var paper: String
  @Argument(help: "The identifiers that are another paper; `lectern show` lists what it has.")
  var identifiers: [String]
  @Option(help: "The title of the other paper; without it, it needs one.") var title: String?
  @Option(
    name: .customLong("list"),
    help: "A list in which the entry is about the other paper; once for each.")
  var lists: [String] = []
  @Flag(help: "Print JSON: both papers as they are then.") var json = false

  func validate() throws {
    for name in identifiers where Identifier.recognise(SafeText.line(name)) == nil {
      throw ValidationError("“\(SafeText.line(name, limit: 80))” is no identifier")
    }
  }

  func run() throws {
    let workspace = try Workspace(global.opening)
    let id = try workspace.actions.paper(named: paper)
    let (outcome, new) = try workspace.actions.split(
      identifiers.compactMap { Identifier.recognise(SafeText.line($0)) }, from: id, title: title,
      lists: lists)
    if json {
      let shapes = try [("paper", id), ("new", new)].map { name, id in
        JSON.Member(name, try workspace.library.paper(id).map(JSONShapes.show) ?? .null)
      }
      print(JSON.object(shapes).printed)
    } else {
      print(outcome.sentence)
    }
    if outcome.changed { workspace.backUpDaily() }
  }
}
