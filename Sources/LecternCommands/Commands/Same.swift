import ArgumentParser
import ReadingActions
import ReadingModel
import ReadingStore

struct Same: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "same", abstract: "Make one paper of two that are the same work, as one step.",
    discussion: """
      PAPER stays and gets what OTHER has: identifiers, links, entries, prerequisites, notes, tags, \
      and the further of two statuses; all keys of OTHER find it. Of facts that both state, those of \
      PAPER stand, unless you put OTHER's right. In a list that has both, the first entry stays \
      with the remarks of both. `lectern split` takes an identifier off again, `undo` all of it. \
      (`lectern merge` brings another library in.)
      """)
  @OptionGroup var global: GlobalOptions
  @Argument(help: "The paper that stays: a key, id, URL or quoted words of the title.")
  var paper: String
  @Argument(help: "The paper that goes into it.") var other: String
  @Flag(help: "Print JSON: the paper as it is then.") var json = false

  func run() throws {
    let workspace = try Workspace(global.opening)
    let kept = try workspace.actions.paper(named: paper)
    let merged = try workspace.actions.paper(named: other)
    try workspace.perform(.merge(merged, into: kept), on: kept, json: json)
  }
}
