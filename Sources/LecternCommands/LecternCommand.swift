import ArgumentParser

/// The root command: alone, at a terminal, it opens the browser.
struct LecternCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "lectern",
    abstract: "A reading stand for your terminal: papers, their order, your progress and notes.",
    discussion: """
      Without a subcommand, Lectern opens its browser. A PAPER is an arXiv id, a DOI, a URL, a key \
      such as arxiv:1706.03762, or words that match one title.
      """,
    version: version,
    subcommands: [
      Lists.self, ShowList.self, Show.self, Next.self, Path.self, Stats.self, Search.self,
      SearchesCommand.self,
      Mark.self, Tag.self, QueueCommand.self, NoteCommand.self, PrerequisiteCommand.self,
      CatchUpCommand.self, Add.self, Edit.self, Same.self, Split.self, Import.self, Export.self,
      Undo.self, Redo.self,
      History.self,
      BackupCommand.self, Restore.self, Doctor.self, Merge.self,
      Keys.self, ConfigCommand.self, Completions.self, Manual.self, Bench.self,
    ])

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Read commands and write lines, for screen readers and pipes; `help` lists them.")
  var linear = false

  mutating func run() throws {
    try Browse.run(global.opening, inLines: linear)
  }
}
