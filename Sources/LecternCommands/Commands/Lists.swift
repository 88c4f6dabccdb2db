import ArgumentParser
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

struct Lists: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lists", abstract: "Every list with its counts.",
    discussion: "To a pipe: slug, title, kind, issued, entries, read, skipped.")

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(global.opening)
    let lists = try workspace.library.lists()
    guard !json else { return print(JSONShapes.lists(lists).printed) }
    Console(global.opening).table(
      lists.map {
        [
          $0.slug, $0.title, $0.kind.rawValue, $0.issued ?? "", String($0.entries),
          String($0.read), String($0.skipped),
        ]
      }, flexible: 1, rightAligned: [4, 5, 6])
  }
}
