public import ArgumentParser
import Foundation
import Interchange
import ReadingActions
public import ReadingModel
import ReadingStore

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring lists in from files, folders or standard input.",
    discussion: """
      Reads \(Importers.all.map(\.name).joined(separator: ", ")). A list that is in the library \
      already is brought up to date; your progress, notes and tags stay. One import is one step of \
      the history: `lectern undo` takes it back.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp("Files and folders; - reads standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []
  @Option(help: "The format, when it is not found out from the document.") var format: String?
  @Option(help: "The slug of the list that the entries go to.") var list: String?
  @Option(help: "The title of the list.") var title: String?
  @Option(help: "What the list is for: order, weekly, notes or custom.") var kind: ListKind?
  @Option(help: "The day the list was issued, such as 2025-02-24.") var issued: String?
  @Flag(help: "Show what would change, and change nothing.") var dryRun = false
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    if files.isEmpty, isatty(STDIN_FILENO) == 1 {
      throw ValidationError("name a file or folder, or give - and a document on standard input")
    }
    if let issued, !CalendarDay.isValid(issued) {
      throw ValidationError("--issued takes a day such as 2025-02-24, not “\(issued)”")
    }
  }

  func run() throws {
    let workspace = try Workspace(global.opening)
    let request = ImportRequest(
      format: format,
      everyList: ImportRequest.ListWish(
        slug: list, title: title.map { SafeText.line($0) }, kind: kind, issued: issued))
    let (documents, problems) = ImportFiles.read(files.isEmpty ? ["-"] : files)
    for problem in problems { PlanText.complain("lectern: " + problem) }
    Interruption.listen()
    let text = PlanText(console: Console(global.opening))
    let plan =
      try dryRun
      ? workspace.actions.plan(
        importing: documents, request, isCancelled: { Interruption.isAsked })
      : perform(documents, request, workspace, text)
    if json {
      print(JSONShapes.importing(plan).printed)
    } else if dryRun {
      text.show(plan)
    }
    let failed = plan.documents.compactMap { document in
      document.problem.map { "\(document.path): \($0)" }
    }
    for problem in failed { PlanText.complain("lectern: " + problem) }
    if !problems.isEmpty || !failed.isEmpty { throw ExitCode(1) }
  }

  private func perform(
    _ documents: [ImportDocument], _ request: ImportRequest, _ workspace: Workspace,
    _ text: PlanText
  ) throws -> ImportPlan {
    var meter = ProgressMeter()
    let (outcome, plan): (Outcome, ImportPlan)
    do {
      defer { meter.clear() }
      (outcome, plan) = try workspace.actions.perform(
        importing: documents, request, isCancelled: { Interruption.isAsked },
        report: { meter.show("Importing", entries: $0.entries, share: $0.share) })
    }
    if !json {
      text.complain(plan)
      if plan.counts.entries > 0 { print(outcome.sentence) }
    }
    return plan
  }
}

extension ListKind: ExpressibleByArgument {}
