import ArgumentParser
import ReadingActions
import ReadingModel
import ReadingStore

struct PrerequisiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prerequisite", abstract: "Say which paper should be read before another.",
    subcommands: [Add.self, Remove.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Say that PAPER should be read after REQUIRED.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The paper that builds on the other.") var paper: String
    @Argument(help: "The paper to read first.") var required: String
    @Option(help: "Why, in one sentence.") var why = ""

    func run() throws {
      let workspace = try Workspace(global.opening)
      try workspace.perform(
        .addPrerequisite(
          try workspace.actions.paper(named: paper),
          required: try workspace.actions.paper(named: required), why: why))
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take a prerequisite away.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The paper that builds on the other.") var paper: String
    @Argument(help: "The paper that need not be read first any more.") var required: String

    func run() throws {
      let workspace = try Workspace(global.opening)
      try workspace.perform(
        .removePrerequisite(
          try workspace.actions.paper(named: paper),
          required: try workspace.actions.paper(named: required)))
    }
  }
}
