import ArgumentParser
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

struct CatchUpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catch-up", abstract: "Skip what is left unread of old weekly lists, as one step.",
    discussion: """
      Papers that are queued, being read, read, rated or noted are left alone, and so is every paper \
      that also stands in a newer list or in one of another kind. With --dry-run, and to a pipe: \
      key, name.
      """)

  @OptionGroup var global: GlobalOptions
  @Option(help: "The first day that still counts, such as 2025-11-01.") var before: String
  @Flag(help: "Only say what would be skipped.") var dryRun = false
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard before.utf8.count == 10, ISOWeek.name(of: before) != nil else {
      throw ValidationError("--before is a day such as 2025-11-01, not “\(SafeText.line(before))”")
    }
  }

  func run() throws {
    let workspace = try Workspace(global.opening)
    let (found, preview) = try workspace.actions.previewOfCatchUp(before: before)
    let outcome = dryRun ? nil : try workspace.actions.perform(.catchUp(before: before))
    guard !json else {
      return print(JSONShapes.catchUp(found, changed: outcome?.changed == true).printed)
    }
    let console = Console(global.opening)
    if dryRun { console.table(found.papers.map { [$0.key, $0.name] }, flexible: 1) }
    if !dryRun || console.isTerminal { console.line(outcome?.sentence ?? preview) }
  }
}
