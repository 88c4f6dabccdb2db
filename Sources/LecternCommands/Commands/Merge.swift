import ArgumentParser
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Bring everything of another library into this one.",
    discussion: """
      Papers, lists, progress, notes with all their versions, tags, the queue and saved searches \
      come as one step that can be undone; a backup is made before. Nothing of either side is \
      lost: notes that differ are both kept, and of two statuses the further one stands.
      """)
  @OptionGroup var global: GlobalOptions
  @Argument(help: "The other library; it is only read.", completion: .file()) var other: String
  @Flag(help: "Only say what would come.") var dryRun = false
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(global.opening)
    let source = try Library.openToLook(at: other)
    defer { try? source.close() }
    guard !dryRun else {
      let summary = try workspace.actions.mergePreview(of: source)
      let words = summary.words.isEmpty ? "nothing that is not here already" : summary.words
      return show(summary, "\(SafeText.line(other)) would bring \(words)")
    }
    let (outcome, summary, warning) = try workspace.actions.merge(source, named: other)
    show(summary, outcome.sentence)
    if let warning { warn(warning) }
  }

  private func show(_ summary: MergeSummary, _ sentence: String) {
    guard !json else { return print(Self.json(summary).printed) }
    print(sentence)
    for conflict in summary.conflicts { print("  \(conflict.subject): \(conflict.message)") }
  }

  private static func json(_ summary: MergeSummary) -> JSON {
    .object([
      .init("papers", .number(summary.newPapers)), .init("known", .number(summary.knownPapers)),
      .init("lists", .number(summary.newLists)), .init("entries", .number(summary.newEntries)),
      .init("marks", .number(summary.marks)),
      .init("tags", .number(summary.tags)),
      .init("notes", .number(summary.notes)), .init("versions", .number(summary.versions)),
      .init("prerequisites", .number(summary.prerequisites)),
      .init("facts", .number(summary.facts)), .init("searches", .number(summary.searches)),
      .init(
        "conflicts",
        .array(
          summary.conflicts.map { conflict in
            .object([
              .init("subject", .string(conflict.subject)),
              .init("message", .string(conflict.message)),
            ])
          })),
    ])
  }
}
